using Hub.Core.Errors;

namespace Hub.Core.Mappings;

/// <summary>What a mapping made, and the account of every field.</summary>
/// <param name="Document">The document; null when there are errors.</param>
/// <param name="Ledger">What became of each field of the content. Empty entries are not listed.</param>
/// <param name="Errors">Why no document could be made.</param>
public sealed record MappingOutcome(OutboundDocument? Document, IReadOnlyList<LedgerEntry> Ledger, IReadOnlyList<HubError> Errors)
{
    /// <summary>A failure.</summary>
    /// <param name="errors">At least one error.</param>
    /// <returns>The outcome.</returns>
    public static MappingOutcome Failed(params IReadOnlyList<HubError> errors) => new(null, [], errors);
}

/// <summary>One line of the mapping ledger: a field and what became of it.</summary>
/// <param name="Source">Field of the content or path of the input.</param>
/// <param name="Target">Where it went in the document; null when it was left out.</param>
/// <param name="Reason">Why it was left out; null when it was mapped.</param>
public sealed record LedgerEntry(string Source, string? Target, string? Reason)
{
    /// <summary>True when it was neither mapped nor left out with a reason: such a document is not sent.</summary>
    public bool IsUnexplained => Target is null && Reason is null;
}
