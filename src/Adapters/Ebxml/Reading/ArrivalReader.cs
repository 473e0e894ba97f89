using System.Globalization;
using System.Security.Cryptography;
using Hub.Adapters.Ebxml.Receiving;
using Hub.Core.Adapters;
using Hub.Core.Content;
using Hub.Core.Mappings;
using Hub.Core.Tenants;
using Hub.Ebxml.Agreements;
using Hub.Ebxml.Envelope;
using Hub.Kith.AppRec;
using Hub.Kith.MsgHead;

namespace Hub.Adapters.Ebxml.Reading;

/// <summary>Reads a stored message of the network into one event: the document as <see cref="ClinicalMessage"/>, and the AppRec that its sender expects.</summary>
internal static class ArrivalReader
{
    /// <summary>Mapping that makes the AppRec.</summary>
    public const string AnswerMapping = "kith.apprec";

    // Time to send the answer, and to send it again once.
    private static readonly TimeSpan Margin = TimeSpan.FromHours(2);

    public static ParsedMessage Parse(InboundMessage input)
    {
        // A bare document is read too, for trying routes; no face lets one in.
        var stored = input.MediaType is "application/xml" or "text/xml" ? new StoredArrival(null, [input.Body]) : StoredArrival.Read(input.Body);
        if (stored is null)
            return ParsedMessage.Refused(EbxmlErrors.Unreadable.At(detail: "Messages of the network come in at /ebxml/TENANT only"));
        var bytes = stored.Documents[0];
        var document = IncomingDocument.Of(bytes);
        var plan = AppRecDecision.Decide(document, Knowledge(stored.Header, input));
        if (document.Info is not { } info || plan.Silence is NoAnswer.SenderUnknown)
            return ParsedMessage.Refused(EbxmlErrors.DocumentUnreadable.At(detail: "The document does not say what it is and from whom"));
        if (plan.Silence == NoAnswer.NotForUs)
            return ParsedMessage.Refused(EbxmlErrors.WrongReceiver.At("MsgInfo.Receiver"));
        if (IsForged(info, stored.Header))
            return ParsedMessage.Refused(EbxmlErrors.SenderUnknown.At("MsgInfo.Sender", "The document names another sender than its envelope"));
        // Another service of the enterprise may be addressed beside ours; it has a copy of its own and answers for itself.
        var answer = plan.Answers.FirstOrDefault(a => !a.IsRejection) ?? (plan.Answers is [var first, ..] ? first : null);
        return new ParsedMessage([Entry(stored, input, info, bytes, answer)], [], IsBatch: false);
    }

    private static ParsedEntry Entry(StoredArrival stored, InboundMessage input, MsgInfo info, ReadOnlyMemory<byte> bytes, ReceiptAnswer? answer)
    {
        var refusals = answer is { IsRejection: true } ? answer.Errors.Select(e => new Coding(e.S, e.V ?? "X99", e.OT ?? e.DN)).ToList() : [];
        var reading = ClinicalMessageReader.Read(bytes, info);
        var content = reading.Content with { Transport = Transport(stored.Header), Refusals = refusals };
        var happened = new ParsedEvent(info.MsgId.Trim().ToLowerInvariant(), reading.Patient, content, SHA256.HashData(bytes.Span))
        {
            Correlation = content.Conversation is { } first ? $"conversation:{first}/{info.MsgId}" : $"conversation:{info.MsgId}",
            LeftOut = reading.LeftOut,
            Origin = Origin(stored.Header),
            Answer = answer is null ? null : new AnswerRequest(AnswerMapping, Within(input, info, answer), answer.IsRejection),
        };
        return new ParsedEntry(info.MsgId, [happened], [], []);
    }

    // Ids are bounded: they are the sender's words.
    private static string? Origin(MessageHeader? header)
    {
        return header is null
            ? null
            : $"ebXML message {Short(header.MessageId)}, conversation {Short(header.ConversationId)}, agreement {Short(header.CpaId)}, from HER-id {header.From.Her} to {header.To.Her}";

        static string Short(string id) => id.Length <= 100 ? id : id[..100];
    }

    // The sender's 96 hours run from GenDate (HISD 1168), however long the message was on its way. Once they are over there is nothing to be in time for, and the answer waits to be true.
    private static TimeSpan Within(InboundMessage input, MsgInfo info, ReceiptAnswer answer)
    {
        if (answer.IsRejection || input.Tenant?.Messaging is not { Answers: AnswerSource.Journal } messaging)
            return TimeSpan.Zero;
        var left = (info.GenDate.Instant ?? input.ReceivedAt) + AppRecDecision.Deadline - input.ReceivedAt;
        if (left <= TimeSpan.Zero || left - Margin >= messaging.AnswerWithin)
            return messaging.AnswerWithin;
        return left > Margin ? left - Margin : TimeSpan.Zero;
    }

    private static AppRecKnowledge Knowledge(MessageHeader? header, InboundMessage input) => new()
    {
        Enterprises = Ids(input.Tenant?.Organization.Her),
        Services = Ids(input.Tenant?.Messaging?.Her),
        EnvelopeReceiver = header?.To.Her?.ToString(CultureInfo.InvariantCulture),
        Now = input.ReceivedAt,
    };

    private static HashSet<string> Ids(int? her) => her is { } id ? [id.ToString(CultureInfo.InvariantCulture)] : [];

    // A valid signature says who sent the envelope; a document inside that speaks for somebody else is none of theirs.
    private static bool IsForged(MsgInfo info, MessageHeader? header)
    {
        var address = info.Sender.Address;
        if (header is null || (address.Service is null && address.Enterprise is null))
            return false;
        return header.From.Her is not { } envelope || (HerId.Parse(address.Service) != envelope && HerId.Parse(address.Enterprise) != envelope);
    }

    private static Dictionary<string, string> Transport(MessageHeader? header)
    {
        if (header is null)
            return [];
        var transport = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [MessageProperties.Conversation] = header.ConversationId,
            [MessageProperties.Service] = header.Service.Value,
            [MessageProperties.Action] = header.Action,
            [MessageProperties.Agreement] = header.CpaId,
            [MessageProperties.Message] = header.MessageId,
        };
        Add(MessageProperties.Sender, header.From.Her?.ToString(CultureInfo.InvariantCulture));
        Add(MessageProperties.Receiver, header.To.Her?.ToString(CultureInfo.InvariantCulture));
        Add(MessageProperties.FromRole, header.From.Role);
        Add(MessageProperties.ToRole, header.To.Role);
        return transport;

        void Add(string name, string? value)
        {
            if (value is not null)
                transport[name] = value;
        }
    }
}
