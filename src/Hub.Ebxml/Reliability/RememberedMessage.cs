using Hub.Ebxml.Envelope;

namespace Hub.Ebxml.Reliability;

/// <summary>Names a received message. The sender is part of it, so that no partner can occupy another's ids.</summary>
/// <param name="FromHer">HER-id of the sender.</param>
/// <param name="MessageId">eb:MessageId, compared exactly.</param>
public readonly record struct ReceivedKey(int FromHer, string MessageId);

/// <summary>What the receiver remembers of a message whose signature was good.</summary>
/// <param name="Key">Sender and id.</param>
/// <param name="Digests">The references of its signature.</param>
/// <param name="ReceivedAt">When it came first.</param>
/// <param name="Answer">The bytes of the answer as sent, headers and all; empty when none was wanted.</param>
/// <param name="Delivered">True when its payload went on, false when it was refused.</param>
/// <param name="KeepUntil">Kept at least until then: the persist duration after it came.</param>
public sealed record RememberedMessage(
    ReceivedKey Key,
    IReadOnlyList<DigestReference> Digests,
    DateTimeOffset ReceivedAt,
    ReadOnlyMemory<byte> Answer,
    bool Delivered,
    DateTimeOffset KeepUntil);
