using Hub.Core.Errors;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Hub.Host.Configuration.Yaml;

/// <summary>A section of a file with a fixed set of keys. Reading never throws: what is wrong is recorded, and a default stands in.</summary>
internal sealed class YamlSection
{
    private readonly Dictionary<string, YamlNode> _values = new(StringComparer.Ordinal);
    private readonly KeySet _keys;

    /// <summary>Opens a section and records unknown keys.</summary>
    /// <param name="context">Collects errors.</param>
    /// <param name="node">The section.</param>
    /// <param name="path">Its path; empty for the root.</param>
    /// <param name="keys">What it may have.</param>
    public YamlSection(BindContext context, YamlMappingNode node, string path, KeySet keys)
    {
        (Context, Node, Path, _keys) = (context, node, path, keys);
        context.Saw(path, node);
        foreach (var (keyNode, value) in node.Children)
        {
            var key = (keyNode as YamlScalarNode)?.Value ?? "";
            if (!keys.Keys.Contains(key))
            {
                context.Fail(ConfigErrors.UnknownKey, PathOf(key), keyNode, Suggestion.For(key, keys.Keys) is { } near
                    ? $"There is no setting '{key}' here; did you mean '{near}'?"
                    : $"There is no setting '{key}' here; known are {string.Join(", ", keys.Keys)}");
                continue;
            }

            context.Saw(PathOf(key), keyNode);
            if (!IsNull(value))
                _values[key] = value;
        }
    }

    /// <summary>Collects errors.</summary>
    public BindContext Context { get; }

    /// <summary>The section's node.</summary>
    public YamlMappingNode Node { get; }

    /// <summary>The section's path.</summary>
    public string Path { get; }

    /// <summary>Path of a setting in it.</summary>
    /// <param name="key">The setting.</param>
    /// <returns>The path.</returns>
    public string PathOf(string key) => Path.Length == 0 ? key : $"{Path}.{key}";

    /// <summary>The value of a setting; null when it is not set.</summary>
    /// <param name="key">The setting; one of the section's keys.</param>
    /// <returns>Its node or null.</returns>
    public YamlNode? Value(string key) => _keys.Keys.Contains(key)
        ? _values.GetValueOrDefault(key)
        : throw new InvalidOperationException($"'{key}' is not among the keys of '{_keys.Name}'.");

    /// <summary>Records an error at a setting.</summary>
    /// <param name="key">The setting.</param>
    /// <param name="definition">Which error.</param>
    /// <param name="detail">What exactly.</param>
    public void Fail(string key, ErrorDefinition definition, string detail) =>
        Context.Fail(definition, PathOf(key), Value(key) ?? Node, detail);

    /// <summary>A nested section; null when it is not set.</summary>
    /// <param name="key">The setting.</param>
    /// <param name="keys">What the nested section may have.</param>
    /// <returns>The section or null.</returns>
    public YamlSection? Section(string key, KeySet keys)
    {
        switch (Value(key))
        {
            case null:
                return null;
            case YamlMappingNode map:
                return new YamlSection(Context, map, PathOf(key), keys);
            default:
                Fail(key, ConfigErrors.BadValue, $"'{key}' must hold settings as 'name: value'");
                return null;
        }
    }

    /// <summary>Sections under names that the user chose.</summary>
    /// <param name="key">The setting.</param>
    /// <param name="keys">What each may have.</param>
    /// <returns>Name and section.</returns>
    public IEnumerable<(string Name, YamlSection Section)> Named(string key, KeySet keys)
    {
        if (Value(key) is not { } value)
            yield break;
        if (value is not YamlMappingNode map)
        {
            Fail(key, ConfigErrors.BadValue, $"'{key}' must hold one section per name");
            yield break;
        }

        foreach (var (nameNode, child) in map.Children)
        {
            var name = (nameNode as YamlScalarNode)?.Value ?? "";
            Context.Saw($"{PathOf(key)}.{name}", nameNode);
            if (child is YamlMappingNode section)
                yield return (name, new YamlSection(Context, section, $"{PathOf(key)}.{name}", keys));
            else
                Context.Fail(ConfigErrors.BadValue, $"{PathOf(key)}.{name}", nameNode, $"'{name}' must hold settings as 'name: value'");
        }
    }

    /// <summary>Sections in a list.</summary>
    /// <param name="key">The setting.</param>
    /// <param name="keys">What each may have.</param>
    /// <returns>The sections in order.</returns>
    public IEnumerable<YamlSection> Items(string key, KeySet keys)
    {
        if (Value(key) is not { } value)
            yield break;
        if (value is not YamlSequenceNode list)
        {
            Fail(key, ConfigErrors.BadValue, $"'{key}' must be a list");
            yield break;
        }

        for (var i = 0; i < list.Children.Count; i++)
        {
            var path = $"{PathOf(key)}[{i}]";
            if (list.Children[i] is YamlMappingNode section)
                yield return new YamlSection(Context, section, path, keys);
            else
                Context.Fail(ConfigErrors.BadValue, path, list.Children[i], "Each entry of the list must hold settings as 'name: value'");
        }
    }

    /// <summary>Single values under names that the user chose.</summary>
    /// <param name="key">The setting.</param>
    /// <returns>Name and value.</returns>
    public IEnumerable<(string Name, string Value)> Pairs(string key)
    {
        if (Value(key) is not { } value)
            yield break;
        if (value is not YamlMappingNode map)
        {
            Fail(key, ConfigErrors.BadValue, $"'{key}' must hold 'name: value'");
            yield break;
        }

        foreach (var (nameNode, child) in map.Children)
        {
            var path = $"{PathOf(key)}.{(nameNode as YamlScalarNode)?.Value}";
            Context.Saw(path, nameNode);
            if (nameNode is YamlScalarNode { Value: { } name } && child is YamlScalarNode scalar)
                yield return (name, scalar.Value ?? "");
            else
                Context.Fail(ConfigErrors.BadValue, path, nameNode, "Each option must be a single value");
        }
    }

    private static bool IsNull(YamlNode node) =>
        node is YamlScalarNode { Style: ScalarStyle.Plain, Value: null or "" or "~" or "null" };
}
