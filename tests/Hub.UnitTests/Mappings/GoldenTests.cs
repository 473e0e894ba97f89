using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Hub.Core.Content;
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
        Converters = { new JsonStringEnumConverter() },
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
        var outcome = MappingBench.For(envelope.Content.Kind).Map(envelope, MappingBench.Context());
        Assert.Empty(outcome.Errors);

        Approve(Path.Combine(folder, "expected.json"), JsonNode.Parse(outcome.Document!.Body.Span)!.ToJsonString(Json));
        Approve(Path.Combine(folder, "ledger.json"), JsonSerializer.Serialize(outcome.Ledger, Json));
    }

    [Fact]
    public void Should_have_a_case_for_every_mapping()
    {
        var covered = Cases().Select(c => JsonSerializer.Deserialize<Envelope>(File.ReadAllText(Path.Combine(Root, c.Data, "input.json")), Json)!.Content.Kind).ToHashSet();

        Assert.Empty(Enum.GetValues<ContentKind>().Except(covered));
    }

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
}
