using Hub.Core.Errors;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Hub.Host.Configuration.Yaml;

/// <summary>A YAML file read into nodes, within limits: a configuration file is small, flat and says each thing once.</summary>
/// <param name="Name">File name as error texts show it.</param>
/// <param name="Text">The text.</param>
internal sealed record YamlFile(string Name, string Text)
{
    /// <summary>Largest file in characters.</summary>
    public const int MaxLength = 1024 * 1024;

    /// <summary>Deepest nesting.</summary>
    public const int MaxDepth = 16;

    /// <summary>Reads the one document of the file.</summary>
    /// <returns>Its root mapping (empty for an empty file), or <see cref="ConfigErrors.Malformed"/>.</returns>
    public Result<YamlMappingNode> Parse()
    {
        if (Text.Length > MaxLength)
            return ConfigErrors.Malformed.At(Name, $"The file is larger than {MaxLength} characters");
        try
        {
            if (Refusal() is { } refusal)
                return refusal;
            var stream = new YamlStream();
            stream.Load(new StringReader(Text));
            if (stream.Documents.Count == 0)
                return new YamlMappingNode();
            if (stream.Documents.Count > 1)
                return ConfigErrors.Malformed.At(At(stream.Documents[1].RootNode.Start), "The file holds more than one YAML document");
            return stream.Documents[0].RootNode switch
            {
                YamlMappingNode map => map,
                YamlScalarNode { Value: null or "" } => new YamlMappingNode(),
                var other => ConfigErrors.Malformed.At(At(other.Start), "The file must hold settings as 'name: value'"),
            };
        }
        catch (YamlException e)
        {
            return ConfigErrors.Malformed.At(At(e.Start), FirstLine(e.InnerException?.Message ?? e.Message));
        }
    }

    // Anchors and aliases can make a small file huge, and a reader has to jump to understand it.
    private HubError? Refusal()
    {
        var parser = new Parser(new StringReader(Text));
        var depth = 0;
        while (parser.MoveNext())
        {
            if (parser.Current is AnchorAlias || parser.Current is NodeEvent { Anchor.IsEmpty: false })
                return ConfigErrors.Malformed.At(At(parser.Current.Start), "Anchors and aliases are not taken in configuration files");
            if (parser.Current is MappingStart or SequenceStart && ++depth > MaxDepth)
                return ConfigErrors.Malformed.At(At(parser.Current.Start), $"The file nests deeper than {MaxDepth} levels");
            if (parser.Current is MappingEnd or SequenceEnd)
                depth--;
        }

        return null;
    }

    private string At(Mark mark) => $"{Name}:{mark.Line}";

    private static string FirstLine(string text) => text.Split('\n', 2)[0].Trim();
}
