namespace Hub.Ebxml.Agreements;

/// <summary>What kind of document the agreement was read from.</summary>
public enum AgreementKind
{
    /// <summary>Two parties: a CPA.</summary>
    Agreement,

    /// <summary>One party's own statement: a CPP.</summary>
    Profile,
}

/// <summary>CPA status (CPPA 2.0). NHN's agreements stay <c>proposed</c> all their life, so the status is shown and not enforced.</summary>
public enum AgreementStatus
{
    /// <summary>Not said, as in a profile.</summary>
    Unstated,

    /// <summary>Offered.</summary>
    Proposed,

    /// <summary>Agreed.</summary>
    Agreed,

    /// <summary>Signed.</summary>
    Signed,
}

/// <summary>A CPA or CPP as read.</summary>
/// <param name="Id">cpaid or cppid: a UUID, <c>owner:level:id</c> or anything else; compared exactly.</param>
/// <param name="Kind">CPA or CPP.</param>
/// <param name="Status">Its status.</param>
/// <param name="Start">When it begins; null when not said.</param>
/// <param name="End">When it ends; null when not said.</param>
/// <param name="Parties">Two for an agreement, one for a profile.</param>
/// <param name="Remarks">What was wrong and could be read all the same: doubled ids, references that lead nowhere, odd values.</param>
public sealed record Agreement(
    string Id,
    AgreementKind Kind,
    AgreementStatus Status,
    DateTimeOffset? Start,
    DateTimeOffset? End,
    IReadOnlyList<AgreementParty> Parties,
    IReadOnlyList<Failure> Remarks)
{
    /// <summary>Whether the agreement is in force at an instant (HITS 1172 rules 112 to 114).</summary>
    /// <param name="instant">The instant.</param>
    /// <returns>True from start to end; an end not given never comes.</returns>
    public bool IsValidAt(DateTimeOffset instant) => (Start is null || instant >= Start) && (End is null || instant <= End);

    /// <summary>The party with a HER-id.</summary>
    /// <param name="her">The HER-id.</param>
    /// <returns>The party, or null.</returns>
    public AgreementParty? Party(int her) => Parties.FirstOrDefault(p => p.Her == her);

    /// <summary>The party that is not the one with this HER-id.</summary>
    /// <param name="her">The HER-id.</param>
    /// <returns>The other party, or null.</returns>
    public AgreementParty? Counterpart(int her) => Party(her) is null ? null : Parties.FirstOrDefault(p => p.Her != her);
}
