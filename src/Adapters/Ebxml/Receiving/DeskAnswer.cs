using Hub.Core.Errors;

namespace Hub.Adapters.Ebxml.Receiving;

/// <summary>What became of a message that came in, as its transport must know it.</summary>
/// <param name="Status">What became of it.</param>
/// <param name="Error">Why it was not taken; null when it was.</param>
public sealed record DeskAnswer(DeskStatus Status, HubError? Error = null)
{
    /// <summary>The answer to give on the same connection, null when it is none or goes its own way.</summary>
    public DeskReply? Reply { get; init; }

    /// <summary>The Ping that it answers, when it is a Pong; null for everything else.</summary>
    public AnsweredPing? Pong { get; init; }
}

/// <summary>A Ping that was answered with a Pong of its own (ebXML MS 2.0 section 8.2).</summary>
/// <param name="Partner">Who answered.</param>
/// <param name="MessageId">MessageId of the Ping.</param>
public sealed record AnsweredPing(string Partner, string MessageId);

/// <summary>An answer on the same connection.</summary>
/// <param name="ContentType">Its content type with parameters.</param>
/// <param name="Body">Its bytes.</param>
public sealed record DeskReply(string ContentType, ReadOnlyMemory<byte> Body);

/// <summary>What became of a message.</summary>
public enum DeskStatus
{
    /// <summary>It is durable, or was before; its answer follows or is in <see cref="DeskAnswer.Reply"/>.</summary>
    Taken,

    /// <summary>It is refused, and the sender is told by a signed error.</summary>
    Refused,

    /// <summary>It is none that can be answered as ebXML: not readable, or not from a partner. The transport refuses or keeps it.</summary>
    Unanswerable,

    /// <summary>Nothing can be promised right now: the same message is to be brought again.</summary>
    NotNow,
}
