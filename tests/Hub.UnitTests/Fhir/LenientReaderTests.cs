using Hub.Fhir.Json;
using Hub.Fhir.Model;
using Hub.Fhir.Terminology;
using Xunit;

namespace Hub.UnitTests.Fhir;

public class LenientReaderTests
{
    [Theory]
    [InlineData("""{"resourceType":"Device","identifier":[{"system":"urn:a","value":""}]}""", """{"resourceType":"Device","identifier":[{"system":"urn:a"}]}""", "FHIR-JSON-007")]
    [InlineData("""{"resourceType":"Device","identifier":{"value":"1"}}""", """{"resourceType":"Device","identifier":[{"value":"1"}]}""", "FHIR-JSON-011")]
    [InlineData("""{"resourceType":"Device","note":[]}""", """{"resourceType":"Device"}""", "FHIR-JSON-008")]
    [InlineData("""{"resourceType":"Device","lotNumber":null}""", """{"resourceType":"Device"}""", "FHIR-JSON-010")]
    [InlineData("""{"resourceType":"Device","lotNumber":["7"]}""", """{"resourceType":"Device","lotNumber":"7"}""", "FHIR-JSON-012")]
    [InlineData("""{"resourceType":"Device","battery":80}""", """{"resourceType":"Device"}""", "FHIR-JSON-006")]
    [InlineData("""{"resourceType":"Observation","valueQuantity":{"value":"7.0"}}""", """{"resourceType":"Observation","valueQuantity":{"value":7.0}}""", "FHIR-JSON-014")]
    [InlineData("""{"resourceType":"Observation","status":" final "}""", """{"resourceType":"Observation","status":"final"}""", "FHIR-JSON-017")]
    [InlineData("""{"resourceType":"Observation","code":{"coding":[{"system":"https://loinc.org"}]}}""", """{"resourceType":"Observation","code":{"coding":[{"system":"http://loinc.org"}]}}""", "FHIR-JSON-025")]
    [InlineData("""{"resourceType":"Observation","code":{"coding":[{"system":"http://LOINC.org/"}]}}""", """{"resourceType":"Observation","code":{"coding":[{"system":"http://loinc.org"}]}}""", "FHIR-JSON-025")]
    public void Should_repair_and_record(string json, string repaired, string rule)
    {
        var read = FhirJson.Read(json, FhirReadMode.Lenient);
        Assert.True(read.Ok, string.Join("; ", read.Issues));
        Assert.Equal(rule, Assert.Single(read.Repairs).Rule);
        Assert.Equal(repaired, FhirJson.ToText(read.Resource!));
        Assert.True(FhirJson.Read(FhirJson.ToBytes(read.Resource!)).Ok);
    }

    [Theory]
    [InlineData("""{"resourceType":"Observation","valueQuantity":{"value":"7,2"}}""", "FHIR-JSON-014")]
    [InlineData("""{"resourceType":"Observation","valueQuantity":{"value":"7.2 mmol/L"}}""", "FHIR-JSON-014")]
    [InlineData("""{"resourceType":"Observation","effectiveDateTime":"2026-11-20T12:00:00"}""", "FHIR-JSON-020")]
    [InlineData("""{"resourceType":"Observation","effectiveDateTime":1795000000}""", "FHIR-JSON-013")]
    [InlineData("""{"resourceType":"Observation","identifier":[{"value":1311690021}]}""", "FHIR-JSON-013")]
    [InlineData("""{"resourceType":"Device","lotNumber":["7","8"]}""", "FHIR-JSON-012")]
    [InlineData("""{"resourceType":"Device","lotNumber":[["7"]]}""", "FHIR-JSON-012")]
    [InlineData("""{"resourceType":"Patient","id":"1","id":"2"}""", "FHIR-JSON-005")]
    public void Should_not_guess(string json, string code) =>
        Assert.Contains(FhirJson.Read(json, FhirReadMode.Lenient).Issues, issue => issue.Code == code);

    [Fact]
    public void Should_drop_an_object_that_held_nothing_but_empties()
    {
        var read = FhirJson.Read("""{"resourceType":"Device","identifier":[{"value":""}],"owner":{"display":""}}""", FhirReadMode.Lenient);
        Assert.Equal("""{"resourceType":"Device"}""", FhirJson.ToText(read.Resource!));
        Assert.Equal(
            ["Device.identifier[0].value", "Device.identifier[0]", "Device.owner.display", "Device.owner"],
            read.Repairs.Select(repair => repair.Path));
    }

    [Fact]
    public void Should_list_what_it_left_out()
    {
        var read = FhirJson.Read("""{"resourceType":"Device","battery":{"level":80}}""", FhirReadMode.Lenient);
        Assert.Equal([new("Device.battery", false)], read.Unmodelled);
    }

    [Fact]
    public void Should_mend_what_it_only_keeps()
    {
        var read = FhirJson.Read("""{"resourceType":"Procedure","status":"","period":{"start":"2026"},"type":[{"text":""}]}""", FhirReadMode.Lenient);
        Assert.Equal("""{"resourceType":"Procedure","period":{"start":"2026"}}""", ((UnmodelledResource)read.Resource!).Json);
        Assert.Equal(4, read.Repairs.Count);
    }

    [Fact]
    public void Should_take_a_byte_order_mark_away()
    {
        byte[] json = [0xEF, 0xBB, 0xBF, .. """{"resourceType":"Patient"}"""u8];
        Assert.Equal("FHIR-JSON-003", Assert.Single(FhirJson.Read(json, FhirReadMode.Lenient).Repairs).Rule);
        Assert.Equal("FHIR-JSON-003", Assert.Single(FhirJson.Read(json).Issues).Code);
    }

    [Fact]
    public void Should_find_the_measurement_behind_a_misspelt_system()
    {
        var read = FhirJson.Read(
            """{"resourceType":"Observation","code":{"coding":{"system":"https://loinc.org","code":"8867-4"}}}""", FhirReadMode.Lenient);
        Assert.Equal("heart-rate", Measurements.Find(((Observation)read.Resource!).Code)?.Name);
        Assert.Equal(2, read.Repairs.Count);
    }
}
