using Hub.Ebxml.Envelope;
using static Hub.Ebxml.Inspection.MessageRule;

namespace Hub.Ebxml.Inspection;

/// <summary>Rules about sender and receiver: one HER-id each, in digits, and no type twice.</summary>
internal static class PartyRules
{
    private const string From = "/SOAP:Envelope/SOAP:Header/eb:MessageHeader/eb:From";
    private const string To = "/SOAP:Envelope/SOAP:Header/eb:MessageHeader/eb:To";

    public static MessageRule[] All { get; } =
    [
        Error(60, ErrorCodes.ValueNotRecognized, From, "The sender does not have exactly one HER-id.", i => Hers(i.Header.From) != 1),
        Error(61, ErrorCodes.ValueNotRecognized, To, "The receiver does not have exactly one HER-id.", i => Hers(i.Header.To) != 1),
        Error(14, ErrorCodes.ValueNotRecognized, From, "The sender's HER-id is not digits.", i => Hers(i.Header.From) == 1 && i.Header.From.Her is null),
        Error(13, ErrorCodes.ValueNotRecognized, To, "The receiver's HER-id is not digits.", i => Hers(i.Header.To) == 1 && i.Header.To.Her is null),
        Note(31, ErrorCodes.OtherXml, From, "An identifier of the sender has no type, or one type stands twice.", i => Untyped(i.Header.From)),
        Note(56, ErrorCodes.OtherXml, To, "An identifier of the receiver has no type, or one type stands twice.", i => Untyped(i.Header.To)),
        Warning(58, ErrorCodes.OtherXml, From, "The sender's role is missing.", i => i.Payload is not null && string.IsNullOrEmpty(i.Header.From.Role)),
        Warning(59, ErrorCodes.OtherXml, To, "The receiver's role is missing.", i => i.Payload is not null && string.IsNullOrEmpty(i.Header.To.Role)),
        Note(25, ErrorCodes.OtherXml, From, "A signal names roles.", i => i.Message.Body.IsSignal && (i.Header.From.Role ?? i.Header.To.Role) is not null),
    ];

    private static int Hers(Party party) => party.Ids.Count(id => id.Type == PartyId.HerType);

    private static bool Untyped(Party party) =>
        party.Ids.Any(id => string.IsNullOrEmpty(id.Type)) || party.Ids.Select(id => id.Type).Distinct().Count() != party.Ids.Count;
}
