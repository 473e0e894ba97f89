using Hub.Core.Content;
using Hub.Core.Deliveries;
using Hub.Core.Routing;

namespace Hub.Core.Storage;

/// <summary>Takes messages in. One call is one transaction, durable when it returns.</summary>
public interface IIntakeStore
{
    /// <summary>Stores a group of raw messages with their messages and deliveries. A source key that is already stored (or stands earlier in the group) stores nothing and is answered as a repeat. Message ids rise in the order of the group, and over all nodes in the order of commits: whoever sees a number sees every lower one that will ever be there. Readers keep a cursor by it and owners keep lanes in order by it, so a sequence alone is not enough where several nodes write (a counter row or a lock taken in the transaction is).</summary>
    /// <param name="group">Raw messages of concurrent requests.</param>
    /// <param name="cancel">Gives up waiting; the transaction may still commit.</param>
    /// <returns>For each raw message one reply per new message, in order.</returns>
    /// <exception cref="StoreUnavailableException">The database does not answer; nothing may be promised.</exception>
    Task<IReadOnlyList<IReadOnlyList<IntakeReply>>> AcceptAsync(IReadOnlyList<NewRawMessage> group, CancellationToken cancel);
}

/// <summary>A raw message to be stored: bytes once, messages many.</summary>
/// <param name="Tenant">Tenant.</param>
/// <param name="Source">Sending partner.</param>
/// <param name="MediaType">Media type as received.</param>
/// <param name="SealedBody">The sealed bytes.</param>
/// <param name="ReceivedAt">When it came.</param>
/// <param name="Snapshot">Configuration that decided it.</param>
/// <param name="Messages">Its messages; at least one.</param>
public sealed record NewRawMessage(
    string Tenant,
    string Source,
    string MediaType,
    ReadOnlyMemory<byte> SealedBody,
    DateTimeOffset ReceivedAt,
    int Snapshot,
    IReadOnlyList<NewMessage> Messages)
{
    /// <summary>True when all of it is stored or nothing: where one message is in conflict, the new ones beside it are <see cref="IntakeStatus.Held"/>. Default false: each stands for itself.</summary>
    public bool AllOrNone { get; init; }
}

/// <summary>A message to be stored.</summary>
/// <param name="Ordinal">Which event of the raw message it is, 0 for the first: reading the raw bytes again finds it there.</param>
/// <param name="Kind">Kind of content.</param>
/// <param name="Category">Finer kind, null when none.</param>
/// <param name="Triage">Traffic light.</param>
/// <param name="SourceId">The source's id of the event, at most 200 characters.</param>
/// <param name="SourceKey">Hash of tenant, source and source id: unique in the installation.</param>
/// <param name="Fingerprint">First 128 bits of the SHA-256 over the event: the same id with another fingerprint is a conflict.</param>
/// <param name="PatientKey">Keyed hash of the patient.</param>
/// <param name="OccurredAt">When it happened at the patient's.</param>
/// <param name="Correlation">What ties it to others, null when nothing.</param>
/// <param name="Decisions">What each route said.</param>
/// <param name="Notes">Repairs and fields left out by the adapter, as the timeline shows them; empty for most.</param>
/// <param name="Deliveries">What is to be delivered.</param>
public sealed record NewMessage(
    int Ordinal,
    ContentKind Kind,
    string? Category,
    Triage Triage,
    string SourceId,
    Guid SourceKey,
    Guid Fingerprint,
    Guid PatientKey,
    DateTimeOffset OccurredAt,
    string? Correlation,
    IReadOnlyList<RouteDecision> Decisions,
    IReadOnlyList<TimelineNote> Notes,
    IReadOnlyList<NewDelivery> Deliveries)
{
    /// <summary>What one of the deliveries has to do with a waiting answer among them.</summary>
    /// <param name="delivery">One of <see cref="Deliveries"/>.</param>
    /// <returns>Its part.</returns>
    public AnswerPart PartOf(NewDelivery delivery)
    {
        if (delivery.DueAt is not null)
            return AnswerPart.Answer;
        for (var i = 0; i < Deliveries.Count; i++)
        {
            if (Deliveries[i].DueAt is not null)
                return AnswerPart.Awaited;
        }

        return AnswerPart.None;
    }
}

/// <summary>A delivery to be made. It is due at once unless <see cref="DueAt"/> says otherwise.</summary>
/// <param name="Route">Route name.</param>
/// <param name="Partner">Receiving partner.</param>
/// <param name="Mapping">Mapping name.</param>
/// <param name="Partition">Partition.</param>
/// <param name="Lane">Lane.</param>
/// <param name="DeadLetter">Null for an ordinary delivery; a code makes it a dead letter from the start (unrouted message).</param>
public sealed record NewDelivery(string Route, string Partner, string Mapping, int Partition, long Lane, string? DeadLetter = null)
{
    /// <summary>When it is due at the latest, null = at once. An answer to the source waits for the message's other deliveries; it is made due when they have ended (<see cref="IExchangeStore.AnswersDueAsync"/>). Its give-up time begins when it is due.</summary>
    public DateTimeOffset? DueAt { get; init; }
}

/// <summary>A remark that belongs on the timeline.</summary>
/// <param name="Kind">Short stable name: <c>repair</c>, <c>left-out</c> ...</param>
/// <param name="Path">Where in the input, null when nowhere in particular.</param>
/// <param name="Text">What, without personal data.</param>
public sealed record TimelineNote(string Kind, string? Path, string Text);

/// <summary>What became of a new message.</summary>
/// <param name="MessageId">Its number, or the number it got when it came first.</param>
/// <param name="Status">New, repeated or in conflict.</param>
public readonly record struct IntakeReply(long MessageId, IntakeStatus Status);

/// <summary>What became of a new message.</summary>
public enum IntakeStatus
{
    /// <summary>Stored now.</summary>
    Accepted,

    /// <summary>The same event was stored before; nothing was stored now.</summary>
    Repeated,

    /// <summary>Another event was stored before under this id; nothing was stored now.</summary>
    Conflict,

    /// <summary>New, and not stored: it came in a message that is taken whole or not at all, and another part of that is in conflict. It has no number.</summary>
    Held,
}
