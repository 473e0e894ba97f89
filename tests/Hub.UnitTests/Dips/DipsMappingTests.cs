using System.Text;
using System.Text.Json;
using Hub.Core.Content;
using Hub.Core.Identities;
using Hub.UnitTests.Mappings;
using Xunit;
using CodeSystems = Hub.Fhir.Terminology.CodeSystems;

namespace Hub.UnitTests.Dips;

/// <summary>What DIPS is given: its profiles to the letter, and nothing lost on the way.</summary>
public sealed class DipsMappingTests
{
    private static readonly (string, string)[] Options = [("author", "agb113"), ("department", "afa22"), ("custodian", "afa22")];

    public static TheoryData<string> Profiled() =>
    [
        MeasurementKind.BloodPressure, MeasurementKind.HeartRate, MeasurementKind.OxygenSaturation, MeasurementKind.BodyTemperature, MeasurementKind.BodyWeight,
        MeasurementKind.RespiratoryRate, MeasurementKind.BodyHeight, MeasurementKind.Bmi, MeasurementKind.News2, MeasurementKind.Consciousness,
    ];

    [Theory]
    [MemberData(nameof(Profiled))]
    public void Should_write_a_vital_sign_with_nothing_that_the_profile_forbids(string kind)
    {
        var observation = Map("dips.observation", Rich(kind));

        var profile = Assert.Single(observation.GetProperty("meta").GetProperty("profile").EnumerateArray()).GetString();
        Assert.StartsWith("http://dips.no/fhir/StructureDefinition/DIPSVitalSignsObservation", profile, StringComparison.Ordinal);
        foreach (var forbidden in new[] { "text", "contained", "issued", "interpretation", "device", "dataAbsentReason", "basedOn", "partOf", "hasMember", "derivedFrom", "specimen", "focus" })
            Assert.False(observation.TryGetProperty(forbidden, out _), forbidden);
        Assert.False(observation.GetProperty("code").TryGetProperty("text", out _));
        var note = Assert.Single(observation.GetProperty("note").EnumerateArray());
        Assert.Equal(["text"], note.EnumerateObject().Select(p => p.Name));
        Assert.Equal(["PractitionerRole/agb113", "Organization/afa22"], observation.GetProperty("performer").EnumerateArray().Select(p => p.GetProperty("reference").GetString()));
        Assert.Equal(["113", "22"], observation.GetProperty("performer").EnumerateArray().Select(p => p.GetProperty("identifier").GetProperty("value").GetString()));
        Assert.True(observation.TryGetProperty("effectiveDateTime", out _));
        if (observation.TryGetProperty("referenceRange", out var ranges))
            Assert.Equal(["low", "high"], Assert.Single(ranges.EnumerateArray()).EnumerateObject().Select(p => p.Name));
    }

    [Theory]
    [MemberData(nameof(Profiled))]
    public void Should_say_in_the_note_what_the_profile_has_no_place_for(string kind)
    {
        var note = Map("dips.observation", Rich(kind)).GetProperty("note")[0].GetProperty("text").GetString()!;

        foreach (var words in new[] { "gul", "for lav", "NoninX", "SN-77", "Kari Sykepleier", "Målt i hvile", "armen", "rød 3 ", "referanse 4 til 9" })
            Assert.Contains(words, note, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_give_the_range_of_normal_values_and_not_that_of_an_alarm()
    {
        var range = Map("dips.observation", Rich(MeasurementKind.HeartRate)).GetProperty("referenceRange")[0];

        Assert.Equal(("4", "9"), (range.GetProperty("low").GetProperty("value").GetRawText(), range.GetProperty("high").GetProperty("value").GetRawText()));
    }

    [Fact]
    public void Should_keep_pulse_apart_from_heart_rate()
    {
        var pulse = SampleMeasurements.Plain(MeasurementKind.HeartRate) with { Codes = new Concept([new Coding(CodeSystems.Snomed, "78564009", "Pulse rate")]) };

        Assert.EndsWith("Pulse", Map("dips.observation", pulse).GetProperty("meta").GetProperty("profile")[0].GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(MeasurementKind.Glucose)]
    [InlineData(MeasurementKind.Fev1)]
    public void Should_write_a_kind_without_profile_in_the_general_shape(string kind)
    {
        var observation = Map("dips.observation", SampleMeasurements.Plain(kind));

        Assert.DoesNotContain("dips.no", observation.GetProperty("meta").GetRawText(), StringComparison.Ordinal);
        Assert.Contains(observation.GetProperty("identifier").EnumerateArray(), i => i.GetProperty("system").GetString() == "http://dips.no/fhir/namingsystem/externalId");
    }

    [Fact]
    public void Should_claim_no_profile_for_a_value_that_is_missing_or_has_a_bound()
    {
        var absent = SampleMeasurements.Plain(MeasurementKind.HeartRate) with { Value = new Measured { Absent = new Concept([new Coding(CodeSystems.DataAbsentReason, "error")]) } };
        var bound = SampleMeasurements.Plain(MeasurementKind.OxygenSaturation) with { Value = Measured.Of(70m, "%") is { Quantity: { } q } m ? m with { Quantity = q with { Comparator = "<" } } : null };

        Assert.All([absent, bound], m => Assert.DoesNotContain("dips.no", Map("dips.observation", m).GetProperty("meta").GetRawText(), StringComparison.Ordinal));
    }

    [Fact]
    public void Should_keep_the_digits_of_a_value() =>
        Assert.Equal("72.50", Map("dips.observation", SampleMeasurements.Plain(MeasurementKind.BodyWeight) with { Value = Measured.Of(72.50m, "kg") }).GetProperty("valueQuantity").GetProperty("value").GetRawText());

    [Fact]
    public void Should_write_a_document_with_what_dips_requires_and_nothing_that_its_profile_forbids()
    {
        var note = new JournalNote(At, [new NoteSection("Oppfølging", null, "Ringt pasienten.", [])]) { Triage = Triage.Yellow, Title = "Varsel lukket", Authors = [Nurse] };

        var document = Map("dips.document", note);

        foreach (var forbidden in new[] { "meta", "text", "language", "category", "securityLabel" })
            Assert.False(document.TryGetProperty(forbidden, out _), forbidden);
        Assert.Equal("1050", document.GetProperty("type").GetProperty("coding")[0].GetProperty("code").GetString());
        Assert.Equal("PractitionerRole/agb113", Assert.Single(document.GetProperty("author").EnumerateArray()).GetProperty("reference").GetString());
        Assert.Equal("http://dips.no/fhir/namingsystem/dips-organizationid", document.GetProperty("custodian").GetProperty("identifier").GetProperty("system").GetString());
        Assert.Equal(("preliminary", "Varsel lukket"), (document.GetProperty("docStatus").GetString(), document.GetProperty("description").GetString()));
        var pdf = Convert.FromBase64String(document.GetProperty("content")[0].GetProperty("attachment").GetProperty("data").GetString()!);
        Assert.StartsWith("%PDF-1.4", Encoding.Latin1.GetString(pdf), StringComparison.Ordinal);
        Assert.Contains("Ringt pasienten.", Encoding.Latin1.GetString(pdf), StringComparison.Ordinal);
        Assert.Single(document.GetProperty("content").EnumerateArray());
    }

    [Fact]
    public void Should_call_a_document_final_only_when_somebody_is_named_as_having_approved_it()
    {
        var document = Map("dips.document", new PatientStatus(FollowUpState.Paused, At) { Reason = "innlagt" }, [.. Options, ("authenticator", "agb91"), ("documentType", "1001535"), ("documentTypeName", "Avstandsoppfølging")]);

        Assert.Equal(("final", "PractitionerRole/agb91"), (document.GetProperty("docStatus").GetString(), document.GetProperty("authenticator").GetProperty("reference").GetString()));
        Assert.Equal(("1001535", "Avstandsoppfølging"), (document.GetProperty("type").GetProperty("coding")[0].GetProperty("code").GetString(), document.GetProperty("type").GetProperty("coding")[0].GetProperty("display").GetString()));
    }

    [Fact]
    public void Should_send_the_text_beside_a_pdf_that_cannot_show_it()
    {
        var document = Map("dips.document", new ChatExcerpt(At, [new ChatLine(At.Start, Nurse, "Så bra 🙂")]));

        var text = document.GetProperty("content")[1].GetProperty("attachment");
        Assert.StartsWith("text/plain", text.GetProperty("contentType").GetString(), StringComparison.Ordinal);
        Assert.Contains("🙂", Encoding.UTF8.GetString(Convert.FromBase64String(text.GetProperty("data").GetString()!)), StringComparison.Ordinal);
    }

    [Fact]
    public void Should_make_each_part_of_a_form_only_once()
    {
        var form = new QuestionnaireAnswers("cat", At, [new AnsweredItem("1", "Hoste", [new Answer(Integer: 3)], [])]) { FormTitle = "CAT", Scores = [new FormScore(MeasurementKind.CatScore, 17m, Maximum: 40m)] };

        var bundle = Map("fhir.questionnaire", form);

        Assert.Equal("transaction", bundle.GetProperty("type").GetString());
        var entries = bundle.GetProperty("entry").EnumerateArray().ToArray();
        Assert.Equal(["QuestionnaireResponse", "Observation"], entries.Select(e => e.GetProperty("request").GetProperty("url").GetString()));
        Assert.Equal(2, entries.Select(e => e.GetProperty("request").GetProperty("ifNoneExist").GetString()).Distinct().Count());
        Assert.Equal(entries[0].GetProperty("fullUrl").GetString(), entries[1].GetProperty("resource").GetProperty("derivedFrom")[0].GetProperty("reference").GetString());
    }

    [Fact]
    public void Should_give_record_keeper_a_document_with_the_alert_and_its_values()
    {
        var alert = new Alert("a-1", AlertState.Raised, At) { Triage = Triage.Red, Evidence = [SampleMeasurements.Plain(MeasurementKind.OxygenSaturation)] };

        var outcome = MappingBench.Map("dips.alert", alert);

        Assert.Equal("dips.alert", outcome.Document!.Form);
        using var bundle = JsonDocument.Parse(outcome.Document.Body);
        Assert.Equal("document", bundle.RootElement.GetProperty("type").GetString());
        Assert.Equal(["Composition", "DetectedIssue", "Observation"], bundle.RootElement.GetProperty("entry").EnumerateArray().Select(e => e.GetProperty("resource").GetProperty("resourceType").GetString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Should_write_nothing_that_the_oracle_faults()
    {
        var oracle = Environment.GetEnvironmentVariable("HUB_FHIR_ORACLE");
        Assert.SkipWhen(string.IsNullOrEmpty(oracle), "HUB_FHIR_ORACLE is not set: no FHIR validator at hand");
        var folder = Directory.CreateTempSubdirectory("hub-dips-");
        try
        {
            var written = 0;
            IEnumerable<(string Name, HomeContent Content)> all = [.. SampleMeasurements.All().Select(m => (m.Name, (HomeContent)m.Content)), .. SampleContents.All(), .. SampleClinical.All()];
            foreach (var (name, content) in all)
            {
                foreach (var mapping in MappingBench.Catalogue.All.Where(m => m.Accepts.Contains(content.Kind) && (m.Name.StartsWith("dips.", StringComparison.Ordinal) || m.Name == "fhir.questionnaire")))
                {
                    var outcome = mapping.Map(MappingBench.Envelope(content), MappingBench.Context(Options));
                    Assert.True(outcome.Errors.Count == 0, $"{name}: {string.Join("; ", outcome.Errors)}");
                    await File.WriteAllBytesAsync(Path.Combine(folder.FullName, $"{mapping.Name}-{name}.json"), outcome.Document!.Body.ToArray(), TestContext.Current.CancellationToken);
                    written++;
                }
            }

            var report = await OracleTests.ValidateAsync(oracle!, folder.FullName);
            Assert.Equal(written, report.Files);
            Assert.True(report.Errors.Count == 0, string.Join('\n', report.Errors.Take(40)));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static readonly ClinicalTime At = new(new DateTimeOffset(2026, 3, 1, 9, 14, 55, TimeSpan.FromHours(1)));
    private static readonly Party Nurse = new(PartyRole.Practitioner, new Identifier(IdentifierSystems.Hpr, "9999999"), "Kari Sykepleier");

    private static Measurement Rich(string kind)
    {
        var unit = SampleMeasurements.Plain(kind).Value?.Quantity?.Unit ?? "{score}";
        return SampleMeasurements.Plain(kind) with
        {
            Triage = Triage.Yellow,
            Interpretation = new Concept([new Coding(CodeSystems.ObservationInterpretation, "L")], "for lav"),
            Device = new DeviceInfo("NoninX", null, null, "SN-77", []),
            Performers = [Nurse],
            Notes = ["Målt i hvile"],
            BodySite = new Concept([new Coding(CodeSystems.Snomed, "368209003")], "armen"),
            Issued = At.Start.AddMinutes(2),
            Thresholds = [new Threshold(Triage.Red, null, new Quantity(3m, unit)), new Threshold(Triage.None, new Quantity(4m, unit), new Quantity(9m, unit))],
        };
    }

    private static JsonElement Map(string mapping, HomeContent content, (string, string)[]? options = null)
    {
        var outcome = MappingBench.Map(mapping, content, options ?? Options);
        Assert.Empty(outcome.Errors);
        using var document = JsonDocument.Parse(outcome.Document!.Body);
        return document.RootElement.Clone();
    }
}
