using Hub.Core.Content;

namespace Hub.Core.Lookups;

/// <summary>What a partner had.</summary>
/// <param name="Findings">What was found, newest first; empty when it has nothing.</param>
/// <param name="Complete">False when the partner has more than it gave (limit, a page that failed): the asker must be told.</param>
public sealed record LookupAnswer(IReadOnlyList<LookupFinding> Findings, bool Complete);

/// <summary>One finding.</summary>
/// <param name="SourceId">The partner's id of it, the same id under which it is or would be sent to the hub.</param>
/// <param name="Patient">Whom it is about.</param>
/// <param name="Content">What it says.</param>
public sealed record LookupFinding(string SourceId, Patient Patient, HomeContent Content)
{
    /// <summary>When the partner last changed it, null when it does not say.</summary>
    public DateTimeOffset? Updated { get; init; }
}
