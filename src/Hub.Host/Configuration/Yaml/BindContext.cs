using Hub.Core.Errors;
using YamlDotNet.RepresentationModel;

namespace Hub.Host.Configuration.Yaml;

/// <summary>What a binder collects while it reads one file: every error, and the line of every setting.</summary>
/// <param name="file">File name as error texts show it.</param>
internal sealed class BindContext(string file)
{
    private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal);

    /// <summary>Errors so far.</summary>
    public List<HubError> Errors { get; } = [];

    /// <summary>Lines of the settings that stand in the file, by path.</summary>
    public IReadOnlyDictionary<string, int> Lines => _lines;

    /// <summary>Remembers where a setting stands: the line of its name, which is seen before its value.</summary>
    /// <param name="path">Path of the setting.</param>
    /// <param name="node">Its node.</param>
    public void Saw(string path, YamlNode node) => _lines.TryAdd(path, (int)node.Start.Line);

    /// <summary>Records an error.</summary>
    /// <param name="definition">Which.</param>
    /// <param name="path">Path of the setting.</param>
    /// <param name="node">Node that is at fault.</param>
    /// <param name="detail">What exactly.</param>
    public void Fail(ErrorDefinition definition, string path, YamlNode node, string detail) =>
        Errors.Add(definition.At($"{file}:{node.Start.Line} {path}", detail));
}
