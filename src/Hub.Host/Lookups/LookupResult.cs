using Hub.Core.Errors;
using Hub.Core.Lookups;

namespace Hub.Host.Lookups;

/// <summary>What the partners said.</summary>
/// <param name="Partners">One answer of each partner that was asked, in the order of the tenant file; empty when no partner of the tenant can answer such a question.</param>
public sealed record LookupResult(IReadOnlyList<PartnerAnswer> Partners)
{
    /// <summary>What was found, partner by partner.</summary>
    public IEnumerable<(string Partner, LookupFinding Finding)> Findings =>
        Partners.Where(p => p.Answer.IsOk).SelectMany(p => p.Answer.Value.Findings.Select(f => (p.Partner, f)));

    /// <summary>Why partners gave no answer. A patient whom a partner does not know is not among them: that is an answer with nothing in it.</summary>
    public IEnumerable<(string Partner, HubError Error)> Errors =>
        Partners.Where(p => !p.Answer.IsOk && !p.IsUnknownThere).SelectMany(p => p.Answer.Errors.Select(e => (p.Partner, e)));

    /// <summary>Partners that gave some of what they have and not all.</summary>
    public IEnumerable<string> Cut => Partners.Where(p => p.Answer is { IsOk: true, Value.Complete: false }).Select(p => p.Partner);

    /// <summary>True when at least one partner answered.</summary>
    public bool AnyAnswered => Partners.Any(p => p.Answer.IsOk || p.IsUnknownThere);

    /// <summary>True when everybody who was asked gave everything: only then does an empty list mean that there is nothing.</summary>
    public bool Complete => Partners.Count > 0 && Partners.All(p => p.IsUnknownThere || p.Answer is { IsOk: true, Value.Complete: true });

    /// <summary>True when partners were asked and none of them knows the patient.</summary>
    public bool NobodyKnowsThePatient => Partners.Count > 0 && Partners.All(p => p.IsUnknownThere);
}

/// <summary>What one partner said.</summary>
/// <param name="Partner">Name of the partner.</param>
/// <param name="Answer">Its answer, or errors of <see cref="LookupErrors"/>.</param>
public sealed record PartnerAnswer(string Partner, Result<LookupAnswer> Answer)
{
    /// <summary>True when the answer is one that was kept.</summary>
    public bool Kept { get; init; }

    /// <summary>True when the partner says that it does not know the patient.</summary>
    public bool IsUnknownThere => Answer is { IsOk: false, Errors: [{ Code: var code }, ..] } && code == LookupErrors.PatientUnknown.Code;
}
