using System.Text.RegularExpressions;
using Hub.Core.Errors;
using Hub.Host.Configuration.Yaml;
using Hub.Host.Security;

namespace Hub.Host.Configuration.Binding;

/// <summary>Reads the connections of hub.yaml that many tenants share.</summary>
internal static partial class ConnectionBinder
{
    /// <summary>Reads them.</summary>
    /// <param name="hub">The file.</param>
    /// <param name="operators">Operators, whose keys are not those of connections.</param>
    /// <returns>The connections by name.</returns>
    public static Dictionary<string, ConnectionSettings> Bind(YamlSection hub, IReadOnlyList<OperatorKey> operators)
    {
        var connections = new Dictionary<string, ConnectionSettings>(StringComparer.Ordinal);
        var taken = operators.Select(o => o.Hash).ToHashSet();
        foreach (var (name, section) in hub.Named("connections", HubKeys.Connection))
        {
            if (!Form().IsMatch(name))
                section.Context.Fail(ConfigErrors.BadValue, section.Path, section.Node, "A connection's name has lower-case letters, digits and hyphens, at most 40");
            var standard = new ConnectionSettings(name, section.Required("adapter"), Keys(section, taken));
            connections[name] = standard with
            {
                Mode = section.OneOf("mode", standard.Mode, InboundBinder.Modes),
                MaxBytes = section.Int("maxBytes", standard.MaxBytes, 1024, 100 * 1024 * 1024),
                Rate = section.Int("rate", standard.Rate, 0, 1_000_000),
            };
        }

        return connections;
    }

    private static List<KeyHash> Keys(YamlSection section, HashSet<KeyHash> taken)
    {
        var texts = section.Texts("keys");
        var keys = new List<KeyHash>(texts.Count);
        if (texts.Count == 0)
            section.Fail("keys", ConfigErrors.Missing, "'keys' is required: at least one key hash, made by 'hub key new'");
        if (texts.Count > 2)
            section.Fail("keys", ConfigErrors.BadValue, "At most two keys can be valid at a time");
        foreach (var text in texts)
        {
            if (ApiKey.IsKey(text))
                section.Fail("keys", ConfigErrors.SecretInFile, "A key must not stand in the file: write its hash, made by 'hub key hash'");
            else if (KeyHash.Parse(text) is not { } hash)
                section.Fail("keys", ConfigErrors.BadValue, "A key hash is 'sha256:' and 64 hexadecimal digits, made by 'hub key new'");
            else if (!taken.Add(hash))
                section.Fail("keys", ConfigErrors.NotUnique, "The same key opens something else already");
            else
                keys.Add(hash);
        }

        return keys;
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,39}$")]
    private static partial Regex Form();
}
