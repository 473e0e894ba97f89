using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Hub.Fhir.Json;
using Hub.Fhir.Validation;
using Xunit;

namespace Hub.UnitTests.Fhir;

public class HostileInputTests
{
    private static readonly byte[] Good = FhirJson.ToBytes(Examples.All.First(resource => resource is Hub.Fhir.Model.Bundle));

    [Fact]
    public void Should_answer_every_truncation_with_an_error()
    {
        for (var length = 0; length < Good.Length; length++)
        {
            foreach (var mode in Enum.GetValues<FhirReadMode>())
            {
                var read = FhirJson.Read(Good.AsSpan(0, length), mode);
                Assert.False(read.Ok);
                Assert.Null(read.Resource);
                Assert.NotEmpty(read.Issues);
            }
        }
    }

    [Fact]
    public void Should_survive_any_flipped_byte() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(
            Gen.Choose(0, Good.Length - 1).ToArbitrary(), Gen.Choose(0, 255).ToArbitrary(),
            (at, value) =>
            {
                var bytes = (byte[])Good.Clone();
                bytes[at] = (byte)value;
                foreach (var mode in Enum.GetValues<FhirReadMode>())
                {
                    if (FhirJson.Read(bytes, mode) is { Resource: { } resource })
                    {
                        FhirValidator.Validate(resource);
                        FhirJson.ToBytes(resource);
                    }
                }
            }));

    [Theory]
    [InlineData("", "FHIR-JSON-001")]
    [InlineData(" ", "FHIR-JSON-001")]
    [InlineData("hello", "FHIR-JSON-001")]
    [InlineData("<Observation/>", "FHIR-JSON-001")]
    [InlineData("[]", "FHIR-JSON-016")]
    [InlineData("null", "FHIR-JSON-016")]
    [InlineData("7", "FHIR-JSON-016")]
    [InlineData("{}", "FHIR-JSON-022")]
    [InlineData("""{"resourceType":7}""", "FHIR-JSON-022")]
    [InlineData("""{"resourceType":"Patient"} x""", "FHIR-JSON-001")]
    [InlineData("""{"resourceType":"Patient"}{"resourceType":"Patient"}""", "FHIR-JSON-001")]
    [InlineData("""{"resourceType":"Patient",}""", "FHIR-JSON-001")]
    [InlineData("""{"resourceType":"Patient" /* x */}""", "FHIR-JSON-001")]
    [InlineData("""{"resourceType":"Patient","\ud800":1}""", "FHIR-JSON-024")]
    [InlineData("""{"resourceType":"\ud800"}""", "FHIR-JSON-024")]
    [InlineData("""{"resourceType":"Observation","valueQuantity":{"value":NaN}}""", "FHIR-JSON-001")]
    public void Should_answer_with_a_code(string json, string code) => Assert.Contains(FhirJson.Read(json).Issues, issue => issue.Code == code);

    [Fact]
    public void Should_refuse_other_encodings()
    {
        const string Json = """{"resourceType":"Patient","name":[{"text":"Åse"}]}""";
        Assert.Equal("FHIR-JSON-002", Assert.Single(FhirJson.Read(Encoding.Latin1.GetBytes(Json)).Issues).Code);
        Assert.Equal("FHIR-JSON-002", Assert.Single(FhirJson.Read(Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(Json)).ToArray()).Issues).Code);
    }

    [Theory]
    [InlineData("""{"extension":[""", "]}")]
    [InlineData("""{"x":""", "}")]
    [InlineData("[", "]")]
    public void Should_refuse_deep_nesting(string open, string close)
    {
        foreach (var levels in (int[])[70, 1000, 200_000])
        {
            var deep = """{"resourceType":"Patient","extension":[""" + Repeat(open, levels) + "1" + Repeat(close, levels) + "]}";
            Assert.Contains(FhirJson.Read(deep, FhirReadMode.Lenient).Issues, issue => issue.Code == "FHIR-JSON-004");
        }
    }

    [Fact]
    public void Should_not_let_the_answer_grow_with_the_faults()
    {
        var json = """{"resourceType":"Device","identifier":[""" + string.Join(',', Enumerable.Repeat("""{"value":""}""", 100_000)) + "]}";
        Assert.True(FhirJson.Read(json).Issues.Count <= FhirJson.MaxIssues);
        var lenient = FhirJson.Read(json, FhirReadMode.Lenient);
        Assert.True(lenient.Repairs.Count <= FhirJson.MaxIssues && lenient.Issues.Count <= FhirJson.MaxIssues);
        Assert.False(lenient.Ok);
    }

    [Fact]
    public void Should_read_a_large_text_quickly()
    {
        var json = """{"resourceType":"Patient","name":[{"text":" """ + new string('a', 20_000_000) + "\"}]}";
        Assert.True(FhirJson.Read(json).Ok);
    }

    [Fact]
    public void Should_never_repeat_a_value_in_what_it_reports()
    {
        var read = FhirJson.Read("""
            {"resourceType":"Patient","id":"131 169","birthDate":"13116900216","active":"13116900216","13116900216":1,"a13116900216":1,
             "identifier":[{"value":["13116900216"]}],"name":[{"text":13116900216}]}
            """);
        Assert.True(read.Issues.Count >= 7);
        Assert.DoesNotContain("13116900216", string.Join('\n', read.Issues) + string.Join('\n', read.Unmodelled), StringComparison.Ordinal);
    }

    private static string Repeat(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();
}
