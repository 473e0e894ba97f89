using System.Text;
using Hub.Fhir.Json;
using Hub.Fhir.Model;
using Hub.Fhir.Validation;
using Xunit;

namespace Hub.UnitTests.Fhir;

public class WriterTests
{
    [Fact]
    public void Should_read_back_every_resource_it_writes_as_the_same_value()
    {
        var folder = Environment.GetEnvironmentVariable("HUB_FHIR_DUMP");
        foreach (var (resource, i) in Examples.All.Select((resource, i) => (resource, i)))
        {
            var bytes = FhirJson.ToBytes(resource);
            var read = FhirJson.Read(bytes);
            Assert.True(read.Ok, string.Join("; ", read.Issues));
            Assert.Equal(resource, read.Resource);
            if (folder is not null)
                File.WriteAllBytes(Path.Combine(folder, $"{i:00}-{resource.GetType().Name}.json"), bytes);
        }
    }

    [Fact]
    public void Should_break_no_rule_of_its_own_validator() =>
        Assert.All(Examples.All, resource => Assert.Empty(FhirValidator.Validate(resource).Select(issue => $"{issue.Code} {issue.Path}")));

    [Fact]
    public void Should_write_letters_as_themselves_and_quotes_escaped()
    {
        var json = FhirJson.ToText(new Patient { Name = [new HumanName { Text = "Åse \"Bøe\"" }] });
        Assert.Equal("{\"resourceType\":\"Patient\",\"name\":[{\"text\":\"Åse \\\"Bøe\\\"\"}]}", json);
    }

    [Fact]
    public void Should_not_show_content_when_a_record_becomes_text() =>
        Assert.Equal("Patient", new Patient { Name = [new HumanName { Text = "Åse" }] }.ToString());

    [Fact]
    public void Should_turn_text_into_narrative_and_back()
    {
        const string Text = "Ringt pasienten.\nNy måling < 2 timer & kontroll 😀";
        Assert.Equal(Text, NarrativeText.ToText(NarrativeText.FromText(Text)));
        Assert.Equal("a\nb", NarrativeText.ToText(new Narrative { Div = "<div xmlns=\"http://www.w3.org/1999/xhtml\"><p>a</p><p>b</p></div>" }));
        Assert.Null(NarrativeText.ToText(new Narrative { Div = "<div>a" }));
        Assert.Null(NarrativeText.ToText(new Narrative { Div = "<!DOCTYPE x [<!ENTITY a \"b\">]><div>&a;</div>" }));
    }

    [Fact]
    public void Should_be_usable_from_many_threads_at_once()
    {
        var expected = Examples.All.Select(FhirJson.ToText).ToArray();
        Parallel.For(0, 200, _ => Assert.Equal(expected, Examples.All.Select(resource => Encoding.UTF8.GetString(FhirJson.ToBytes(resource)))));
    }
}
