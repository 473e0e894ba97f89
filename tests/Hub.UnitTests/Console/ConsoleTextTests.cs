using System.Text.Json;
using System.Text.RegularExpressions;
using Hub.UnitTests.Architecture;
using Xunit;

namespace Hub.UnitTests.Console;

/// <summary>The texts of the console: both languages whole, and nothing that nobody shows.</summary>
public sealed partial class ConsoleTextTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "src/Hub.Host/Console");

    private static readonly string Scripts = string.Join('\n', Directory.EnumerateFiles(Folder, "*.js", SearchOption.AllDirectories).Select(File.ReadAllText));

    [Fact]
    public void Should_have_the_same_texts_in_both_languages()
    {
        var (norwegian, english) = (Texts("nb"), Texts("en"));

        Assert.Equal(norwegian.Keys, english.Keys);
        Assert.All(norwegian.Keys, key => Assert.Equal(Places(norwegian[key]), Places(english[key])));
        Assert.DoesNotContain(norwegian.Values.Concat(english.Values), string.IsNullOrWhiteSpace);
    }

    [Fact]
    public void Should_use_every_text()
    {
        var families = Families().Matches(Scripts).Select(m => m.Groups["name"].Value).Concat(Prefixes().Matches(Scripts).Select(m => m.Groups["name"].Value)).ToHashSet();

        Assert.DoesNotContain(Texts("nb").Keys, key => !Scripts.Contains($"'{key}'", StringComparison.Ordinal) && !families.Any(f => key.StartsWith($"{f}.", StringComparison.Ordinal)));
    }

    [Fact]
    public void Should_have_every_text_that_is_used()
    {
        var texts = Texts("nb");

        Assert.DoesNotContain(Direct().Matches(Scripts).Select(m => m.Groups["key"].Value), key => !texts.ContainsKey(key));
        Assert.DoesNotContain(Counted().Matches(Scripts).SelectMany(m => new[] { $"{m.Groups["key"].Value}.one", $"{m.Groups["key"].Value}.many" }), key => !texts.ContainsKey(key));
    }

    private static Dictionary<string, string> Texts(string language) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(Path.Combine(Folder, $"text.{language}.json")))!;

    private static IEnumerable<string> Places(string text) => Place().Matches(text).Select(m => m.Value).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\b(?:tv|tn|badge)\('(?<name>[\w.-]+)'")]
    private static partial Regex Families();

    [GeneratedRegex(@"\bt\(`(?<name>[\w.-]+)\.\$\{")]
    private static partial Regex Prefixes();

    [GeneratedRegex(@"\bt\('(?<key>[\w.-]+)'")]
    private static partial Regex Direct();

    [GeneratedRegex(@"\btn\('(?<key>[\w.-]+)'")]
    private static partial Regex Counted();

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Place();
}
