using Hub.Core.Content;
using Hub.Core.Errors;

namespace Hub.Core.Adapters;

/// <summary>What an adapter read. A single message that fails has one entry with errors; a batch is answered entry by entry; a message that cannot be read at all has only <see cref="Errors"/>.</summary>
/// <param name="Entries">Entries in the order received.</param>
/// <param name="Errors">Errors of the message as a whole; when there is any, nothing is taken in.</param>
/// <param name="IsBatch">True when the entries succeed and fail each for itself; false when one fault refuses the whole message.</param>
public sealed record ParsedMessage(IReadOnlyList<ParsedEntry> Entries, IReadOnlyList<HubError> Errors, bool IsBatch)
{
    /// <summary>A message that cannot be read.</summary>
    /// <param name="errors">At least one error.</param>
    /// <returns>The outcome.</returns>
    public static ParsedMessage Refused(params IReadOnlyList<HubError> errors) => new([], errors, false);
}

/// <summary>One entry of a message: one source event, which may hold several contents (a document with note, alert and values).</summary>
/// <param name="Label">How the sender knows the entry: its event id, fullUrl or index. Echoed in the answer.</param>
/// <param name="Events">The events; empty when <paramref name="Errors"/> has any.</param>
/// <param name="Errors">Why the entry is refused.</param>
/// <param name="Repairs">What the lenient mode mended.</param>
public sealed record ParsedEntry(string Label, IReadOnlyList<ParsedEvent> Events, IReadOnlyList<HubError> Errors, IReadOnlyList<Repair> Repairs);

/// <summary>One event: one content about one patient.</summary>
/// <param name="SourceId">The source's id of the event, unique within the partner; contents of one document get a suffix each.</param>
/// <param name="Patient">Whom it is about.</param>
/// <param name="Content">What it says.</param>
/// <param name="Fingerprint">SHA-256 over the event's meaning as received (not over transport details): the same id with another fingerprint is a conflict.</param>
public sealed record ParsedEvent(string SourceId, Patient Patient, HomeContent Content, ReadOnlyMemory<byte> Fingerprint)
{
    /// <summary>What ties it to other events, null when nothing does.</summary>
    public string? Correlation { get; init; }

    /// <summary>How it came, for the timeline: ids of the transport that people on both sides search by. No personal data; null when there is nothing to say.</summary>
    public string? Origin { get; init; }

    /// <summary>The answer that the source expects about this event, null when it expects none.</summary>
    public AnswerRequest? Answer { get; init; }

    /// <summary>What came in but has no place in the content.</summary>
    public IReadOnlyList<LeftOut> LeftOut { get; init; } = [];
}

/// <summary>A fault that the lenient mode mended.</summary>
/// <param name="Path">Where.</param>
/// <param name="Rule">Which rule was broken, by a stable short name.</param>
/// <param name="What">What was done, without personal data.</param>
public sealed record Repair(string Path, string Rule, string What);

/// <summary>An answer that the source expects (AppRec).</summary>
/// <param name="Mapping">Mapping that makes the answer, an <see cref="Mappings.IAnswerMapping"/>.</param>
/// <param name="Within">How long after acceptance it is sent at the latest; zero = at once, whatever becomes of the event.</param>
/// <param name="Refused">True when the event must be refused: it goes to no route, only the answer goes out.</param>
public sealed record AnswerRequest(string Mapping, TimeSpan Within, bool Refused = false);
