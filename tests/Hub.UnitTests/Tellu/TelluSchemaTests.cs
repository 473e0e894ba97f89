using System.Text;
using System.Xml;
using System.Xml.Schema;
using Hub.Simulators.Tellu;
using Hub.UnitTests.Adapters;
using NJsonSchema;
using Xunit;

namespace Hub.UnitTests.Tellu;

/// <summary>The schemas that vendors write against say the same as the adapter.</summary>
public sealed class TelluSchemaTests
{
    // Refused for what the values mean, which no schema tells, or for not being JSON or XML at all.
    private static readonly string[] MeaningOnly =
    [
        "bad-clock", "bad-empty", "bad-truncated", "bad-duplicate-field", "bad-implausible", "bad-unit-of-another-kind", "bad-values", "bad-parts", "bad-replaces", "bad-note", "bad-task", "production-bad-synthetic",
        "bad-task-missing", "xml-bad-empty", "xml-bad-dtd", "xml-bad-truncated", "xml-bad-charset", "xml-bad-control-character", "xml-bad-hour-that-comes-twice", "xml-bad-hour-that-is-skipped", "xml-bad-offset",
    ];

    public static TheoryData<string, bool> Cases() => new(
        GoldenCase.Names("Tellu").Where(n => !n.StartsWith("lenient-", StringComparison.Ordinal) && !MeaningOnly.Contains(n)).Select(n => (n, !n.Contains("bad-", StringComparison.Ordinal))));

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Should_agree_with_the_adapter_on_the_shape(string name, bool valid) =>
        Assert.Equal((name, valid), (name, (await FaultsAsync(GoldenCase.Input("Tellu", name), GoldenCase.Message("Tellu", name).MediaType == "application/xml")).Count == 0));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Should_hold_what_the_simulator_writes(bool xml) =>
        Assert.Empty(await FaultsAsync(TelluPage.Write(TelluBench.Story, "c", false, xml), xml));

    private static async Task<IReadOnlyList<string>> FaultsAsync(byte[] body, bool xml)
    {
        if (xml)
            return XmlFaults(body);
        var schema = await JsonSchema.FromFileAsync(Path.Combine(GoldenCase.Root, "schemas", "tellu-like.schema.json"), TestContext.Current.CancellationToken);
        return [.. schema.Validate(Encoding.UTF8.GetString(body)).Select(f => $"{f}")];
    }

    private static List<string> XmlFaults(byte[] body)
    {
        var faults = new List<string>();
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema, ValidationFlags = XmlSchemaValidationFlags.ReportValidationWarnings };
        using var schema = XmlReader.Create(Path.Combine(GoldenCase.Root, "schemas", "tellu-like.xsd"));
        settings.Schemas.Add(null, schema);
        settings.ValidationEventHandler += (_, fault) => faults.Add(fault.Message);
        using var reader = XmlReader.Create(new MemoryStream(body), settings);
        while (reader.Read())
        {
        }

        return faults;
    }
}
