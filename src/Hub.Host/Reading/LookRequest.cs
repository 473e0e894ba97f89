using Hub.Core.Content;
using Hub.Core.Identities;

namespace Hub.Host.Reading;

/// <summary>What somebody wants to look at.</summary>
/// <param name="Interaction">What they do, for the audit log: <c>Observation/_search</c>, <c>CarePlan/_history</c> ...</param>
/// <param name="Patient">At whom; null = the patient in the token's context.</param>
/// <param name="Kinds">Kinds that they ask for; at least one.</param>
internal sealed record LookRequest(string Interaction, Identifier? Patient, IReadOnlyList<ContentKind> Kinds)
{
    /// <summary>True when something is changed.</summary>
    public bool Writes { get; init; }

    /// <summary>Kinds that the request makes no sense without; the others are left out of the answer where they are not allowed. Default all.</summary>
    public IReadOnlyList<ContentKind>? Needed { get; init; }
}
