using FsCheck;
using FsCheck.Fluent;
using Hub.Core.Identities;
using Hub.Core.Tenants;
using Xunit;

namespace Hub.UnitTests.Identities;

public sealed class PatientIdPolicyTests
{
    [Theory]
    [InlineData("02850097219")]
    [InlineData("13717404089")]
    [InlineData("13527248013")]
    [InlineData("13057444850")]
    [InlineData("1000239")]
    public void Should_refuse_synthetic_and_impossible_numbers_in_production(string digits)
    {
        var verdict = PatientIdPolicy.Judge(digits, TenantEnvironment.Production, takeUnverifiable: true);

        Assert.Null(verdict.Id);
        Assert.DoesNotContain(digits, verdict.Refusal!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("02850097219", PatientIdNote.None)]
    [InlineData("13116900216", PatientIdNote.LooksReal)]
    [InlineData("80005045804", PatientIdNote.LooksReal)]
    [InlineData("13057444850", PatientIdNote.CheckDigits)]
    [InlineData("1000239", PatientIdNote.Unverifiable)]
    public void Should_take_numbers_in_test_and_say_what_is_odd(string digits, PatientIdNote note)
    {
        var verdict = PatientIdPolicy.Judge(digits, TenantEnvironment.Test, takeUnverifiable: true);

        Assert.Equal(digits, verdict.Id?.Value);
        Assert.Equal(note, verdict.Note);
    }

    [Theory]
    [InlineData(TenantEnvironment.Production)]
    [InlineData(TenantEnvironment.Test)]
    public void Should_always_refuse_ten_digits_in_words_of_their_own(TenantEnvironment environment)
    {
        var verdict = PatientIdPolicy.Judge("5073500186", environment, takeUnverifiable: true);

        Assert.Null(verdict.Id);
        Assert.Contains("leading zero", verdict.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_name_the_series_by_its_own_system()
    {
        Assert.Equal(IdentifierSystems.Dnr, PatientIdPolicy.Judge("53097248016", TenantEnvironment.Production).Id?.System);
        Assert.Equal(IdentifierSystems.Fhn, PatientIdPolicy.Judge("80005045804", TenantEnvironment.Production).Id?.System);
    }

    [Fact]
    public void Should_judge_any_text_without_throwing() =>
        Check.QuickThrowOnFailure(Prop.ForAll(ArbMap.Default.ArbFor<string>(), text =>
        {
            var verdict = PatientIdPolicy.Judge(text ?? "", TenantEnvironment.Test, takeUnverifiable: true);
            return verdict.Id is null != verdict.Refusal is null;
        }));
}
