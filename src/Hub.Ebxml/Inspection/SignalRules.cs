using Hub.Ebxml.Envelope;
using static Hub.Ebxml.Inspection.MessageRule;

namespace Hub.Ebxml.Inspection;

/// <summary>Rules about receipts and error lists.</summary>
internal static class SignalRules
{
    private const string Header = "/SOAP:Envelope/SOAP:Header";
    private const string Ack = Header + "/eb:Acknowledgment";

    public static MessageRule[] All { get; } =
    [
        Note(109, ErrorCodes.Inconsistent, Header + "/eb:MessageHeader/eb:MessageData", "A receipt names the message in its header too.", i =>
            i.Message.Body is AcknowledgmentBody && i.Header.RefToMessageId is not null),
        Note(115, ErrorCodes.ValueNotRecognized, Ack, "SOAP:mustUnderstand is not 1.", i =>
            i.Block("Acknowledgment") is { } a && a.Attribute(EbxmlNames.Soap, "mustUnderstand") != "1"),
        Warning(116, ErrorCodes.OtherXml, Ack, "The receipt does not carry the digest of the envelope.", i =>
            i.Message.Body is AcknowledgmentBody a && a.References.All(r => r.Uri.Length > 0)),
        Note(117, ErrorCodes.OtherXml, Ack, "The receipt carries no digest of an attachment.", i =>
            i.Message.Body is AcknowledgmentBody a && a.References.All(r => r.Uri.Length == 0)),
        Error(120, ErrorCodes.OtherXml, Header + "/eb:MessageHeader/eb:MessageData", "An error list does not name the message.", i =>
            i.Message.Body is ErrorListBody && string.IsNullOrEmpty(i.Header.RefToMessageId)),
        Note(123, ErrorCodes.ValueNotRecognized, Header + "/eb:ErrorList", "An error code is not one of ebXML's.", i =>
            i.Message.Body is ErrorListBody e && e.Errors.Any(x => x.Context is null or EbxmlNames.ErrorContext && !Known(x.Code))),
        Warning(74, ErrorCodes.Inconsistent, Header, "A signal asks for a receipt or for dropping duplicates.", i => i.Message.Body.IsSignal
            && (i.Header.DuplicateElimination || i.Block("AckRequested") is not null)),
    ];

    private static bool Known(string code) => code is ErrorCodes.ValueNotRecognized or ErrorCodes.NotSupported or ErrorCodes.Inconsistent
        or ErrorCodes.OtherXml or ErrorCodes.DeliveryFailure or ErrorCodes.TimeToLiveExpired or ErrorCodes.SecurityFailure
        or ErrorCodes.MimeProblem or ErrorCodes.Unknown;
}
