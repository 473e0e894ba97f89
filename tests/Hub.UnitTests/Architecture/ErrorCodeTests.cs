using System.Reflection;
using System.Text.RegularExpressions;
using Hub.Core.Errors;
using Xunit;

namespace Hub.UnitTests.Architecture;

/// <summary>Machines match on the codes, so each has one meaning for ever.</summary>
public sealed partial class ErrorCodeTests
{
    private static readonly IReadOnlyList<ErrorDefinition> All = ErrorCatalogue.In(HubAssemblies());

    [Fact]
    public void Should_have_each_code_once()
    {
        var twice = All.GroupBy(d => d.Code).Where(g => g.Count() > 1).Select(g => $"{g.Key}: {string.Join(" | ", g.Select(d => d.Title))}");
        Rule.Holds("Codes with two meanings:", twice);
    }

    [Fact]
    public void Should_form_every_code_alike_and_say_what_to_do()
    {
        Assert.NotEmpty(All);
        var breaches = All.Where(d => !Code().IsMatch(d.Code) || d.Title.Length == 0 || d.Action.Length == 0).Select(d => d.Code);
        Rule.Holds("A code is HUB-AREA-nnn with a title and an action:", breaches);
    }

    [Fact]
    public void Should_use_no_code_that_the_catalogue_lacks()
    {
        var known = All.Select(d => d.Code).ToHashSet();
        var breaches =
            from file in Repository.CSharpUnder("src")
            from line in file.Code
            from Match used in Quoted().Matches(line.Text)
            where !known.Contains(used.Groups["code"].Value)
            select $"{file}:{line.Number} {used.Groups["code"].Value}";
        Rule.Holds("Codes that no catalogue defines:", breaches);
    }

    private static IEnumerable<Assembly> HubAssemblies() =>
        Directory.EnumerateFiles(AppContext.BaseDirectory, "*.dll")
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .Where(name => name == "hub" || (name.StartsWith("Hub.", StringComparison.Ordinal) && !name.EndsWith("Tests", StringComparison.Ordinal)))
            .Select(Assembly.Load);

    [GeneratedRegex(@"^HUB-[A-Z]{2,12}-\d{3}$")]
    private static partial Regex Code();

    [GeneratedRegex(@"""(?<code>HUB-[A-Z]+-\d+)""")]
    private static partial Regex Quoted();
}
