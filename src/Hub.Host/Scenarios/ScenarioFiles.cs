using System.Globalization;
using Hub.Host.Security;
using YamlDotNet.RepresentationModel;

namespace Hub.Host.Scenarios;

/// <summary>Writes an example as the configuration of a running hub: the routes stay as they are, addresses, keys and secrets become those of the cast, and waiting times become short.</summary>
internal static class ScenarioFiles
{
    /// <summary>Writes the files.</summary>
    /// <param name="example">The example's files.</param>
    /// <param name="cast">Who plays.</param>
    /// <param name="operatorKey">Key of the operator.</param>
    public static void Write(IReadOnlyList<(string Path, string Text)> example, ScenarioCast cast, string operatorKey)
    {
        foreach (var (path, text) in example.Where(f => f.Path.EndsWith(".yaml", StringComparison.Ordinal)))
        {
            var target = Path.Combine(cast.Directory, path);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            var root = (YamlMappingNode)stream.Documents[0].RootNode;
            if (path.StartsWith("tenants/", StringComparison.Ordinal))
                Tenant(root, cast);
            else
                Hub(root, cast, operatorKey);
            using var writer = new StreamWriter(target);
            stream.Save(writer, assignAnchors: false);
        }
    }

    private static void Hub(YamlMappingNode root, ScenarioCast cast, string operatorKey)
    {
        root.Children.Remove("urls");
        Set(root, "operators", new YamlSequenceNode(Map(("name", "demo"), ("key", KeyHash.Of(operatorKey).ToString()!))));
        Set(root, "reloadEvery", "200ms");
        if (root.Children.TryGetValue("connections", out var connections))
        {
            foreach (var (name, section) in ((YamlMappingNode)connections).Children)
                Set((YamlMappingNode)section, "keys", new YamlSequenceNode(new YamlScalarNode(KeyHash.Of(cast.Connections[name.ToString()]).ToString())));
        }

        foreach (var (path, value) in cast.HubSettings)
            SetPath(root, path, value);
    }

    private static void Tenant(YamlMappingNode root, ScenarioCast cast)
    {
        var tenant = root.Children["tenant"].ToString();
        foreach (var (name, node) in ((YamlMappingNode)root.Children["partners"]).Children)
        {
            var partner = (YamlMappingNode)node;
            if (!cast.Partners.TryGetValue((tenant, name.ToString()), out var played))
                continue;
            Partner(partner, tenant, name.ToString(), played, cast.Directory);
        }

        foreach (var ((_, path), value) in cast.TenantSettings.Where(s => s.Key.Tenant == tenant))
            SetPath(root, path, value);
        foreach (var route in ((YamlSequenceNode)root.Children["routes"]).Children.OfType<YamlMappingNode>())
            Set(route, "retry", Map(("schedule", "fast")));
    }

    // Times are short so that a play of some seconds shows what takes minutes and hours in production.
    private static void Partner(YamlMappingNode partner, string tenant, string name, PlayedPartner played, string directory)
    {
        if (played.Url is { } url)
            Set(partner, "url", url.ToString());
        Set(partner, "timeout", "3s");
        Set(partner, "breaker", Map(("failures", "3"), ("probe", "200ms"), ("maxProbe", "1s")));
        if (partner.Children.TryGetValue("inbound", out var found) && found is YamlMappingNode inbound)
        {
            if (inbound.Children.ContainsKey("keys"))
                Set(inbound, "keys", new YamlSequenceNode(new YamlScalarNode(KeyHash.Of(played.Key).ToString())));
            if (inbound.Children.ContainsKey("every"))
                Set(inbound, "every", "300ms");
        }

        if (played.Secret is { } secret && partner.Children.TryGetValue("auth", out var auth))
        {
            var file = Path.Combine("secrets", string.Create(CultureInfo.InvariantCulture, $"{tenant}-{name}"));
            Directory.CreateDirectory(Path.Combine(directory, "secrets"));
            File.WriteAllText(Path.Combine(directory, file), secret);
            Set((YamlMappingNode)auth, "secret", $"file:{file}");
            ((YamlMappingNode)auth).Children.Remove("tokenUrl");
        }

        foreach (var (path, value) in played.Settings)
            SetPath(partner, path, value);
    }

    private static void SetPath(YamlMappingNode node, string path, string value)
    {
        var parts = path.Split('.');
        foreach (var part in parts[..^1])
        {
            if (!node.Children.TryGetValue(part, out var child) || child is not YamlMappingNode section)
                Set(node, part, section = new YamlMappingNode());
            node = section;
        }

        Set(node, parts[^1], value);
    }

    private static void Set(YamlMappingNode node, string key, string value) =>
        Set(node, key, new YamlScalarNode(value) { Style = value.StartsWith("sha256:", StringComparison.Ordinal) ? YamlDotNet.Core.ScalarStyle.DoubleQuoted : YamlDotNet.Core.ScalarStyle.Any });

    private static void Set(YamlMappingNode node, string key, YamlNode value) => node.Children[new YamlScalarNode(key)] = value;

    private static YamlMappingNode Map(params (string Key, string Value)[] pairs)
    {
        var map = new YamlMappingNode();
        foreach (var (key, value) in pairs)
            Set(map, key, value);
        return map;
    }
}
