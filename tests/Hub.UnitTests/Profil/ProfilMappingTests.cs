using System.Text;
using System.Xml.Linq;
using Hub.Core.Content;
using Hub.Mappings.Profil;
using Hub.UnitTests.Mappings;
using Xunit;

namespace Hub.UnitTests.Profil;

/// <summary>What a Profil-like journal is given holds its schema, whatever the content.</summary>
public sealed class ProfilMappingTests
{
    private static readonly XNamespace Space = "urn:hub:profil-like:4";

    [Fact]
    public void Should_write_nothing_that_the_schema_faults()
    {
        var faults = new List<string>();
        var contents = SampleMeasurements.All().Select(m => (m.Name, (HomeContent)m.Content)).Concat(SampleContents.All()).Concat(SampleClinical.All()).Where(c => c.Item2.Kind != ContentKind.Personalia);
        foreach (var (name, content) in contents)
        {
            var outcome = MappingBench.Map(ProfilMapping.MappingName, content);
            Assert.True(outcome.Errors.Count == 0, $"{name}: {string.Join("; ", outcome.Errors)}");
            faults.AddRange(ProfilSchema.Faults(outcome.Document!.Body).Select(f => $"{name}: {f}"));
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults.Take(30)));
    }

    [Theory]
    [InlineData("2026-10-25T00:30:00Z", "true", "2026-10-25T02:30:00")]
    [InlineData("2026-10-25T01:30:00Z", "false", "2026-10-25T02:30:00")]
    [InlineData("2026-03-01T08:15:00.120+02:00", "false", "2026-03-01T07:15:00.12")]
    public void Should_tell_the_hour_that_comes_twice_apart(string at, string summer, string local)
    {
        var document = Document(new Measurement(MeasurementKind.HeartRate, new ClinicalTime(DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture))) { Value = Measured.Of(70, "/min") });
        var time = document.Descendants(Space + "tidspunkt").Single().Element(Space + "fra")!;

        Assert.Equal(local, time.Value);
        Assert.Equal(summer, time.Attribute("sommertid")!.Value);
    }

    [Fact]
    public void Should_keep_the_digits_of_a_number()
    {
        var document = Document(new Measurement(MeasurementKind.Glucose, SampleTime()) { Value = Measured.Of(7.00m, "mmol/L") });

        Assert.Equal("7.00", document.Descendants(Space + "verdi").Single().Attribute("tall")!.Value);
    }

    [Fact]
    public void Should_take_the_note_types_of_the_installation()
    {
        var note = new JournalNote(SampleTime(), [new NoteSection(null, null, "Alt vel.", [])]);
        var body = MappingBench.Map(ProfilMapping.MappingName, note, ("noteTypes", "alert=135, note=101")).Document!.Body;

        Assert.Equal("101", XDocument.Parse(Encoding.UTF8.GetString(body.Span)).Root!.Element(Space + "journalnotat")!.Attribute("type")!.Value);
    }

    [Fact]
    public void Should_send_the_plan_as_a_file_for_people_too()
    {
        var plan = (SelfTreatmentPlan)SampleContents.All().First(c => c.Content is SelfTreatmentPlan { Zones.Count: > 0 }).Content;
        var document = Document(plan);

        Assert.StartsWith("%PDF-", Encoding.Latin1.GetString(Convert.FromBase64String(document.Descendants(Space + "innhold").Single().Value)), StringComparison.Ordinal);
        Assert.Equal("application/pdf", document.Descendants(Space + "fil").Single().Attribute("medietype")!.Value);
    }

    private static ClinicalTime SampleTime() => new(new DateTimeOffset(2026, 3, 1, 8, 15, 0, TimeSpan.FromHours(1)));

    private static XElement Document(HomeContent content) => XDocument.Parse(Encoding.UTF8.GetString(MappingBench.Map(ProfilMapping.MappingName, content).Document!.Body.Span)).Root!;
}
