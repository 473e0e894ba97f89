using Hub.Core.Registers;
using Hub.Core.Tenants;
using Hub.Host.Configuration.Yaml;

namespace Hub.Host.Configuration.Binding;

/// <summary>Reads the organisations that share a tenant's follow-up.</summary>
internal static class PartyBinder
{
    private static readonly Dictionary<string, PartyKind> Kinds = Enum.GetValues<PartyKind>()
        .ToDictionary(k => k.ToString().ToLowerInvariant(), k => k, StringComparer.Ordinal);

    /// <summary>Reads the section <c>parties</c>.</summary>
    /// <param name="tenant">The tenant file.</param>
    /// <param name="orgnr">Organisation number of the tenant: that of the party <c>self</c> unless the file says otherwise.</param>
    /// <returns>The parties by name; <c>self</c> is always among them.</returns>
    public static IReadOnlyDictionary<string, PartyConfig> Bind(YamlSection tenant, string orgnr)
    {
        var parties = new Dictionary<string, PartyConfig>(StringComparer.Ordinal) { [Responsibility.Self] = new(Responsibility.Self, PartyKind.Municipality, orgnr) };
        foreach (var (name, section) in tenant.Named("parties", TenantKeys.Party))
        {
            var own = name == Responsibility.Self;
            parties[name] = new PartyConfig(name, section.OneOf("kind", PartyKind.Municipality, Kinds), own ? section.Text("orgnr") ?? orgnr : section.Required("orgnr"))
            {
                Title = section.Text("title"),
                Offers = section.Texts("offers").ToHashSet(StringComparer.Ordinal),
                Partners = section.Texts("partners"),
            };
        }

        return parties;
    }

}
