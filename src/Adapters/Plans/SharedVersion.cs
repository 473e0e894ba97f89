using Hub.Core.Content;

namespace Hub.Adapters.Plans;

/// <summary>A version of a shared plan, or an edit that did not become one, as the register keeps it.</summary>
/// <param name="Key">Id of the shared plan.</param>
/// <param name="Number">Number of the version, 1 for the first; in a conflict the version that was the latest when the edit came.</param>
/// <param name="Edit">Who wrote what, why, from which event.</param>
/// <param name="At">When the register took it.</param>
/// <param name="BasedOn">The version it was edited from; 0 for none.</param>
public sealed record SharedVersion(string Key, int Number, PlanEdit Edit, DateTimeOffset At, int BasedOn)
{
    /// <summary>What each system calls this plan: partner, and its id there.</summary>
    public IReadOnlyList<PlanName> Names { get; init; } = [];

    /// <summary>Conflicts that this version settles; in a settled conflict empty.</summary>
    public IReadOnlyList<string> Settles { get; init; } = [];

    /// <summary>In a conflict: why the edit did not become a version (code of <see cref="Hub.Core.Errors.PlanErrors"/>); else null.</summary>
    public string? Refusal { get; init; }

    /// <summary>In a settled conflict the version that settled it, in a dismissed one the version that stands; else null.</summary>
    public int? SettledBy { get; init; }
}

/// <summary>What a system calls a plan.</summary>
/// <param name="Partner">The system.</param>
/// <param name="Id">Its id of the plan.</param>
public sealed record PlanName(string Partner, string Id);

/// <summary>A plan as one system wants it to be.</summary>
/// <param name="Origin">The partner that wrote it.</param>
/// <param name="Event">The partner's id of the event: the same edit again is known by it.</param>
/// <param name="Who">Who wrote it, as the audit log names people and systems.</param>
/// <param name="Patient">Whom it is about.</param>
/// <param name="Plan">The plan: id, version, time, author and reason as the partner gave them.</param>
public sealed record PlanEdit(string Origin, string Event, string Who, Patient Patient, SelfTreatmentPlan Plan);
