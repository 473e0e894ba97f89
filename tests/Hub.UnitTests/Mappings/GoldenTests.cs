using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Xml.Linq;
using Hub.Core.Content;
using Hub.Core.Mappings;
using Xunit;

namespace Hub.UnitTests.Mappings;

/// <summary>Golden cases beside the mappings: src/Mappings/FORM/cases/CASE holds input.json (an envelope), expected.json and ledger.json. HUB_APPROVE=1 rewrites what is expected.</summary>
public sealed class GoldenTests
{
    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
        AllowOutOfOrderMetadataProperties = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(), new BytesConverter() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NameContents } },
    };

    private static readonly string Root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", "..", "src", "Mappings"));

    public static TheoryData<string> Cases() => new(
        Directory.EnumerateFiles(Root, "input.json", SearchOption.AllDirectories)
            .Where(f => f.Contains($"{Path.DirectorySeparatorChar}cases{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(f => Path.GetRelativePath(Root, Path.GetDirectoryName(f)!).Replace('\\', '/'))
            .Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Should_write_what_was_approved(string name)
    {
        var folder = Path.Combine(Root, name);
        var envelope = JsonSerializer.Deserialize<Envelope>(File.ReadAllText(Path.Combine(folder, "input.json")), Json)!;
        var outcome = MappingOf(name, envelope).Map(envelope, MappingBench.Context());

        Assert.Empty(outcome.Errors);
        var body = outcome.Document!.Body;
        if (outcome.Document.MediaType.EndsWith("json", StringComparison.Ordinal))
            Approve(Path.Combine(folder, "expected.json"), JsonNode.Parse(body.Span)!.ToJsonString(Json));
        else
            Approve(Path.Combine(folder, "expected.xml"), XDocument.Load(new MemoryStream(body.ToArray()), LoadOptions.PreserveWhitespace).ToString(SaveOptions.None));
        Approve(Path.Combine(folder, "ledger.json"), JsonSerializer.Serialize(outcome.Ledger, Json));
    }

    [Fact]
    public void Should_have_a_case_for_every_mapping()
    {
        var covered = Cases().Select(c => MappingOf(c.Data, JsonSerializer.Deserialize<Envelope>(File.ReadAllText(Path.Combine(Root, c.Data, "input.json")), Json)!).Name).ToHashSet();
        Assert.Empty(MappingBench.Catalogue.All.Select(m => m.Name).Except(covered));
    }

    // A case named MAPPING+WHAT is of that mapping; any other of the one that writes its kind in FHIR.
    private static IMapping MappingOf(string name, Envelope envelope) =>
        name[(name.LastIndexOf('/') + 1)..].Split('+') is [var mapping, _] ? MappingBench.Catalogue.Find(mapping)! : MappingBench.For(envelope.Content.Kind);

    /// <summary>The envelopes of the cases of one mapping, by case name.</summary>
    internal static IEnumerable<(string Name, Envelope Envelope)> Envelopes(string mapping) =>
        Cases().Select(c => (c.Data, JsonSerializer.Deserialize<Envelope>(File.ReadAllText(Path.Combine(Root, c.Data, "input.json")), Json)!)).Where(c => MappingOf(c.Data, c.Item2).Name == mapping);

    /// <summary>Where the cases stand.</summary>
    internal static string Folder => Root;

    internal static string Write(Envelope envelope) => JsonSerializer.Serialize(envelope, Json);

    private static void Approve(string file, string actual)
    {
        actual = actual.ReplaceLineEndings("\n") + "\n";
        if (Environment.GetEnvironmentVariable("HUB_APPROVE") == "1")
            File.WriteAllText(file, actual, new UTF8Encoding(false));
        Assert.Equal(File.ReadAllText(file), actual);
    }

    private static void NameContents(JsonTypeInfo type)
    {
        if (type.Type != typeof(HomeContent))
            return;
        type.PolymorphismOptions = new JsonPolymorphismOptions { TypeDiscriminatorPropertyName = "kind" };
        foreach (var content in typeof(HomeContent).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(HomeContent))))
            type.PolymorphismOptions.DerivedTypes.Add(new JsonDerivedType(content, content.Name));
    }

    private static string Here([CallerFilePath] string path = "") => path;

    private sealed class BytesConverter : JsonConverter<ReadOnlyMemory<byte>>
    {
        public override ReadOnlyMemory<byte> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetBytesFromBase64();

        public override void Write(Utf8JsonWriter writer, ReadOnlyMemory<byte> value, JsonSerializerOptions options) => writer.WriteBase64StringValue(value.Span);
    }
}
