namespace Hub.Ebxml.Mime;

/// <summary>Transfer encoding of the SOAP part.</summary>
public enum SoapEncoding
{
    /// <summary>Base64: survives every mail server. Default for mail.</summary>
    Base64,

    /// <summary>As it is: smaller, for HTTP and for mail paths that keep eight bits.</summary>
    EightBit,
}
