using Hub.Core.Errors;
using Hub.Core.Jose;
using Hub.Core.Tenants;
using Hub.Host.Configuration.Yaml;

namespace Hub.Host.Configuration.Binding;

/// <summary>Reads what the hub needs as a client of HelseID.</summary>
internal static class HelseIdBinder
{
    private static readonly string[] Settings = ["issuer", "organization", "tenancy", "dpop", "algorithm", "keyId", "assertion"];

    private static readonly string[] Needed = ["issuer", "scope"];

    private static readonly Dictionary<string, bool> Tenancies = new(StringComparer.Ordinal) { ["multi"] = true, ["single"] = false };

    private static readonly Dictionary<string, bool> Assertions = new(StringComparer.Ordinal) { ["issuer"] = false, ["tokenEndpoint"] = true };

    private static readonly Dictionary<string, string> Algorithms = JwsAlgorithm.Names.ToDictionary(n => n, StringComparer.Ordinal);

    /// <summary>Reads the settings.</summary>
    /// <param name="section">The auth section.</param>
    /// <param name="wanted">True when its kind is helseid; for another kind none of the settings may stand there.</param>
    /// <param name="orgnr">Organisation number of the tenant, which the hub acts for unless the file says otherwise.</param>
    /// <returns>The configuration, null for another kind.</returns>
    public static HelseIdAuth? Bind(YamlSection section, bool wanted, string orgnr)
    {
        if (!wanted)
        {
            foreach (var setting in Settings.Where(s => section.Value(s) is not null))
                section.Fail(setting, ConfigErrors.BadValue, $"'{setting}' is for kind: helseid only");
            return null;
        }

        foreach (var required in Needed.Where(s => section.Value(s) is null))
            section.Fail(required, ConfigErrors.Missing, $"'{required}' is required for helseid");
        var standard = new HelseIdAuth(section.Address("issuer") ?? new Uri("https://issuer.invalid"), orgnr);
        var organization = section.Section("organization", TenantKeys.ActsFor);
        return standard with
        {
            Parent = organization?.Text("parent") ?? orgnr,
            Child = organization?.Text("child"),
            MultiTenant = section.OneOf("tenancy", standard.MultiTenant, Tenancies),
            DPoP = section.Flag("dpop", standard.DPoP),
            Algorithm = section.Value("algorithm") is null ? null : section.OneOf("algorithm", "", Algorithms),
            KeyId = section.Text("keyId"),
            OldAssertion = section.OneOf("assertion", standard.OldAssertion, Assertions),
        };
    }
}
