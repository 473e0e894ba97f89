using Hub.Ebxml.Envelope;
using static Hub.Ebxml.Inspection.MessageRule;

namespace Hub.Ebxml.Inspection;

/// <summary>Rules about the XML and the message header.</summary>
internal static class HeaderRules
{
    private const string Path = "/SOAP:Envelope/SOAP:Header/eb:MessageHeader";

    public static MessageRule[] All { get; } =
    [
        Warning(78, ErrorCodes.OtherXml, "/", "The XML declaration is missing.", i => !i.Parts.Tree.Declared),
        Warning(86, ErrorCodes.OtherXml, "/", "The encoding is not UTF-8.", i => i.Parts.Tree.Encoding is { } e
            && !e.Equals("UTF-8", StringComparison.OrdinalIgnoreCase)),
        Warning(70, ErrorCodes.ValueNotRecognized, Path, "eb:version is not 2.0.", i => i.Block("MessageHeader")!.Attribute(EbxmlNames.Eb, "version") != "2.0"),
        Warning(7, ErrorCodes.ValueNotRecognized, Path, "SOAP:mustUnderstand is not 1.", i =>
            i.Block("MessageHeader")!.Attribute(EbxmlNames.Soap, "mustUnderstand") != "1"),
        Note(102, ErrorCodes.OtherXml, Path + "/eb:MessageData/eb:Timestamp", "The time is not in UTC with Z.", i =>
            i.Block("MessageHeader")!.Child(EbxmlNames.Eb, "MessageData")?.Child(EbxmlNames.Eb, "Timestamp")?.Text.Trim().EndsWith('Z') == false),
        Note(12, ErrorCodes.ValueNotRecognized, Path + "/eb:CPAId", "The agreement is neither a UUID, owner:level:id, nor the two HER-ids.", i => !IsCpaId(i.Header)),
        Note(48, ErrorCodes.ValueNotRecognized, Path + "/eb:Service", "The type of the service is neither string nor kithService.", i =>
            i.Payload is not null && i.Header.Service.Type is not ("string" or "kithService")),
        Error(72, ErrorCodes.Inconsistent, Path + "/eb:Service", "The action belongs to the MSH's own service, and the service is another.", i =>
            i.Message.Body.IsSignal && i.Header.Service.Value != EbxmlNames.MshService),
    ];

    private static bool IsCpaId(MessageHeader header)
    {
        if (Guid.TryParse(header.CpaId, out _) || header.CpaId.Split(':').Length >= 3)
            return true;
        if (header.From.Her is not { } from || header.To.Her is not { } to)
            return header.CpaId.Contains('_', StringComparison.Ordinal);
        var pair = $"{Math.Min(from, to)}_{Math.Max(from, to)}";
        return header.CpaId == pair || header.CpaId.StartsWith(pair + "_", StringComparison.Ordinal);
    }
}
