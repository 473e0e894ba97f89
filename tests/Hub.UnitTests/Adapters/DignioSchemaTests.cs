using System.Text;
using NJsonSchema;
using Xunit;

namespace Hub.UnitTests.Adapters;

/// <summary>The schema that vendors write against says the same as the adapter.</summary>
public sealed class DignioSchemaTests
{
    // Refused for their shape; the other refused cases are refused for what the values mean, which no schema tells.
    private static readonly string[] WrongShape =
    [
        "bad-body-of-other-type", "bad-chat-whole-log", "bad-comma-decimal", "bad-epoch", "bad-local-time", "bad-many-faults", "bad-national-ids", "bad-note", "bad-number-as-text", "bad-plan", "bad-unknown-fields",
    ];

    public static TheoryData<string, bool> Cases()
    {
        var cases = new TheoryData<string, bool>();
        foreach (var name in GoldenCase.Names("Dignio").Where(n => !n.StartsWith("lenient-", StringComparison.Ordinal) && n != "batch-some-refused"))
        {
            if (WrongShape.Contains(name))
                cases.Add(name, false);
            else if (!name.Contains("bad-", StringComparison.Ordinal))
                cases.Add(name, true);
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Should_agree_with_the_adapter_on_the_shape(string name, bool valid)
    {
        var schema = await JsonSchema.FromFileAsync(Path.Combine(GoldenCase.Root, "schemas", "dignio-like.event.schema.json"), TestContext.Current.CancellationToken);

        var faults = schema.Validate(Encoding.UTF8.GetString(GoldenCase.Input("Dignio", name)));

        Assert.True(faults.Count == 0 == valid, string.Join("\n", faults));
    }
}
