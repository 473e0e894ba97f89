using Hub.Fhir.Json;
using Hub.Fhir.Model;
using Xunit;

namespace Hub.UnitTests.Fhir;

public class StrictReaderTests
{
    [Theory]
    [InlineData("""{"resourceType":"Device","identifier":[{"value":""}]}""", "FHIR-JSON-007", "Device.identifier[0].value")]
    [InlineData("""{"resourceType":"Device","identifier":[]}""", "FHIR-JSON-008", "Device.identifier")]
    [InlineData("""{"resourceType":"Device","identifier":[{}]}""", "FHIR-JSON-009", "Device.identifier[0]")]
    [InlineData("""{"resourceType":"Device","identifier":null}""", "FHIR-JSON-010", "Device.identifier")]
    [InlineData("""{"resourceType":"Device","identifier":{"value":"1"}}""", "FHIR-JSON-011", "Device.identifier")]
    [InlineData("""{"resourceType":"Device","manufacturer":["a"]}""", "FHIR-JSON-012", "Device.manufacturer")]
    [InlineData("""{"resourceType":"Device","manufacturer":7}""", "FHIR-JSON-013", "Device.manufacturer")]
    [InlineData("""{"resourceType":"Observation","valueQuantity":{"value":"7.0"}}""", "FHIR-JSON-014", "Observation.valueQuantity.value")]
    [InlineData("""{"resourceType":"Patient","active":"true"}""", "FHIR-JSON-015", "Patient.active")]
    [InlineData("""{"resourceType":"Observation","code":"8867-4"}""", "FHIR-JSON-016", "Observation.code")]
    [InlineData("""{"resourceType":"Observation","status":" final"}""", "FHIR-JSON-017", "Observation.status")]
    [InlineData("""{"resourceType":"Patient","id":"a b"}""", "FHIR-JSON-017", "Patient.id")]
    [InlineData("""{"resourceType":"Patient","telecom":[{"rank":0}]}""", "FHIR-JSON-017", "Patient.telecom[0].rank")]
    [InlineData("""{"resourceType":"Observation","valueInteger":7.5}""", "FHIR-JSON-017", "Observation.valueInteger")]
    [InlineData("""{"resourceType":"Observation","valueQuantity":{"value":1.00000000000000000000000000001}}""", "FHIR-JSON-018", "Observation.valueQuantity.value")]
    [InlineData("""{"resourceType":"Observation","valueQuantity":{"value":1e400}}""", "FHIR-JSON-018", "Observation.valueQuantity.value")]
    [InlineData("""{"resourceType":"Observation","effectiveDateTime":"20.11.2026"}""", "FHIR-JSON-019", "Observation.effectiveDateTime")]
    [InlineData("""{"resourceType":"Patient","birthDate":"1969-11-13T00:00:00Z"}""", "FHIR-JSON-019", "Patient.birthDate")]
    [InlineData("""{"resourceType":"Observation","issued":"2026-11-20"}""", "FHIR-JSON-019", "Observation.issued")]
    [InlineData("""{"resourceType":"Observation","effectiveDateTime":"2026-11-20T12:00:00"}""", "FHIR-JSON-020", "Observation.effectiveDateTime")]
    [InlineData("""{"resourceType":"Observation","effectiveDateTime":"2026-02-30"}""", "FHIR-JSON-021", "Observation.effectiveDateTime")]
    [InlineData("""{"resourceType":"Martian"}""", "FHIR-JSON-022", "")]
    [InlineData("""{"id":"1"}""", "FHIR-JSON-022", "")]
    [InlineData("""{"resourceType":"Observation","valueString":"a","valueInteger":1}""", "FHIR-JSON-023", "Observation.valueInteger")]
    [InlineData("""{"resourceType":"Patient","id":"1","id":"2"}""", "FHIR-JSON-005", "Patient.id")]
    [InlineData("""{"resourceType":"Patient","resourceType":"Patient"}""", "FHIR-JSON-005", "Patient.resourceType")]
    [InlineData("""{"resourceType":"Patient","nickname":"x"}""", "FHIR-JSON-006", "Patient.nickname")]
    [InlineData("""{"resourceType":"Patient","13116900216":"x"}""", "FHIR-JSON-006", "Patient.?")]
    [InlineData("""{"resourceType":"Patient","name":[{"text":"\ud800"}]}""", "FHIR-JSON-024", "Patient.name[0].text")]
    [InlineData("""{"resourceType":"Patient","name":[{"text":"a\u0000b"}]}""", "FHIR-JSON-017", "Patient.name[0].text")]
    [InlineData("""{"resourceType":"Binary","contentType":"a/b","data":"*"}""", "FHIR-JSON-017", "Binary.data")]
    public void Should_name_the_element_and_the_rule(string json, string code, string path)
    {
        var read = FhirJson.Read(json);
        var issue = Assert.Single(read.Issues);
        Assert.Equal((code, path), (issue.Code, issue.Path));
        Assert.False(read.Ok);
        Assert.NotEmpty(issue.Rule);
    }

    [Fact]
    public void Should_collect_all_errors_of_a_bundle_by_entry()
    {
        var read = FhirJson.Read("""
            {"resourceType":"Bundle","type":"batch","entry":[
              {"resource":{"resourceType":"Observation","status":"","valueQuantity":{"value":"7,2"}}},
              {"resource":{"resourceType":"Observation","status":"final"}},
              {"resource":{"status":"final","resourceType":"Observation","effectiveDateTime":"2026-11-20T12:00","wrong":1}}]}
            """);
        Assert.Equal(
            [
                "Bundle.entry[0].resource.status", "Bundle.entry[0].resource.valueQuantity.value",
                "Bundle.entry[2].resource.effectiveDateTime", "Bundle.entry[2].resource.wrong",
            ],
            read.Issues.Select(issue => issue.Path));
        Assert.Empty(read.IssuesUnder("Bundle.entry[1]"));
        Assert.Equal(2, read.IssuesUnder("Bundle.entry[2]").Count());
        Assert.Equal(3, ((Bundle)read.Resource!).Entry.Count);
    }

    [Fact]
    public void Should_keep_primitive_extensions_and_rare_values_and_say_so()
    {
        const string Json = """
            {"resourceType":"Patient","birthDate":"1969-11-13","_birthDate":{"extension":[{"url":"http://x","valueTime":"12:00:00"}]},
             "extension":[{"url":"http://y","valueMoney":{"value":7.0,"currency":"NOK"}},{"url":"http://z","valueDecimal":1.10}]}
            """;
        var read = FhirJson.Read(Json);
        Assert.True(read.Ok, string.Join("; ", read.Issues));
        Assert.Equal([new("Patient._birthDate", true), new("Patient.extension[0].valueMoney", true)], read.Unmodelled);
        JsonMeaning.AssertSame(Json, FhirJson.ToText(read.Resource!));
    }

    [Fact]
    public void Should_keep_resources_it_does_not_model()
    {
        const string Json = """{"resourceType":"Bundle","type":"collection","entry":[{"resource":{"id":"m","resourceType":"MedicationStatement","dosage":[{"doseAndRate":[{"doseQuantity":{"value":0.50}}]}]}}]}""";
        var read = FhirJson.Read(Json);
        Assert.True(read.Ok, string.Join("; ", read.Issues));
        Assert.Equal([new("Bundle.entry[0].resource", true)], read.Unmodelled);
        Assert.Equal(Json, FhirJson.ToText(read.Resource!));
    }

    [Fact]
    public void Should_find_duplicates_and_empties_inside_what_it_only_keeps()
    {
        var read = FhirJson.Read("""{"resourceType":"MedicationStatement","status":"a","status":"b","note":[],"x":{"y":""}}""");
        Assert.Equal(["FHIR-JSON-005", "FHIR-JSON-008", "FHIR-JSON-007"], read.Issues.Select(issue => issue.Code));
    }
}
