using System.Text;
using Hub.Adapters.Dignio;
using Hub.Adapters.Vkp;
using Hub.Core.Adapters;
using Hub.Core.Tenants;
using Xunit;

namespace Hub.UnitTests.Adapters;

/// <summary>Input that is not even a message, and small faults that JSON files cannot show.</summary>
public sealed class BadInputTests
{
    private const string Measurement = """{"eventId":"x","type":"measurement","patient":{"nationalId":"10915596784"},"occurredAt":"2026-03-01T08:15:00+01:00","measurement":{"kind":"heart-rate","value":72,"unit":"/min"}}""";

    public static TheoryData<IInboundAdapter> Adapters() => [new DignioAdapter(), new VkpAdapter()];

    [Theory]
    [MemberData(nameof(Adapters))]
    public void Should_tell_the_ways_of_not_being_json_apart(IInboundAdapter adapter)
    {
        Assert.Equal("HUB-INTAKE-001", CodeOf(adapter, []));
        Assert.Equal("HUB-INTAKE-001", CodeOf(adapter, " \n"u8.ToArray()));
        Assert.Equal("HUB-INTAKE-003", CodeOf(adapter, Encoding.Latin1.GetBytes("{\"navn\":\"Sørgård\"}")));
        Assert.Equal("HUB-INTAKE-003", CodeOf(adapter, Encoding.Unicode.GetBytes(Measurement)));
        Assert.Equal("HUB-INTAKE-003", CodeOf(adapter, [0xEF, 0xBB, 0xBF, (byte)'{', (byte)'}']));
        Assert.Equal("HUB-INTAKE-004", CodeOf(adapter, Encoding.UTF8.GetBytes(Measurement[..^5])));
        Assert.Equal("HUB-INTAKE-004", CodeOf(adapter, "<Bundle/>"u8.ToArray()));
        Assert.Equal("HUB-INTAKE-005", CodeOf(adapter, Encoding.UTF8.GetBytes(new string('[', 100_000))));
        Assert.Equal("HUB-INTAKE-005", CodeOf(adapter, Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"a\":", 70)) + "1" + new string('}', 70))));
    }

    [Fact]
    public void Should_give_a_repeat_the_same_fingerprint_and_a_change_another()
    {
        var first = FingerprintOf(Measurement);
        var reordered = """{ "type":"measurement", "eventId":"\u0078", "triage":null, "measurement":{"unit":"/min","kind":"heart-rate","value":72}, "occurredAt":"2026-03-01T08:15:00+01:00", "patient":{"nationalId":"10915596784"} }""";

        Assert.Equal(first, FingerprintOf(reordered));
        Assert.NotEqual(first, FingerprintOf(Measurement.Replace("72", "73", StringComparison.Ordinal)));
        Assert.NotEqual(first, FingerprintOf(Measurement.Replace("72", "72.0", StringComparison.Ordinal)));
    }

    [Fact]
    public void Should_refuse_half_surrogate_pairs_and_keep_emoji()
    {
        var half = Measurement.Replace("\"unit\"", "\"comment\":\"\\ud83d\",\"unit\"", StringComparison.Ordinal);
        var whole = Measurement.Replace("\"unit\"", "\"comment\":\"\\ud83d\\ude42\",\"unit\"", StringComparison.Ordinal);

        Assert.Equal("HUB-INTAKE-008", CodeOf(new DignioAdapter(), Encoding.UTF8.GetBytes(half)));
        var read = Assert.Single(new DignioAdapter().Parse(GoldenCase.Message(Encoding.UTF8.GetBytes(whole))).Entries).Events[0];
        Assert.Equal("🙂", ((Hub.Core.Content.Measurement)read.Content).Notes[0]);
    }

    [Fact]
    public void Should_refuse_more_events_than_a_batch_may_have()
    {
        var many = $"{{\"events\":[{string.Join(',', Enumerable.Repeat(Measurement, DignioAdapter.MostEvents + 1))}]}}";

        Assert.Equal("HUB-INTAKE-021", CodeOf(new DignioAdapter(), Encoding.UTF8.GetBytes(many)));
    }

    [Fact]
    public void Should_take_text_plain_in_lenient_mode_only()
    {
        var body = GoldenCase.Input("Vkp", "document-alert");

        Assert.Equal("HUB-INTAKE-020", Assert.Single(new VkpAdapter().Parse(GoldenCase.Message(body, mediaType: "text/plain")).Entries).Errors[0].Code);
        var entry = Assert.Single(new VkpAdapter().Parse(GoldenCase.Message(body, InboundMode.Lenient, mediaType: "text/plain")).Entries);
        Assert.Empty(entry.Errors);
        Assert.Contains(entry.Repairs, r => r.Rule == "media-type");
    }

    private static string CodeOf(IInboundAdapter adapter, byte[] body)
    {
        var parsed = adapter.Parse(GoldenCase.Message(body));
        return parsed.Errors.Concat(parsed.Entries.SelectMany(e => e.Errors)).First().Code;
    }

    private static string FingerprintOf(string json) =>
        Convert.ToHexString(Assert.Single(new DignioAdapter().Parse(GoldenCase.Message(Encoding.UTF8.GetBytes(json))).Entries).Events[0].Fingerprint.Span);
}
