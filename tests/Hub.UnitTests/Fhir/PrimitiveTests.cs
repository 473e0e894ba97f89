using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Hub.Fhir.Json;
using Hub.Fhir.Model;
using Xunit;

namespace Hub.UnitTests.Fhir;

public class PrimitiveTests
{
    [Theory]
    [InlineData("7.0")]
    [InlineData("7.00")]
    [InlineData("7")]
    [InlineData("0.000")]
    [InlineData("-0.5")]
    [InlineData("1234567890.123456789")]
    [InlineData("9999999999999999999999999999")]
    public void Should_keep_the_digits_of_a_decimal(string digits)
    {
        var json = $$$"""{"resourceType":"Observation","valueQuantity":{"value":{{{digits}}}}}""";
        Assert.Equal(json, FhirJson.ToText(FhirJson.Read(json).Resource!));
    }

    [Theory]
    [InlineData("2026-03-01T08:15:00\\u002B01:00", "2026-03-01T08:15:00+01:00")]
    [InlineData("\\u0032026-03-01", "2026-03-01")]
    public void Should_read_a_time_whatever_the_writer_escaped(string written, string meant)
    {
        var read = FhirJson.Read($$"""{"resourceType":"Observation","effectiveDateTime":"{{written}}"}""");
        Assert.Empty(read.Issues);
        Assert.Equal($$"""{"resourceType":"Observation","effectiveDateTime":"{{meant}}"}""", FhirJson.ToText(read.Resource!));
    }

    [Fact]
    public void Should_read_an_exponent_as_the_number_it_is()
    {
        var read = FhirJson.Read("""{"resourceType":"Observation","valueQuantity":{"value":1.2e3}}""");
        Assert.Equal(1200m, ((Quantity)((Observation)read.Resource!).Value!).Value);
    }

    [Fact]
    public void Should_give_back_any_decimal_with_its_scale() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(
            ArbMap.Default.ArbFor<decimal>(),
            value =>
            {
                var json = FhirJson.ToText(new Observation { Value = new Quantity { Value = value } });
                var read = (Quantity?)((Observation?)FhirJson.Read(json).Resource)?.Value;
                var digits = value.ToString(CultureInfo.InvariantCulture).TrimStart('-').Replace(".", "", StringComparison.Ordinal).TrimStart('0').Length;
                return digits > 28 || (read?.Value is { } back && decimal.GetBits(back).SequenceEqual(decimal.GetBits(value)));
            }));

    [Theory]
    [InlineData("2026", FhirDateTimePrecision.Year)]
    [InlineData("2026-11", FhirDateTimePrecision.Month)]
    [InlineData("2026-11-20", FhirDateTimePrecision.Day)]
    [InlineData("2024-02-29", FhirDateTimePrecision.Day)]
    [InlineData("2026-11-20T12:00:00Z", FhirDateTimePrecision.Instant)]
    [InlineData("2026-11-20T12:00:00.000+01:00", FhirDateTimePrecision.Instant)]
    [InlineData("2026-11-20T12:00:00.123456789-03:30", FhirDateTimePrecision.Instant)]
    [InlineData("2026-12-31T23:59:60Z", FhirDateTimePrecision.Instant)]
    public void Should_keep_a_time_as_it_was_written(string text, FhirDateTimePrecision precision)
    {
        Assert.True(FhirDateTime.TryParse(text, out var value));
        Assert.Equal((text, precision), (value.Text, value.Precision));
        Assert.Equal(precision == FhirDateTimePrecision.Instant, value.Instant is not null);
    }

    [Theory]
    [InlineData("2026-11-20T12:00:00", FhirDateTimeFault.MissingOffset)]
    [InlineData("2026-11-20T12:00:00.5", FhirDateTimeFault.MissingOffset)]
    [InlineData("2026-11-20T12:00Z", FhirDateTimeFault.Format)]
    [InlineData("2026-11-20 12:00:00Z", FhirDateTimeFault.Format)]
    [InlineData("2026-11-20T12:00:00.Z", FhirDateTimeFault.Format)]
    [InlineData("2026-11-20T12:00:00+0100", FhirDateTimeFault.Format)]
    [InlineData("20.11.2026", FhirDateTimeFault.Format)]
    [InlineData("26", FhirDateTimeFault.Format)]
    [InlineData("", FhirDateTimeFault.Format)]
    [InlineData("2026-1-1", FhirDateTimeFault.Format)]
    [InlineData("2026-13", FhirDateTimeFault.OutOfRange)]
    [InlineData("2025-02-29", FhirDateTimeFault.OutOfRange)]
    [InlineData("0000", FhirDateTimeFault.OutOfRange)]
    [InlineData("2026-11-20T24:00:00Z", FhirDateTimeFault.OutOfRange)]
    [InlineData("2026-11-20T12:00:00+15:00", FhirDateTimeFault.OutOfRange)]
    [InlineData("0001-01-01T00:00:00+14:00", FhirDateTimeFault.OutOfRange)]
    [InlineData("9999-12-31T23:59:60Z", FhirDateTimeFault.OutOfRange)]
    public void Should_say_why_a_text_is_no_time(string text, FhirDateTimeFault expected)
    {
        Assert.False(FhirDateTime.TryParse(text, out _, out var fault));
        Assert.Equal(expected, fault);
    }

    [Fact]
    public void Should_give_back_any_instant_and_never_throw() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(
            Gen.Choose(-840, 840).ToArbitrary(), Gen.Choose(0, int.MaxValue).ToArbitrary(), Gen.Choose(0, 9_999_999).ToArbitrary(),
            (offset, seconds, ticks) =>
            {
                var instant = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.FromMinutes(offset)).AddSeconds(seconds).AddTicks(ticks);
                var value = FhirDateTime.FromInstant(instant);
                return FhirDateTime.TryParse(value.Text, out var back) && back == value && back.Instant == instant && back.Instant!.Value.Offset == instant.Offset;
            }));

    [Fact]
    public void Should_compare_records_by_what_they_hold()
    {
        Assert.Equal(Examples.Measured(Hub.Fhir.Terminology.Measurements.Find("glucose")!), Examples.Measured(Hub.Fhir.Terminology.Measurements.Find("glucose")!));
        Assert.NotEqual(new HumanName { Given = ["a", "b"] }, new HumanName { Given = ["b", "a"] });
        Assert.Equal(default, default(FhirDateTime));
    }
}
