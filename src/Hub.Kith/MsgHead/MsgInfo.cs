using Hub.Kith.Types;

namespace Hub.Kith.MsgHead;

/// <summary>What a message is, from whom, to whom and about whom.</summary>
public sealed record MsgInfo
{
    /// <summary>The version text every MsgHead 1.2 carries.</summary>
    public const string Version12 = "v1.2 2006-05-24";

    /// <summary>Kind of message, list 8279; the same word as the ebXML action.</summary>
    public required CS Type { get; init; }

    /// <summary>Version text.</summary>
    public string MigVersion { get; init; } = Version12;

    /// <summary>When the message was made. Receipts repeat it verbatim and the 96 hours run from it.</summary>
    public required TS GenDate { get; init; }

    /// <summary>Identifier of the message; shall be a UUID.</summary>
    public required string MsgId { get; init; }

    /// <summary>P production, T test, D debug (list 8213).</summary>
    public CS? ProcessingStatus { get; init; }

    /// <summary>Priority asked for.</summary>
    public CS? RequestedPriority { get; init; }

    /// <summary>Whether a receipt is asked for; without meaning, since one is always sent.</summary>
    public CS? Ack { get; init; }

    /// <summary>Place in a dialogue.</summary>
    public ConversationRef? ConversationRef { get; init; }

    /// <summary>Sender.</summary>
    public required Party Sender { get; init; }

    /// <summary>Main receiver.</summary>
    public required Party Receiver { get; init; }

    /// <summary>Other receivers.</summary>
    public IReadOnlyList<OtherReceiver> OtherReceivers { get; init; } = [];

    /// <summary>Patient.</summary>
    public Person? Patient { get; init; }
}
