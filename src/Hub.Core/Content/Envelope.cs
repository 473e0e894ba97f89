namespace Hub.Core.Content;

/// <summary>A content with everything the hub knows about its way: the unit that is routed and mapped.</summary>
/// <param name="MessageId">The hub's number of the message; 0 before it is stored.</param>
/// <param name="Tenant">Tenant name.</param>
/// <param name="Source">Name of the partner that sent it.</param>
/// <param name="SourceId">The source's own id of the event: the key of idempotency within tenant and source.</param>
/// <param name="Patient">Whom it is about.</param>
/// <param name="Content">What it says.</param>
/// <param name="AcceptedAt">When the hub took it in. Documents take their times from here and from the content, never from the clock.</param>
public sealed record Envelope(
    long MessageId,
    string Tenant,
    string Source,
    string SourceId,
    Patient Patient,
    HomeContent Content,
    DateTimeOffset AcceptedAt)
{
    /// <summary>What ties messages of one course of events together (alert id, conversation), null when there is nothing.</summary>
    public string? Correlation { get; init; }

    /// <summary>What came in but has no place in <see cref="Content"/>: the start of the mapping ledger.</summary>
    public IReadOnlyList<LeftOut> LeftOut { get; init; } = [];
}

/// <summary>A field that came in and was not carried on, and why.</summary>
/// <param name="Path">Where it stood in the input.</param>
/// <param name="Reason">Why it was left out.</param>
public sealed record LeftOut(string Path, string Reason);
