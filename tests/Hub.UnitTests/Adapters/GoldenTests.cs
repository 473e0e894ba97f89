using Xunit;

namespace Hub.UnitTests.Adapters;

/// <summary>Every case folder beside every inbound adapter. Set HUB_APPROVE=1 to write what is read now as expected; then read the difference.</summary>
public sealed class GoldenTests
{
    public static TheoryData<string, string> Cases()
    {
        var cases = new TheoryData<string, string>();
        foreach (var (folder, _) in GoldenCase.Adapters)
        {
            foreach (var name in GoldenCase.Names(folder))
                cases.Add(folder, name);
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Should_read_the_case_as_expected(string folder, string name)
    {
        var parsed = GoldenCase.Read(GoldenCase.Adapters.Single(a => a.Folder == folder).Adapter, folder, name);
        var refused = parsed.Errors.Count > 0 || parsed.Entries.All(e => e.Errors.Count > 0);
        var path = Path.Combine(GoldenCase.FolderOf(folder), name, refused ? "errors.json" : "expected.json");
        var actual = ParsedJson.Of(parsed);
        if (Environment.GetEnvironmentVariable("HUB_APPROVE") == "1")
            File.WriteAllText(path, actual);

        Assert.True(File.Exists(path), $"{path} is missing: the case was {(refused ? "refused" : "read")}.\n{actual}");
        Assert.Equal(File.ReadAllText(path), actual);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Should_show_no_national_id_in_errors_and_repairs(string folder, string name)
    {
        var parsed = GoldenCase.Read(GoldenCase.Adapters.Single(a => a.Folder == folder).Adapter, folder, name);
        var texts = parsed.Errors.Concat(parsed.Entries.SelectMany(e => e.Errors)).Select(e => $"{e}")
            .Concat(parsed.Entries.SelectMany(e => e.Repairs).Select(r => $"{r}"))
            .Concat(parsed.Entries.SelectMany(e => e.Events).SelectMany(e => e.LeftOut).Select(l => $"{l}"));

        Assert.All(texts, t => Assert.DoesNotMatch("[0-9]{6}", t));
    }
}
