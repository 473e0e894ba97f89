using System.Text.Json;
using Hub.Host.Configuration.Binding;
using Hub.Host.Configuration.Yaml;
using Hub.UnitTests.Architecture;
using NJsonSchema;
using Xunit;
using YamlDotNet.RepresentationModel;

namespace Hub.UnitTests.Configuration;

/// <summary>The schemas that editors use and the binders that the hub uses know the same settings.</summary>
public class SchemaTests
{
    [Fact]
    public void Should_know_the_same_tenant_settings_as_the_binder() => Compare("tenant.schema.json", TenantKeys.All);

    [Fact]
    public void Should_know_the_same_node_settings_as_the_binder() => Compare("hub.schema.json", HubKeys.All);

    [Fact]
    public async Task Should_accept_the_good_example()
    {
        // NJsonSchema is at draft 4 level and does not follow a reference at the root: the definition is asked directly.
        var schema = await JsonSchema.FromFileAsync(Path.Combine(Repository.Root, "schemas", "tenant.schema.json"), TestContext.Current.CancellationToken);
        var stream = new YamlStream();
        stream.Load(new StringReader(ConfigBench.Good));

        Assert.Empty(schema.Definitions["tenant"].Validate(ToJson(stream.Documents[0].RootNode)));
        Assert.NotEmpty(schema.Definitions["tenant"].Validate("{\"tenant\":\"x\"}"));
    }

    private static void Compare(string file, IReadOnlyList<KeySet> sets)
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "schemas", file)));
        var definitions = schema.RootElement.GetProperty("definitions");
        var withKeys = definitions.EnumerateObject().Where(d => d.Value.TryGetProperty("properties", out _)).ToDictionary(d => d.Name, d => d.Value);

        Assert.Equal(sets.Select(s => s.Name).Order(), withKeys.Keys.Order());
        foreach (var set in sets)
        {
            Assert.Equal(set.Keys.Order(), withKeys[set.Name].GetProperty("properties").EnumerateObject().Select(p => p.Name).Order());
            Assert.False(withKeys[set.Name].GetProperty("additionalProperties").GetBoolean());
        }
    }

    private static string ToJson(YamlNode node) => node switch
    {
        YamlMappingNode map => "{" + string.Join(",", map.Children.Select(c => JsonSerializer.Serialize(((YamlScalarNode)c.Key).Value) + ":" + ToJson(c.Value))) + "}",
        YamlSequenceNode list => "[" + string.Join(",", list.Children.Select(ToJson)) + "]",
        YamlScalarNode { Style: YamlDotNet.Core.ScalarStyle.Plain, Value: { } text } when decimal.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out _) => text,
        var scalar => JsonSerializer.Serialize(((YamlScalarNode)scalar).Value),
    };
}
