using System.Text;
using Hub.Adapters.Siemens;
using Hub.Core.Adapters;
using Hub.Core.Tenants;
using Xunit;
using static Hub.UnitTests.Siemens.SharedBundles;

namespace Hub.UnitTests.Siemens;

/// <summary>A Bundle of many organisations is cut so that each gets its own and nothing of others.</summary>
public sealed class SplitTests
{
    private const string Ada = "10915596784";
    private const string Bo = "13116900216";

    [Fact]
    public void Should_give_each_organisation_its_entries_with_what_they_need()
    {
        var split = Split(Of("batch", Patient("ada", Ada, Larvik), Device("meter"), Pulse("1", "ada"), Patient("bo", Bo, Skien), Pulse("2", "bo", "64.50", ""","device":{"reference":"urn:uuid:meter"}"""), Pulse("3", "ada")));

        Assert.Empty(split.Errors);
        Assert.Equal([Larvik, Skien], split.Parts.Select(p => p.Orgnr));
        Assert.Equal([[0, 2, 5], [1, 3, 4]], split.Parts.Select(p => p.Members));
        Assert.Equal([[2, 5], [4]], split.Parts.Select(p => p.Answered));
    }

    [Fact]
    public void Should_keep_every_byte_of_an_entry_and_nothing_of_another_organisation()
    {
        var own = Pulse("2", "bo", "64.500");
        var split = Split(Of("batch", Patient("ada", Ada, Larvik), Pulse("1", "ada"), Patient("bo", Bo, Skien), own));

        var skien = Encoding.UTF8.GetString(split.Parts[1].Body.Span);
        Assert.Contains(own, skien, StringComparison.Ordinal);
        Assert.DoesNotContain(Ada, skien, StringComparison.Ordinal);
        Assert.DoesNotContain(Larvik, skien, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_pass_a_bundle_of_one_organisation_on_as_it_came()
    {
        var body = Of("transaction", Patient("ada", Ada, Larvik), Device("unused"), Pulse("1", "ada"));

        var part = Assert.Single(Split(body).Parts);

        Assert.Equal(body, part.Body.ToArray());
        Assert.Equal([2], part.Answered);
    }

    [Fact]
    public void Should_not_pass_on_a_patient_that_is_anothers_though_nothing_refers_to_it()
    {
        var part = Assert.Single(Split(Of("batch", Patient("bo", Bo, Skien), Patient("ada", Ada, Larvik), Pulse("1", "ada"))).Parts);

        Assert.DoesNotContain(Bo, Encoding.UTF8.GetString(part.Body.Span), StringComparison.Ordinal);
        Assert.Equal([1, 2], part.Members);
    }

    [Fact]
    public void Should_refuse_a_transaction_over_two_organisations_as_a_whole()
    {
        var split = Split(Of("transaction", Patient("ada", Ada, Larvik), Pulse("1", "ada"), Patient("bo", Bo, Skien), Pulse("2", "bo")));

        Assert.Equal("HUB-FHIR-009", Assert.Single(split.Errors).Code);
        Assert.Empty(split.Parts);
    }

    [Fact]
    public void Should_refuse_an_entry_that_refers_to_another_organisations_patient_or_value()
    {
        var split = Split(Of(
            "batch", Patient("ada", Ada, Larvik), Patient("bo", Bo, Skien), Pulse("1", "ada", more: ""","focus":[{"reference":"urn:uuid:bo"}]"""),
            Pulse("2", "bo"), Pulse("3", "ada", more: ""","derivedFrom":[{"reference":"urn:uuid:2"}]"""), Pulse("4", "ada")));

        Assert.Equal(["HUB-FHIR-009", "HUB-FHIR-009"], split.Entries.SelectMany(e => e.Errors).Select(e => e.Code));
        Assert.Equal([[5], [3]], split.Parts.OrderByDescending(p => p.Orgnr, StringComparer.Ordinal).Select(p => p.Answered.ToArray()));
    }

    [Fact]
    public void Should_ask_the_performer_and_then_the_bundle_where_the_patient_is_silent()
    {
        Assert.Equal(Skien, Assert.Single(Split(Of("batch", Patient("ada", Ada, null), Pulse("1", "ada", more: Performer(Skien)))).Parts).Orgnr);
        Assert.Equal(Skien, Assert.Single(Split(Tagged("batch", Skien, Patient("ada", Ada, null), Pulse("1", "ada"))).Parts).Orgnr);
        Assert.Equal(Larvik, Assert.Single(Split(Of("batch", Patient("ada", Ada, Larvik), Pulse("1", "ada", more: Performer(Skien)))).Parts).Orgnr);
    }

    [Theory]
    [InlineData("silent", "HUB-FHIR-008")]
    [InlineData("contradicted", "HUB-FHIR-009")]
    [InlineData("several", "HUB-FHIR-009")]
    [InlineData("short", "HUB-FHIR-008")]
    public void Should_refuse_an_entry_whose_owner_is_in_doubt(string why, string code)
    {
        var split = Split(why switch
        {
            "silent" => Of("batch", Patient("ada", Ada, null), Pulse("1", "ada")),
            "contradicted" => Tagged("batch", Skien, Patient("ada", Ada, Larvik), Pulse("1", "ada")),
            "several" => Of("batch", Patient("ada", Ada, null), Pulse("1", "ada", more: Performer(Skien) + Performer(Larvik).Replace("performer", "author", StringComparison.Ordinal))),
            _ => Of("batch", Patient("ada", Ada, "12345"), Pulse("1", "ada")),
        });

        Assert.Equal(code, Assert.Single(split.Entries.SelectMany(e => e.Errors)).Code);
        Assert.Empty(split.Parts);
    }

    [Theory]
    [InlineData("""{"resourceType":"Bundle","type":"document","entry":[]}""", "HUB-FHIR-003")]
    [InlineData("""{"resourceType":"Observation"}""", "HUB-FHIR-003")]
    [InlineData("""{"resourceType":"Bundle","type":"batch","strange":1,"entry":[]}""", "HUB-INTAKE-023")]
    [InlineData("""{"resourceType":"Bundle","type":"batch","type":"batch","entry":[]}""", "HUB-INTAKE-006")]
    [InlineData("""{"resourceType":"Bundle","type":"batch","implicitRules":"urn:x","entry":[]}""", "HUB-FHIR-003")]
    [InlineData("""{"resourceType":"Bundle","type":"batch","entry":[]}""", "HUB-INTAKE-007")]
    [InlineData("""{"resourceType":"Bundle","type":"batch","entry":[{"fullUrl":"urn:x"},{"fullUrl":"urn:x"}]}""", "HUB-FHIR-002")]
    [InlineData("""{"resourceType":"Bundle","type":"batch","entry":""", "HUB-INTAKE-004")]
    [InlineData("[]", "HUB-FHIR-003")]
    public void Should_refuse_what_cannot_be_cut(string body, string code) => Assert.Equal(code, Split(Encoding.UTF8.GetBytes(body)).Errors[0].Code);

    [Fact]
    public void Should_answer_for_reads_and_empty_entries_by_themselves()
    {
        var split = Split(Of("batch", """{"request":{"method":"GET","url":"Observation"}}""", """{"fullUrl":"urn:uuid:e"}""", "7", Patient("ada", Ada, Larvik), Pulse("1", "ada")));

        Assert.Equal(["HUB-FHIR-003", "HUB-INTAKE-007", "HUB-INTAKE-007"], split.Entries.SelectMany(e => e.Errors).Select(e => e.Code));
        Assert.Equal([4], Assert.Single(split.Parts).Answered);
    }

    [Fact]
    public void Should_never_throw_whatever_came()
    {
        var seed = Of("batch", Patient("ada", Ada, Larvik), Device("d"), Pulse("1", "ada"), Patient("bo", Bo, Skien), Pulse("2", "bo"));
        var random = new Random(4711);
        for (var i = 0; i < 2000; i++)
        {
            var bytes = (byte[])seed.Clone();
            for (var change = 0; change < 3; change++)
                bytes[random.Next(bytes.Length)] = (byte)"\"{}[]:,0a"[random.Next(9)];
            var split = Split(i % 2 == 0 ? bytes : bytes[..random.Next(bytes.Length)]);
            Assert.True(split.Errors.Count > 0 || split.Entries.Count > 0);
        }
    }

    private static SharedSplit Split(byte[] body) => new SiemensAdapter().Split(body, InboundMode.Strict);
}
