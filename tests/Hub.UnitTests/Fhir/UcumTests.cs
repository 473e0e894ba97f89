using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Hub.Fhir.Ucum;
using Xunit;

namespace Hub.UnitTests.Fhir;

public class UcumTests
{
    private static readonly UcumOptions Glucose = new() { MolarMass = 180.156m };

    [Theory]
    [InlineData("100", "mg/dL", "mmol/L", "5.5507")]
    [InlineData("126", "mg/dL", "mmol/L", "6.9939")]
    [InlineData("5.50", "mmol/L", "mg/dL", "99.086")]
    [InlineData("98.6", "[degF]", "Cel", "37.0")]
    [InlineData("102.2", "[degF]", "Cel", "39.00")]
    [InlineData("310.15", "K", "Cel", "37.000")]
    [InlineData("180.0", "[lb_av]", "kg", "81.6466")]
    [InlineData("49000", "g", "kg", "49.000")]
    [InlineData("16.00", "kPa", "mm[Hg]", "120.01")]
    [InlineData("7.5", "L/s", "L/min", "450")]
    [InlineData("750", "cL/s", "L/min", "450")]
    [InlineData("2450", "mL", "L", "2.450")]
    [InlineData("1.2", "mg/dL", "mg/L", "12")]
    public void Should_reach_the_published_value(string value, string unit, string target, string expected)
    {
        var result = UcumConverter.Convert(Number(value), unit, target, Glucose);
        Assert.True(result.Ok, result.Fault?.Text);
        Assert.Equal(expected, result.Conversion!.Value.ToString(CultureInfo.InvariantCulture));
        Assert.True(result.Conversion.WasConverted);
        Assert.Equal((Number(value), unit, target), (result.Conversion.OriginalValue, result.Conversion.OriginalUnit, result.Conversion.Unit));
    }

    [Theory]
    [InlineData("mmHg", "mm[Hg]")]
    [InlineData("mm Hg", "mm[Hg]")]
    [InlineData("bpm", "/min")]
    [InlineData("1/min", "/min")]
    [InlineData("°C", "Cel")]
    [InlineData("mmol/l", "mmol/L")]
    [InlineData("KG", "kg")]
    [InlineData(" kg ", "kg")]
    [InlineData("lbs", "[lb_av]")]
    [InlineData("l/min", "L/min")]
    public void Should_respell_a_unit_without_touching_the_number(string written, string code)
    {
        Assert.Equal(new UnitSpelling(code, true), UcumUnits.Normalize(written));
        var result = UcumConverter.Convert(7.0m, written, code).Conversion!;
        Assert.Equal("7.0", result.Value.ToString(CultureInfo.InvariantCulture));
        Assert.False(result.WasConverted);
    }

    [Fact]
    public void Should_agree_with_the_oracle_on_what_is_ucum()
    {
        string[] valid =
        [
            "mm[Hg]", "Cel", "C", "/min", "1/min", "%", "kg", "mmol/L", "mmol/l", "mg/dL", "L/min", "l/min", "L/s", "{score}", "{steps}", "/d",
            "1/(24.h)", "{INR}", "{#}", "1", "[degF]", "10*3/uL", "U/L", "mL", "cL/s", "kg/m2", "{steps}/d",
        ];
        Assert.All(valid, unit => Assert.True(UcumUnits.IsValid(unit), unit));
        string[] invalid = ["mmHg", "°C", "bpm", "KG", "", "/", "m/", "kg m", "(", "{", "Cel2", "Cel/min", "{ø}", "10", "kkg", "[nothing]", "((((((m))))))"];
        Assert.All(invalid.Except(["10"]), unit => Assert.False(UcumUnits.IsValid(unit), unit));
    }

    [Theory]
    [InlineData("C", "Cel", UcumFault.OtherDimension)]
    [InlineData("kPa", "%", UcumFault.OtherDimension)]
    [InlineData("F", "Cel", UcumFault.UnknownUnit)]
    [InlineData("stone", "kg", UcumFault.UnknownUnit)]
    [InlineData(null, "kg", UcumFault.UnknownUnit)]
    [InlineData("mg/dL", "mmol/L", UcumFault.MolarMassNeeded)]
    [InlineData("1", "%", UcumFault.FractionNotAllowed)]
    [InlineData("{score}", "%", UcumFault.FractionNotAllowed)]
    [InlineData("{score}", "{INR}", UcumFault.OtherDimension)]
    [InlineData("{steps}", "/d", UcumFault.OtherDimension)]
    [InlineData("L", "L/min", UcumFault.OtherDimension)]
    public void Should_refuse_what_would_have_to_be_guessed(string? unit, string target, string code) =>
        Assert.Equal(code, UcumConverter.Convert(0.97m, unit, target).Fault?.Code);

    [Fact]
    public void Should_turn_a_declared_fraction_into_percent_when_allowed() =>
        Assert.Equal(97m, UcumConverter.Convert(0.97m, "1", "%", new UcumOptions { AllowFraction = true }).Conversion!.Value);

    [Fact]
    public void Should_refuse_a_fraction_of_something_else_even_when_allowed() =>
        Assert.Equal(UcumFault.FractionNotAllowed, UcumConverter.Convert(0.97m, "{score}", "%", new UcumOptions { AllowFraction = true }).Fault?.Code);

    [Fact]
    public void Should_refuse_a_result_no_decimal_can_hold() =>
        Assert.Equal(UcumFault.OutOfRange, UcumConverter.Convert(decimal.MaxValue, "kg", "g").Fault?.Code);

    [Theory]
    [InlineData("[degF]", "Cel")]
    [InlineData("[lb_av]", "kg")]
    [InlineData("g", "kg")]
    [InlineData("kPa", "mm[Hg]")]
    [InlineData("mg/dL", "mmol/L")]
    [InlineData("L/s", "L/min")]
    [InlineData("mL", "L")]
    [InlineData("[in_i]", "cm")]
    public void Should_come_back_to_the_original_when_converted_back(string unit, string target) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(
            ArbMap.Default.ArbFor<int>().Filter(n => n is > -1_000_000 and < 1_000_000),
            Gen.Choose(0, 4).ToArbitrary(),
            (mantissa, scale) =>
            {
                var value = new decimal(Math.Abs(mantissa), 0, 0, mantissa < 0, (byte)scale);
                var there = UcumConverter.Convert(value, unit, target, Glucose).Conversion!;
                var back = UcumConverter.Convert(there.Value, target, unit, Glucose).Conversion!;
                return Math.Round(back.Value, scale, MidpointRounding.AwayFromZero) == value;
            }));

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
