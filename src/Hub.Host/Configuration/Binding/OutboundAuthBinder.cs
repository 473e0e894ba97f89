using Hub.Core.Errors;
using Hub.Core.Tenants;
using Hub.Host.Configuration.Yaml;

namespace Hub.Host.Configuration.Binding;

/// <summary>Reads how the hub proves who it is to a partner.</summary>
internal static class OutboundAuthBinder
{
    private static readonly Dictionary<string, OutboundAuthKind> Kinds = new(StringComparer.Ordinal)
    {
        ["clientCredentials"] = OutboundAuthKind.ClientCredentials,
        ["bearer"] = OutboundAuthKind.Bearer,
        ["helseid"] = OutboundAuthKind.HelseId,
    };

    /// <summary>Reads the section.</summary>
    /// <param name="section">The settings.</param>
    /// <param name="orgnr">Organisation number of the tenant.</param>
    /// <returns>The configuration.</returns>
    public static OutboundAuth Bind(YamlSection section, string orgnr)
    {
        if (section.Value("kind") is null)
            section.Fail("kind", ConfigErrors.Missing, "'kind' is required: clientCredentials, bearer or helseid");
        var kind = section.OneOf("kind", OutboundAuthKind.ClientCredentials, Kinds);
        var clientId = section.Text("clientId");
        if (kind != OutboundAuthKind.Bearer && string.IsNullOrEmpty(clientId) && section.Value("kind") is not null)
            section.Fail("clientId", ConfigErrors.Missing, $"'clientId' is required for {(kind == OutboundAuthKind.HelseId ? "helseid" : "clientCredentials")}");
        return new OutboundAuth(kind, Secret(section), clientId, section.Address("tokenUrl"), section.Text("scope"))
        {
            HelseId = HelseIdBinder.Bind(section, kind == OutboundAuthKind.HelseId, orgnr),
        };
    }

    // The value is not repeated in the error: it may be the secret itself.
    private static SecretReference Secret(YamlSection section)
    {
        var reference = new SecretReference(section.Required("secret"));
        if (reference.Location.Length > 0 && !SecretReader.IsReference(reference))
            section.Fail("secret", ConfigErrors.SecretInFile, "'secret' must be file:/path or env:NAME");
        return reference;
    }
}
