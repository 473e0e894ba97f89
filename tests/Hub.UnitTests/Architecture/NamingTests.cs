using System.Text.RegularExpressions;
using Xunit;

namespace Hub.UnitTests.Architecture;

/// <summary>A name says what a thing is.</summary>
public sealed partial class NamingTests
{
    private static readonly string[] SaysNothing = ["Manager", "Helper", "Helpers", "Util", "Utils", "Utility", "Common", "Processor", "Engine"];

    [Fact]
    public void Should_give_types_names_that_say_something()
    {
        var breaches =
            from file in Repository.CSharpUnder("src").Concat(Repository.CSharpUnder("tests"))
            from line in file.Code
            from Match declared in TypeDeclaration().Matches(line.Text)
            let words = Word().Matches(declared.Groups["name"].Value).Select(m => m.Value)
            where words.Intersect(SaysNothing).Any()
            select $"{file}:{line.Number} {declared.Groups["name"].Value}";
        Rule.Holds("A noun is missing:", breaches);
    }

    [Theory]
    [InlineData("src/Hub.Core")]
    [InlineData("src/Hub.Delivery")]
    [InlineData("src/Hub.Store")]
    public void Should_know_no_vendor_outside_the_adapters(string folder)
    {
        var breaches =
            from file in Repository.CSharpUnder(folder)
            from line in file.Code
            from Match vendor in Vendor().Matches(line.Text)
            select $"{file}:{line.Number} {vendor.Value}";
        Rule.Holds("Vendors belong to src/Adapters:", breaches);
    }

    [Fact]
    public void Should_find_a_vendor_name_however_it_is_written()
    {
        Assert.Matches(Vendor(), "if (adapter == \"gerica\")");
        Assert.Matches(Vendor(), "new DignioFeed()");
        Assert.Matches(Vendor(), "var x = profilUrl;");
        Assert.DoesNotMatch(Vendor(), "resource.Profile.Add(profile)");
    }

    [GeneratedRegex(@"\b(?:class|struct|interface|enum|record(?:\s+(?:class|struct))?)\s+(?<name>[A-Z]\w*)")]
    private static partial Regex TypeDeclaration();

    [GeneratedRegex("[A-Z][a-z]+")]
    private static partial Regex Word();

    [GeneratedRegex("(?<![a-z])(?:[Dd]ignio|[Gg]erica|[Tt]ellu|[Ss]iemens|[Pp]rofil|[Dd]ips|DIPS)(?![a-z])")]
    private static partial Regex Vendor();
}
