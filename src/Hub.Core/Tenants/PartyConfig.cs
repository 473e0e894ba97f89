namespace Hub.Core.Tenants;

/// <summary>What kind of organisation a party is.</summary>
public enum PartyKind
{
    /// <summary>A municipality.</summary>
    Municipality,

    /// <summary>A hospital or health trust.</summary>
    Hospital,

    /// <summary>A general practitioner's office.</summary>
    Gp,
}

/// <summary>An organisation that shares the follow-up of a tenant's patients: it may be handed responsibility, and may look as the tenant's access rules say.</summary>
/// <param name="Name">Name within the tenant: lower-case letters, digits and hyphens; <c>self</c> is the tenant itself.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Orgnr">Organisation number of the legal entity.</param>
public sealed record PartyConfig(string Name, PartyKind Kind, string Orgnr)
{
    /// <summary>Name in documents, null = <see cref="Name"/>.</summary>
    public string? Title { get; init; }

    /// <summary>VKP codes of the services it offers (<c>dho</c> ...); a party without a service cannot be handed a patient who needs it.</summary>
    public IReadOnlySet<string> Offers { get; init; } = new HashSet<string>();

    /// <summary>Partners that speak for it: what they send is its word. Empty when it only speaks through the handover API.</summary>
    public IReadOnlyList<string> Partners { get; init; } = [];
}
