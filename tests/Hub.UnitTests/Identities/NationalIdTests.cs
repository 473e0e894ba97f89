using System.Text.Json;
using Hub.Core.Identities;
using Hub.Core.Tenants;
using Xunit;

namespace Hub.UnitTests.Identities;

public sealed class NationalIdTests
{
    [Theory]
    [InlineData("13097248022", NationalIdKind.Fnr, SyntheticSeries.None, CheckDigitRule.From1964)]
    [InlineData("30108299939", NationalIdKind.Fnr, SyntheticSeries.None, CheckDigitRule.From2032)]
    [InlineData("53097248016", NationalIdKind.Dnr, SyntheticSeries.None, CheckDigitRule.From1964)]
    [InlineData("80005045804", NationalIdKind.Fhn, SyntheticSeries.None, CheckDigitRule.From1964)]
    [InlineData("13527248013", NationalIdKind.Hnr, SyntheticSeries.Plus40, CheckDigitRule.From1964)]
    [InlineData("68467038838", NationalIdKind.Dnr, SyntheticSeries.Plus40, CheckDigitRule.From1964)]
    [InlineData("13717404089", NationalIdKind.Fnr, SyntheticSeries.Plus65, CheckDigitRule.From1964)]
    [InlineData("02850097219", NationalIdKind.Fnr, SyntheticSeries.Plus80, CheckDigitRule.From1964)]
    [InlineData("13057444850", NationalIdKind.Fnr, SyntheticSeries.None, CheckDigitRule.Fails)]
    public void Should_tell_the_series_apart(string digits, NationalIdKind kind, SyntheticSeries series, CheckDigitRule rule)
    {
        Assert.Equal(NationalIdFault.None, NationalId.Read(digits, out var id));
        Assert.Equal(new NationalId(digits, kind, series, rule), id);
    }

    [Theory]
    [InlineData("", NationalIdFault.Empty)]
    [InlineData("  ", NationalIdFault.Empty)]
    [InlineData("3097248022", NationalIdFault.LostZero)]
    [InlineData("1000239", NationalIdFault.WrongLength)]
    [InlineData("130972480221", NationalIdFault.WrongLength)]
    [InlineData("1309724802a", NationalIdFault.NotDigits)]
    [InlineData("32127248022", NationalIdFault.NoSuchDate)]
    [InlineData("13137248022", NationalIdFault.NoSuchDate)]
    [InlineData("29020112345", NationalIdFault.NoSuchDate)]
    [InlineData("00000000000", NationalIdFault.NoSuchDate)]
    public void Should_name_what_is_wrong_with_the_form(string text, NationalIdFault fault) =>
        Assert.Equal(fault, NationalId.Read(text, out _));

    [Fact]
    public void Should_ignore_blanks_and_count_year_zero_as_a_leap_year()
    {
        Assert.Equal(NationalIdFault.None, NationalId.Read(" 130972 48022 ", out var id));
        Assert.Equal("13097248022", id.Digits);
        Assert.Equal(NationalIdFault.None, NationalId.Read("29020075838", out _));
    }

    [Fact]
    public void Should_never_show_the_digits_as_text()
    {
        NationalId.Read("13097248022", out var id);

        Assert.DoesNotContain("1309", id.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Should_agree_with_the_oracle_of_published_numbers()
    {
        var standards = Environment.GetEnvironmentVariable("HUB_STANDARDS");
        Assert.SkipWhen(standards is null, "HUB_STANDARDS is not set");
        using var oracle = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(standards!, "identifiers-oracle.json")));
        var root = oracle.RootElement;

        Assert.All(Texts(root, "valid_fnr_1964"), n => Check(n, NationalIdKind.Fnr, SyntheticSeries.None, CheckDigitRule.From1964));
        Assert.All(Texts(root, "valid_dnr"), n => Check(n, NationalIdKind.Dnr, SyntheticSeries.None, CheckDigitRule.From1964));
        Assert.All(Texts(root, "valid_dnr_extended_series_syntetisk", "1940"), n => Check(n, NationalIdKind.Dnr, SyntheticSeries.Plus80, CheckDigitRule.From1964));
        Assert.All(Texts(root, "valid_dnr_extended_series_syntetisk", "2000"), n => Check(n, NationalIdKind.Dnr, SyntheticSeries.Plus80, CheckDigitRule.From1964));
        Assert.All(Texts(root, "valid_hnr_or_nav40"), n => Check(n, NationalIdKind.Hnr, SyntheticSeries.Plus40, CheckDigitRule.From1964));
        Assert.All(Texts(root, "valid_tnr80"), n => Assert.Equal(SyntheticSeries.Plus80, Valid(n).Synthetic));
        Assert.All(Texts(root, "valid_nhn65"), n => Assert.Equal(SyntheticSeries.Plus65, Valid(n).Synthetic));
        Assert.All(Texts(root, "valid_dnr_plus40"), n => Check(n, NationalIdKind.Dnr, SyntheticSeries.Plus40, CheckDigitRule.From1964));
        Assert.All(Texts(root, "valid_dnr_plus80"), n => Check(n, NationalIdKind.Dnr, SyntheticSeries.Plus80, CheckDigitRule.From1964));
        Assert.All(Texts(root, "valid_fhn"), n => Check(n, NationalIdKind.Fhn, SyntheticSeries.None, CheckDigitRule.From1964));
        Assert.All(Texts(root, "valid_2032_rules", "also_valid_1964_checksum"), n => Assert.Equal(CheckDigitRule.From1964, Valid(n).CheckDigits));
        Assert.All(Texts(root, "valid_2032_rules", "fails_1964_checksum"), n => Assert.Equal(CheckDigitRule.From2032, Valid(n).CheckDigits));
        Assert.All(Texts(root, "invalid"), n => Assert.NotNull(PatientIdPolicy.Judge(n, TenantEnvironment.Production).Refusal));
        Assert.All(Texts(root, "valid_orgnr"), n => Assert.True(OrganizationNumber.IsValid(n)));
        Assert.All(Texts(root, "invalid_orgnr"), n => Assert.False(OrganizationNumber.IsValid(n)));
    }

    private static void Check(string digits, NationalIdKind kind, SyntheticSeries series, CheckDigitRule rule) =>
        Assert.Equal(new NationalId(digits, kind, series, rule), Valid(digits));

    private static NationalId Valid(string digits)
    {
        Assert.Equal(NationalIdFault.None, NationalId.Read(digits, out var id));
        Assert.NotEqual(CheckDigitRule.Fails, id.CheckDigits);
        return id;
    }

    private static List<string> Texts(JsonElement root, params string[] path)
    {
        var texts = path.Aggregate(root, (e, name) => e.GetProperty(name)).EnumerateArray().Select(e => e.GetString()!).ToList();
        Assert.NotEmpty(texts);
        return texts;
    }
}
