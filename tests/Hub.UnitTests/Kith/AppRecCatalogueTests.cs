using System.Text.RegularExpressions;
using Xunit;

namespace Hub.UnitTests.Kith;

/// <summary>The 51 official test cases of the receipt: nine of its form, forty-two of the systems that exchange it.</summary>
public sealed class AppRecCatalogueTests
{
    /// <summary>Cases that no library can decide on its input, with the reason.</summary>
    private static readonly Dictionary<string, string> Undecidable = new()
    {
        ["system 35"] = "The main receiver's Role is invalid: only heads older than MsgHead 1.2 have a Role at the main receiver. "
            + "The same rule for other receivers is tested in AppRecDecisionTests.",
    };

    public static TheoryData<string> Decidable => [.. AppRecCatalogue.Cases.Keys];

    [Fact]
    public void Should_know_every_case_of_the_catalogue()
    {
        var official = Rows().Select(r => r.Key).ToHashSet();

        Assert.Equal(51, official.Count);
        Assert.Equal(official.Order(), AppRecCatalogue.Cases.Keys.Concat(Undecidable.Keys).Order());
        Assert.Single(Undecidable);
    }

    [Theory, MemberData(nameof(Decidable))]
    public void Should_answer_as_expected(string name)
    {
        var plans = AppRecCatalogue.Cases[name]();
        Assert.NotEmpty(plans);
    }

    [Fact]
    public void Should_answer_with_codes_and_roles_that_the_catalogue_names()
    {
        foreach (var (key, _, expected) in Rows().Where(r => AppRecCatalogue.Cases.ContainsKey(r.Key)))
        {
            var codes = Regex.Matches(expected, @"\b[ETSX]\d\d\b").Select(m => m.Value).ToHashSet();
            var roles = Regex.Matches(expected, @"Role=([A-Z]+)").Select(m => m.Groups[1].Value).ToHashSet();
            var answers = AppRecCatalogue.Cases[key]().SelectMany(p => p.Answers).ToArray();
            if (codes.Count > 0) Assert.All(answers.SelectMany(a => a.Errors), e => Assert.True(codes.Contains(e.V!), $"{key}: {e.V}"));
            if (roles.Count > 0) Assert.All(answers, a => Assert.True(roles.Contains(a.Role), $"{key}: {a.Role}"));
            if (codes.Count > 0) Assert.Contains(answers, a => a.IsRejection);
        }
    }

    private static IEnumerable<(string Key, string Title, string Expected)> Rows()
    {
        var sheet = "";
        foreach (var line in File.ReadLines(Standards.Path("samples", "apprec", "TestcaseApplikasjonskvittering.tsv")))
        {
            if (line.StartsWith('#')) sheet = line.Contains("Systemtest", StringComparison.Ordinal) ? "system" : "unit";
            var cells = line.Split('\t');
            if (int.TryParse(cells[0], out var number)) yield return ($"{sheet} {number}", cells[1], cells[5]);
        }
    }
}
