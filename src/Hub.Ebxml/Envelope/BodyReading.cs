using Hub.Ebxml.Markup;

namespace Hub.Ebxml.Envelope;

/// <summary>Decides what kind of message an envelope is (order of HITS 1172, 5.11) and reads what that kind carries.</summary>
internal static class BodyReading
{
    public static MessageBody Read(EnvelopeParts parts, MessageHeader header, List<Finding> findings)
    {
        if (parts.Body.Elements.Take(2).Count() > 1)
            Add(findings, 3, MessageReading.BodyPath, "SOAP:Body has more than one element.");
        if (parts.Body.Child(EbxmlNames.Eb, "Manifest") is { } manifest)
            return Payload(parts, ManifestReading.Read(manifest));
        if (parts.Body.Child(EbxmlNames.Eb, "StatusRequest") is { } request)
            return new StatusRequestBody(Reference(request));
        if (parts.Body.Child(EbxmlNames.Eb, "StatusResponse") is { } response)
            return StatusResponse(response, findings);
        var errors = parts.Header.Child(EbxmlNames.Eb, "ErrorList");
        var acknowledgment = parts.Header.Child(EbxmlNames.Eb, "Acknowledgment");
        if (errors is not null && acknowledgment is not null)
            Add(findings, 106, MessageReading.HeaderPath, "The message is both an acknowledgment and an error list.");
        if (errors is not null)
            return SignalReading.Errors(errors, findings);
        if (acknowledgment is not null)
            return SignalReading.Acknowledgment(acknowledgment, findings);
        if (header.Action == SignalActions.Ping)
            return new PingBody();
        if (header.Action == SignalActions.Pong)
            return new PongBody();
        if (header.Service.Value == EbxmlNames.MshService)
            Add(findings, 101, MessageReading.BodyPath, "A message of the MSH's own service has none of its contents.");
        return Payload(parts, Manifest.Empty);
    }

    private static PayloadBody Payload(EnvelopeParts parts, Manifest manifest)
    {
        var ack = parts.Header.Child(EbxmlNames.Eb, "AckRequested");
        var requested = ack is null
            ? null
            : new AckRequested(Attributes.ReadFlag(ack, "signed") ?? false, ack.Attribute(EbxmlNames.Soap, "actor"));
        return new PayloadBody(requested, parts.Header.Child(EbxmlNames.Eb, "SyncReply") is not null, manifest);
    }

    private static StatusResponseBody StatusResponse(TreeElement element, List<Finding> findings)
    {
        if (!Enum.TryParse<MessageStatus>(Attributes.Read(element, "messageStatus"), out var status))
        {
            status = MessageStatus.NotRecognized;
            Add(findings, null, MessageReading.BodyPath + "/eb:StatusResponse", "eb:messageStatus is missing or unknown.");
        }

        return new StatusResponseBody(Reference(element), status, EbxmlTime.Read(element.Child(EbxmlNames.Eb, "Timestamp")?.Text));
    }

    private static string Reference(TreeElement element) => element.Child(EbxmlNames.Eb, "RefToMessageId")?.Text.Trim() ?? "";

    private static void Add(List<Finding> findings, int? rule, string path, string text) =>
        findings.Add(new Finding(rule, FindingSeverity.Error, ErrorCodes.OtherXml, path, text));
}
