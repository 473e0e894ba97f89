using Hub.Core.Content;

namespace Hub.Core.Tenants;

/// <summary>Who may look at what of a tenant's patients. Rules only add: what no rule allows is refused.</summary>
/// <param name="Party">The organisation, by its name among <see cref="TenantConfig.Parties"/>.</param>
/// <param name="Roles">Authorisations of health personnel (Volven 9060: LE, SP ...) that may; <see cref="SystemRole"/> for systems without a user.</param>
/// <param name="Content">Kinds that they may see.</param>
public sealed record AccessRule(string Party, IReadOnlySet<string> Roles, IReadOnlySet<ContentKind> Content)
{
    /// <summary>Role of a system that asks without a user.</summary>
    public const string SystemRole = "system";

    /// <summary>Purposes that the patient must have consented to, all of them; empty = none.</summary>
    public IReadOnlyList<string> Requires { get; init; } = [];

    /// <summary>How the party's responsibility for the patient counts; default it must be responsible now.</summary>
    public AccessPeriod While { get; init; } = AccessPeriod.Responsible;

    /// <summary>For <see cref="AccessPeriod.After"/>: how long after its responsibility has ended.</summary>
    public TimeSpan After { get; init; }

    /// <summary>True when they may change it as well (plans); default false.</summary>
    public bool Writes { get; init; }
}

/// <summary>How responsibility counts for access. Where nothing is registered about a patient, the tenant's own organisation is responsible.</summary>
public enum AccessPeriod
{
    /// <summary>The party is responsible now.</summary>
    Responsible,

    /// <summary>Whoever is responsible.</summary>
    Always,

    /// <summary>The party is responsible now or was until a while ago.</summary>
    After,
}
