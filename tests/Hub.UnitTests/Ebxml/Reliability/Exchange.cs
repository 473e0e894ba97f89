using Hub.Ebxml.Addressing;
using Hub.Ebxml.Agreements;
using Hub.Ebxml.Envelope;
using Hub.Ebxml.Reliability;

namespace Hub.UnitTests.Ebxml.Reliability;

/// <summary>Messages between two parties, as the tests of reliability need them.</summary>
internal static class Exchange
{
    internal const int Sender = 100;
    internal const int Receiver = 200;
    internal static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    internal static readonly ResendSchedule Schedule = ResendSchedule.Of(ReliabilityTerms.Nhn);

    internal static DigestReference[] Digests(string content) =>
    [
        new("", [new ReferenceTransform("urn:t")], SignatureTerms.Sha256, "env" + content),
        new("cid:a@b", [], SignatureTerms.Sha256, "att" + content),
    ];

    internal static EbxmlMessage Message(string id, AckRequested? ack, DateTimeOffset? ttl = null) => new(
        MessageAddress.For("DIALOG_NOTAT").Header(Sender, Receiver, DefaultAgreement.IdFor(Sender, Receiver), "conv", id, Start) with { TimeToLive = ttl },
        new PayloadBody(ack, SyncReply: false, Manifest.Empty));

    internal static IncomingFacts Incoming(string id = "m", string content = "1", DateTimeOffset? ttl = null) =>
        new() { Message = Message(id, new AckRequested(), ttl), Digests = Digests(content) };

    internal static IncomingFacts Incoming(MessageBody body, string id = "s") =>
        new() { Message = Message(id, null) with { Body = body } };

    internal static SentMessage Sent(string id = "m") =>
        new() { MessageId = id, FromHer = Sender, ToHer = Receiver, Digests = Digests("1"), Created = Start };

    internal static AcknowledgmentCame Ack(string id = "m", int? from = Receiver, params DigestReference[] digests) =>
        new(from, new(Start, id, digests.Length == 0 ? Digests("1") : digests));

    internal static ErrorListCame Errors(ErrorSeverity severity, string code = ErrorCodes.SecurityFailure) =>
        new(Receiver, new(severity, [new(code, severity)]));

    internal static RememberedMessage Received(string id = "m", string content = "1") =>
        new(new(Sender, id), Digests(content), Start, new byte[] { 1, 2, 3 }, Delivered: true, Start.AddDays(4));
}
