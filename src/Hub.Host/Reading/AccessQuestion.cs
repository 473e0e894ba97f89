using Hub.Core.Content;
using Hub.Core.Registers;
using Hub.Core.Tenants;

namespace Hub.Host.Reading;

/// <summary>Who wants to see or change what.</summary>
/// <param name="Party">The asker's organisation, by its name among the tenant's parties.</param>
/// <param name="Roles">The asker's authorisations; <see cref="AccessRule.SystemRole"/> alone for a system.</param>
/// <param name="Kinds">Kinds that are asked for.</param>
/// <param name="Writes">True when something is changed.</param>
internal sealed record AccessQuestion(string Party, IReadOnlySet<string> Roles, IReadOnlyList<ContentKind> Kinds, bool Writes)
{
    /// <summary>Purposes that the patient has consented to now.</summary>
    public IReadOnlySet<string> Granted { get; init; } = new HashSet<string>();

    /// <summary>Who is and was responsible, the latest version first; empty when nothing is registered.</summary>
    public IReadOnlyList<Responsibility> Responsible { get; init; } = [];
}
