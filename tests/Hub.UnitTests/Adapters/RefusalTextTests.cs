using System.Text;
using System.Text.Json.Nodes;
using Hub.Adapters.Dignio;
using Hub.Adapters.Vkp;
using Hub.Core.Adapters;
using Hub.Core.Errors;
using Hub.Core.Tenants;
using Xunit;

namespace Hub.UnitTests.Adapters;

/// <summary>What is refused, and whether a developer who reads the answer knows what to change.</summary>
public sealed class RefusalTextTests
{
    public static TheoryData<string, bool> Modifiers() => new(
        from name in new[] { "modifierExtension", "implicitRules" }
        from lenient in new[] { true, false }
        select (name, lenient));

    [Theory]
    [MemberData(nameof(Modifiers))]
    public void Should_refuse_what_may_change_the_meaning_of_a_measurement(string name, bool lenient)
    {
        JsonNode value = name == "implicitRules" ? "http://example.org/rules" : JsonNode.Parse("""[{"url":"http://example.org/not","valueBoolean":true}]""")!;
        var document = Document();
        document["entry"]![2]!["resource"]![name] = value;

        var errors = Errors(new VkpAdapter(), document, lenient);

        Assert.Contains(errors, e => e.Code == "HUB-FHIR-003" && e.Path == $"Bundle.entry[2].resource.{name}");
    }

    [Fact]
    public void Should_tell_a_fault_once_and_not_call_what_stands_there_missing()
    {
        var document = Document();
        document["entry"]![0]!["resource"]!["date"] = "2026-03-01T09:14:55";

        Assert.Equal("HUB-INTAKE-010", Assert.Single(Errors(new VkpAdapter(), document, lenient: true)).Code);
    }

    [Fact]
    public void Should_take_a_transaction_whole_or_not_at_all()
    {
        var bundle = Batch("transaction");
        bundle["entry"]![1]!["resource"]!["status"] = "nonsense";

        var parsed = Parse(new VkpAdapter(), bundle, lenient: false);

        Assert.Equal("Bundle.entry[1].resource.status", Assert.Single(parsed.Errors).Path);
        Assert.Empty(parsed.Entries);
    }

    [Fact]
    public void Should_answer_an_entry_that_asks_for_something_else_than_a_write()
    {
        var bundle = Batch("batch");
        bundle["entry"]![1] = JsonNode.Parse("""{"fullUrl":"urn:uuid:6d1f2b1e-2a53-4b0e-9b0f-6c1a9f6f0c11","request":{"method":"DELETE","url":"Observation/1"}}""");

        var parsed = Parse(new VkpAdapter(), bundle, lenient: false);

        Assert.Equal(2, parsed.Entries.Count);
        Assert.Empty(parsed.Entries[0].Errors);
        Assert.Equal("Bundle.entry[1].request.method", Assert.Single(parsed.Entries[1].Errors).Path);
    }

    [Theory]
    [InlineData("eventId", "a\nX-Injected: 1")]
    [InlineData("correlation", "a\u0007")]
    public void Should_refuse_control_characters_in_ids(string field, string id)
    {
        var message = Event();
        message[field] = id;

        var error = Assert.Single(Errors(new DignioAdapter(), message, lenient: false));
        Assert.Equal(("HUB-INTAKE-008", $"$.{field}"), (error.Code, error.Path));
    }

    [Fact]
    public void Should_name_the_kinds_there_are()
    {
        var message = Event();
        message["measurement"]!["kind"] = "hart-rate";

        Assert.Contains("heart-rate", Assert.Single(Errors(new DignioAdapter(), message, lenient: false)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_recommend_no_unit_that_is_refused_next()
    {
        var message = Event();
        message["measurement"] = JsonNode.Parse("""{"kind":"oxygen-saturation","value":12.5,"unit":"kPa"}""");

        Assert.Equal("The unit % is expected here.", Assert.Single(Errors(new DignioAdapter(), message, lenient: false)).Text);
    }

    [Fact]
    public void Should_refuse_a_glucose_in_mmol_that_is_called_mg()
    {
        var message = Event();
        message["measurement"] = JsonNode.Parse("""{"kind":"glucose","value":5.5,"unit":"mg/dL"}""");

        Assert.Equal("HUB-INTAKE-013", Assert.Single(Errors(new DignioAdapter(), message, lenient: false)).Code);
    }

    private static JsonNode Document() => JsonNode.Parse(GoldenCase.Input("Vkp", "document-alert"))!;

    private static JsonNode Event() => JsonNode.Parse("""
        {"eventId":"x","type":"measurement","patient":{"nationalId":"10915596784"},"occurredAt":"2026-03-01T08:15:00+01:00","measurement":{"kind":"heart-rate","value":72,"unit":"/min"}}
        """)!;

    private static JsonNode Batch(string type)
    {
        const string observation = """
            {"resourceType":"Observation","status":"final",
             "category":[{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/observation-category","code":"vital-signs"}]}],
             "code":{"coding":[{"system":"http://loinc.org","code":"8867-4"}]},
             "subject":{"identifier":{"system":"urn:oid:2.16.578.1.12.4.1.4.1","value":"10915596784"}},
             "effectiveDateTime":"2026-03-01T08:15:00+01:00",
             "valueQuantity":{"value":70,"unit":"/min","system":"http://unitsofmeasure.org","code":"/min"}}
            """;
        return JsonNode.Parse($$"""
            {"resourceType":"Bundle","type":"{{type}}","entry":[
              {"fullUrl":"urn:uuid:00000000-0000-4000-8000-000000000001","resource":{{observation}},"request":{"method":"POST","url":"Observation"} },
              {"fullUrl":"urn:uuid:00000000-0000-4000-8000-000000000002","resource":{{observation}},"request":{"method":"POST","url":"Observation"} }]}
            """)!;
    }

    private static IReadOnlyList<HubError> Errors(IInboundAdapter adapter, JsonNode body, bool lenient)
    {
        var parsed = Parse(adapter, body, lenient);
        return [.. parsed.Errors, .. parsed.Entries.SelectMany(e => e.Errors)];
    }

    private static ParsedMessage Parse(IInboundAdapter adapter, JsonNode body, bool lenient) =>
        adapter.Parse(GoldenCase.Message(Encoding.UTF8.GetBytes(body.ToJsonString()), lenient ? InboundMode.Lenient : InboundMode.Strict));
}
