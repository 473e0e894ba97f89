using System.Text.RegularExpressions;
using Xunit;

namespace Hub.UnitTests.Architecture;

/// <summary>Small files, nothing left lying about, nothing taken from others.</summary>
public sealed partial class FileTests
{
    // Written in two halves, so that this file does not break its own rule.
    private static readonly string[] Unfinished = ["TO" + "DO", "FIX" + "ME", "XX" + "X:", "HA" + "CK:", "NotImplemented" + "Exception"];

    [Fact]
    public void Should_keep_hand_written_files_short()
    {
        var breaches = Repository.CSharpUnder("src").Concat(Repository.CSharpUnder("tests"))
            .Where(f => f.Lines.Length > 400)
            .Select(f => $"{f}: {f.Lines.Length} lines");
        Rule.Holds("No file is longer than 400 lines:", breaches);
    }

    [Fact]
    public void Should_hold_one_concept_per_file()
    {
        var lengths = Repository.CSharpUnder("src").Select(f => f.Lines.Length).Order().ToList();
        Assert.InRange(lengths[lengths.Count / 2], 1, 60);
        Assert.InRange(lengths[lengths.Count * 9 / 10], 1, 160);
    }

    [Fact]
    public void Should_leave_nothing_unfinished()
    {
        var breaches =
            from file in Repository.CSharpUnder("src").Concat(Repository.CSharpUnder("tests"))
            from line in file.Lines.Select((text, index) => (Number: index + 1, Text: text))
            from word in Unfinished
            where line.Text.Contains(word, StringComparison.Ordinal)
            select $"{file}:{line.Number} {word}";
        Rule.Holds("Finish it or file an issue:", breaches);
    }

    [Fact]
    public void Should_never_wait_by_blocking_or_swallow_a_failure()
    {
        var breaches =
            from file in Repository.CSharpUnder("src")
            let code = string.Join('\n', file.Code.Select(l => l.Text))
            from Match breach in Blocking().Matches(code)
            select $"{file} {Regex.Replace(breach.Value, @"\s+", " ")}";
        Rule.Holds("Async all the way, and no empty catch:", breaches);
    }

    [Fact]
    public void Should_need_nothing_beside_the_repository()
    {
        var breaches =
            from file in Repository.Under("src").Concat(Repository.Under("schemas")).Concat(Repository.Under("ops")).Concat(Repository.Files.Where(f => f.Path == "README.md"))
            where IsText(file.Path)
            from line in file.Lines.Select((text, index) => (Number: index + 1, Text: text))
            where line.Text.Contains("../" + "shared", StringComparison.Ordinal)
            select $"{file}:{line.Number}";
        Rule.Holds("What is beside a clone here is not there for others:", breaches);
    }

    [Theory]
    [InlineData("src/Adapters", @":.*\bI(Inbound|Outbound|Polled|Lookup|Register)Adapter\b")]
    [InlineData("src/Mappings", @":.*\bIMapping\b")]
    public void Should_explain_every_adapter_and_mapping_in_its_folder(string folder, string declaration)
    {
        var breaches =
            from file in Repository.CSharpUnder(folder)
            where file.Code.Any(line => Regex.IsMatch(line.Text, declaration))
            let home = Path.GetDirectoryName(file.Path)!
            where !File.Exists(Path.Combine(Repository.Root, home, "README.md"))
            select $"{home} has no README.md";
        Rule.Holds("One folder holds all there is to know of a system or a form:", breaches.Distinct());
    }

    private static bool IsText(string path) => Path.GetExtension(path) is ".cs" or ".json" or ".md" or ".yaml" or ".yml" or ".xml" or ".xsd" or ".sh" or ".csproj" or ".sql" or ".txt" or ".html";

    [GeneratedRegex(@"\.GetAwaiter\(\)\.GetResult\(\)|\bThread\.Sleep\(|(?<=\w|\))\.Result\b(?!\s*[({<])(?=[;.,)])|catch(?:\s*\([^)]*\))?(?:\s*when\s*\([^{]*\))?\s*\{\s*\}")]
    private static partial Regex Blocking();
}
