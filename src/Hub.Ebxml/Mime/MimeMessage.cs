namespace Hub.Ebxml.Mime;

/// <summary>A message ready for a transport. A resend sends these bytes again.</summary>
/// <param name="ContentType">Value of the top Content-Type.</param>
/// <param name="TransferEncoding">Value of the top Content-Transfer-Encoding; null where the parts have their own.</param>
/// <param name="Body">The body, after the empty line that ends the headers.</param>
public sealed record MimeMessage(string ContentType, string? TransferEncoding, ReadOnlyMemory<byte> Body)
{
    /// <summary>Value of the SOAPAction header, with its quotes (HITS 1172 rule 51).</summary>
    public const string SoapAction = "\"ebXML\"";
}
