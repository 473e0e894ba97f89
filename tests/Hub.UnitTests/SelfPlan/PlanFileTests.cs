using System.Text;
using System.Text.Json;
using System.Xml;
using System.Xml.Schema;
using Hub.Core.Content;
using Hub.Mappings.SelfPlan;
using Hub.UnitTests.Mappings;
using Xunit;

namespace Hub.UnitTests.SelfPlan;

/// <summary>The files of a plan: on paper and for systems.</summary>
public sealed class PlanFileTests
{
    private static readonly DateTimeOffset Made = new(2026, 3, 1, 8, 16, 30, TimeSpan.FromHours(1));

    public static TheoryData<string> Names() => new("copd", "long", "bare");

    [Theory]
    [MemberData(nameof(Names))]
    public void Should_print_the_same_bytes_every_time(string name)
    {
        var bytes = Print(Plan(name));
        Assert.Equal(bytes, Print(Plan(name)));
        Assert.StartsWith("%PDF-1.4", Encoding.ASCII.GetString(bytes), StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("HUB_PDF_OUT") is { } folder)
            File.WriteAllBytes(Path.Combine(folder, $"{name}.pdf"), bytes);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Should_point_at_every_object_of_the_file(string name)
    {
        var text = Encoding.ASCII.GetString(Print(Plan(name)));
        var table = int.Parse(text[(text.LastIndexOf("startxref\n", StringComparison.Ordinal) + 10)..].Split('\n')[0]);
        var rows = text[table..].Split('\n');
        var count = int.Parse(rows[1].Split(' ')[1]);
        for (var i = 1; i < count; i++)
            Assert.StartsWith($"{i} 0 obj\n", text[int.Parse(rows[2 + i].Split(' ')[0])..], StringComparison.Ordinal);
    }

    [Fact]
    public void Should_print_every_word_of_the_plan()
    {
        var printed = Words(Print(SamplePlans.Copd));
        foreach (var words in new[] { "Line Danser", "13116900216", "GRØNN SONE", "GUL SONE", "RØD SONE", "Akutt åndenød, blå lepper, forvirring.", "Ring 113.", "Spiriva 18 µg", "88 til 89 %", "Side 1 av ", "9144900", "Ny dose prednisolon" })
            Assert.Contains(words, printed, StringComparison.Ordinal);
    }

    // Greek mu for micro, a subscript, an arrow: a question mark in a dose is a danger.
    [Fact]
    public void Should_print_signs_that_the_fonts_lack_by_other_signs()
    {
        var medicine = new PlanPart("Inhalator β2-agonist 18 \u03BCg", "SpO₂ 88 → ring legevakt; ⅓ dose ved T ≈ 38; fa\u030A hjelp");
        var plain = Print(SamplePlans.Copd with { Medications = [medicine] });
        var printed = Words(plain);
        foreach (var words in new[] { "beta2-agonist 18 µg", "SpO2 88 -> ring legevakt", "1/3 dose", "ca. 38", "få hjelp" })
            Assert.Contains(words, printed, StringComparison.Ordinal);
        Assert.DoesNotContain("kan ikke vises", printed, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_lose_no_word_of_a_long_plan_at_page_breaks()
    {
        var printed = Words(Print(SamplePlans.Long));
        foreach (var zone in SamplePlans.Long.Zones)
        {
            foreach (var word in zone.Action.Split('\n').Where(w => !w.StartsWith('x')))
                Assert.Contains(word, printed, StringComparison.Ordinal);
            Assert.True(printed.Split("Kjennetegn ").Length - 1 >= zone.Condition.Split("Kjennetegn ").Length - 1);
        }

        foreach (var part in SamplePlans.Long.Medications)
            Assert.Contains(part.Title, printed, StringComparison.Ordinal);
        Assert.Equal(SamplePlans.Long.Zones.Sum(z => z.Action.Count(c => c == 'x')), printed.Count(c => c == 'x') - Others());
        int Others() => Words(Print(SamplePlans.Long with { Zones = [.. SamplePlans.Long.Zones.Select(z => z with { Action = z.Action.Replace("x", "", StringComparison.Ordinal) })] })).Count(c => c == 'x');
    }

    [Fact]
    public void Should_tell_the_zones_apart_in_black_and_white()
    {
        var printed = Words(Print(SamplePlans.Copd));
        foreach (var meaning in new[] { "Slik skal det være", "Vær oppmerksom", "Søk hjelp" })
            Assert.Contains(meaning, printed, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Should_read_the_xml_back_as_the_plan_it_was(string name) =>
        Assert.Equal(JsonSerializer.Serialize(Plan(name)), JsonSerializer.Serialize(PlanXml.Read(PlanXml.Write(Plan(name)))));

    [Fact]
    public void Should_read_back_a_plan_with_everything_in_it()
    {
        var plan = (SelfTreatmentPlan)new FilledContent().Build(typeof(SelfTreatmentPlan));
        Assert.Equal(JsonSerializer.Serialize(plan), JsonSerializer.Serialize(PlanXml.Read(PlanXml.Write(plan))));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Should_write_xml_that_its_schema_takes(string name)
    {
        var schemas = new XmlSchemaSet { XmlResolver = null };
        schemas.Add("http://www.w3.org/XML/1998/namespace", XmlReader.Create(new StringReader("""<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/XML/1998/namespace"><xs:attribute name="space" type="xs:string"/></xs:schema>""")));
        schemas.Add(null, Path.Combine(Adapters.GoldenCase.Root, "schemas", "selfplan-1.0.xsd"));
        var faults = new List<string>();
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema, Schemas = schemas };
        settings.ValidationEventHandler += (_, e) => faults.Add(e.Message);
        using var reader = XmlReader.Create(new MemoryStream(PlanXml.Write(Plan(name))), settings);
        while (reader.Read())
        {
        }

        Assert.Empty(faults);
    }

    private static SelfTreatmentPlan Plan(string name) => name switch
    {
        "copd" => SamplePlans.Copd,
        "long" => SamplePlans.Long,
        _ => new SelfTreatmentPlan("p-0", 1, SamplePlans.Copd.Time, []),
    };

    private static byte[] Print(SelfTreatmentPlan plan) => PlanPdf.Write(plan, SamplePlans.Patient, "Larvik kommune", Made);

    // The texts of the file as they stand in its content streams, lines joined by blanks.
    private static string Words(byte[] pdf)
    {
        var words = new StringBuilder();
        foreach (var line in Encoding.ASCII.GetString(pdf).Split('\n').Where(l => l.EndsWith(" Tj ET", StringComparison.Ordinal)))
        {
            var literal = line[(line.IndexOf("Td (", StringComparison.Ordinal) + 4)..^7];
            for (var i = 0; i < literal.Length; i++)
            {
                if (literal[i] != '\\')
                    words.Append(literal[i]);
                else if (char.IsAsciiDigit(literal[i + 1]))
                {
                    words.Append((char)Convert.ToInt32(literal.Substring(i + 1, 3), 8));
                    i += 3;
                }
                else
                    words.Append(literal[++i]);
            }

            words.Append(' ');
        }

        return words.ToString();
    }
}
