namespace Hub.Ebxml.Envelope;

/// <summary>Reads the message out of an envelope, tolerating what is seen in the wild and saying so.</summary>
internal static class MessageReading
{
    public const string HeaderPath = "/SOAP:Envelope/SOAP:Header";
    public const string BodyPath = "/SOAP:Envelope/SOAP:Body";

    /// <summary>The message, or null when there is no message header to answer to or the structure is ambiguous.</summary>
    public static EbxmlMessage? Read(EnvelopeParts parts, List<Finding> findings)
    {
        if (parts.Header.Child(EbxmlNames.Eb, "MessageHeader") is not { } element)
        {
            findings.Add(new Finding(4, FindingSeverity.Error, ErrorCodes.OtherXml, HeaderPath, "eb:MessageHeader is missing."));
            return null;
        }

        if (parts.Ambiguous)
            return null;
        MustUnderstand(parts, findings);
        var header = HeaderReading.Read(element, findings);
        return new EbxmlMessage(header, BodyReading.Read(parts, header, findings));
    }

    private static void MustUnderstand(EnvelopeParts parts, List<Finding> findings)
    {
        foreach (var block in parts.Header.Elements)
        {
            if (block.Namespace is EbxmlNames.Eb or EbxmlNames.Ds)
                continue;
            if (block.Attribute(EbxmlNames.Soap, "mustUnderstand") is "1" or "true")
                findings.Add(new Finding(100, FindingSeverity.Error, ErrorCodes.NotSupported, HeaderPath,
                    "A header block that is not ebXML must be understood, and is not."));
        }
    }
}
