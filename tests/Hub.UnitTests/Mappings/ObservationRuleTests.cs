using System.Text.Json;
using Hub.Core.Content;
using Hub.Core.Identities;
using Xunit;

namespace Hub.UnitTests.Mappings;

/// <summary>The rules of fhir.observation that its README states.</summary>
public sealed class ObservationRuleTests
{
    private static readonly Threshold[] Limits =
    [
        new Threshold(Triage.Green, new Quantity(90, "%"), new Quantity(96, "%")),
        new Threshold(Triage.Yellow, new Quantity(85, "%"), new Quantity(90, "%")),
        new Threshold(Triage.Red, null, new Quantity(85, "%")),
        new Threshold(Triage.Red, new Quantity(99, "%"), null),
    ];

    [Theory]
    [InlineData(93, Triage.None, "N")]
    [InlineData(88, Triage.None, "L")]
    [InlineData(80, Triage.None, "LL")]
    [InlineData(99.5, Triage.None, "HH")]
    [InlineData(88, Triage.Red, "LL")]
    [InlineData(97, Triage.Yellow, "H")]
    [InlineData(93, Triage.Yellow, "A")]
    [InlineData(93, Triage.Red, "AA")]
    [InlineData(80, Triage.Green, "N")]
    [InlineData(97, Triage.None, null)]
    public void Should_read_a_value_against_the_patients_own_limits(double value, Triage triage, string? code)
    {
        var observation = Write(Saturation((decimal)value) with { Thresholds = Limits, Triage = triage });

        Assert.Equal(code, observation.TryGetProperty("interpretation", out var read) ? read[0].GetProperty("coding")[0].GetProperty("code").GetString() : null);
    }

    [Fact]
    public void Should_say_what_each_range_means()
    {
        var ranges = Write(Saturation(93) with { Thresholds = Limits }).GetProperty("referenceRange").EnumerateArray();

        Assert.Equal(["N", "L", "LL", "HH"], ranges.Select(r => r.GetProperty("type").GetProperty("coding")[0].GetProperty("code").GetString()));
    }

    [Fact]
    public void Should_let_the_sources_own_code_of_the_same_kind_stand_instead_of_ours()
    {
        var glucose = SampleMeasurements.Plain(MeasurementKind.Glucose) with { Codes = new Concept([new Coding("http://loinc.org", "14743-9", "Glucose by glucometer"), new Coding("urn:oid:2.16.578.1.12.4.1.1.7280", "NPU22089")]) };

        Assert.Equal(["434912009", "14743-9", "NPU22089"], Codes(Write(glucose)));
    }

    [Fact]
    public void Should_send_a_code_for_mass_with_a_value_in_mass()
    {
        var glucose = SampleMeasurements.Plain(MeasurementKind.Glucose) with { Value = Measured.Of(126, "mg/dL") };

        Assert.Equal(["41653-7", "434912009"], Codes(Write(glucose)));
    }

    [Fact]
    public void Should_leave_out_a_code_for_mass_when_the_value_was_converted_to_moles()
    {
        var glucose = SampleMeasurements.Plain(MeasurementKind.Glucose) with { Codes = new Concept([new Coding("http://loinc.org", "41653-7")]) };
        var outcome = MappingBench.Map(glucose);

        Assert.Equal(["15074-8", "434912009", "NPU02187"], Codes(Write(glucose)));
        Assert.Contains(outcome.Ledger, l => l is { Source: "Codes", Target: null, Reason: not null });
    }

    [Fact]
    public void Should_keep_digits_and_the_time_as_they_came()
    {
        var observation = Write(Saturation(90.50m));

        Assert.Equal("90.50", observation.GetProperty("valueQuantity").GetProperty("value").GetRawText());
        Assert.Equal("2026-03-01T08:15:00.250+01:00", observation.GetProperty("effectiveDateTime").GetString());
    }

    [Fact]
    public void Should_write_both_pressures_when_one_was_sent()
    {
        var plain = SampleMeasurements.Plain(MeasurementKind.BloodPressure);
        var parts = Write(plain with { Components = [plain.Components[0]] }).GetProperty("component").EnumerateArray().ToArray();

        Assert.Equal(2, parts.Length);
        Assert.Equal("unknown", parts[1].GetProperty("dataAbsentReason").GetProperty("coding")[0].GetProperty("code").GetString());
    }

    [Fact]
    public void Should_name_a_performer_without_legal_place_in_the_note()
    {
        var performer = new Party(PartyRole.Practitioner, new Identifier(IdentifierSystems.Hpr, "9999999"), "Kari Sykepleier");
        var observation = Write(Saturation(93) with { Performers = [performer, new Party(PartyRole.Patient, MappingBench.Patient.Id)] });

        Assert.False(observation.TryGetProperty("performer", out _));
        Assert.Equal(["Målt av: Kari Sykepleier (HPR 9999999)", "Målt av: pasienten"], observation.GetProperty("note").EnumerateArray().Select(n => n.GetProperty("text").GetString()));
    }

    [Fact]
    public void Should_refuse_a_unit_that_the_profile_does_not_take()
    {
        var outcome = MappingBench.Map(SampleMeasurements.Plain(MeasurementKind.HeartRate) with { Value = Measured.Of(72, "1/min") });

        Assert.Equal("HUB-MAP-003", Assert.Single(outcome.Errors).Code);
    }

    [Fact]
    public void Should_refuse_to_invent_the_day_of_a_vital_sign()
    {
        var month = new ClinicalTime(new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero), TimePrecision.Month);

        Assert.Equal("HUB-MAP-005", Assert.Single(MappingBench.Map(Saturation(93) with { Time = month }).Errors).Code);
        Assert.Equal("2026-03", Write(SampleMeasurements.Plain(MeasurementKind.Glucose) with { Time = month }).GetProperty("effectiveDateTime").GetString());
    }

    [Fact]
    public void Should_refuse_a_content_of_another_kind()
    {
        var outcome = MappingBench.For(ContentKind.Plan).Map(MappingBench.Envelope(Saturation(93)), MappingBench.Context());

        Assert.Equal("HUB-MAP-002", Assert.Single(outcome.Errors).Code);
    }

    private static Measurement Saturation(decimal value) => SampleMeasurements.Plain(MeasurementKind.OxygenSaturation) with { Value = Measured.Of(value, "%") };

    private static JsonElement Write(Measurement measurement)
    {
        var outcome = MappingBench.Map(measurement);
        Assert.Empty(outcome.Errors);
        return JsonDocument.Parse(outcome.Document!.Body).RootElement;
    }

    private static IEnumerable<string?> Codes(JsonElement observation) =>
        observation.GetProperty("code").GetProperty("coding").EnumerateArray().Select(c => c.GetProperty("code").GetString());
}
