using System.Text;
using Hub.Host.Configuration.Yaml;
using Xunit;

namespace Hub.UnitTests.Configuration;

public class YamlLimitTests
{
    [Theory]
    [InlineData("tenant: a\ntenant: b\n", 2)]
    [InlineData("a: &x 1\nb: 2\n", 1)]
    [InlineData("a: 1\nb: *x\n", 2)]
    [InlineData("a: [1, 2\n", 2)]
    [InlineData("- 1\n- 2\n", 1)]
    [InlineData("a: 1\n---\nb: 2\n", 3)]
    [InlineData("a: {b: {c: {d: {e: {f: {g: {h: {i: {j: {k: {l: {m: {n: {o: {p: {q: 1}}}}}}}}}}}}}}}}", 1)]
    public void Should_refuse_what_is_not_one_plain_mapping(string text, int line)
    {
        var error = Assert.Single(new YamlFile("f.yaml", text).Parse().Errors);

        Assert.Equal("HUB-CONFIG-001", error.Code);
        Assert.Equal($"f.yaml:{line}", error.Path);
    }

    [Fact]
    public void Should_refuse_a_huge_file()
    {
        var text = new StringBuilder("a: ").Append('x', YamlFile.MaxLength).ToString();

        Assert.Equal("HUB-CONFIG-001", Assert.Single(new YamlFile("f.yaml", text).Parse().Errors).Code);
    }

    [Fact]
    public void Should_take_an_empty_file_as_no_settings() => Assert.Empty(new YamlFile("f.yaml", "# nothing\n").Parse().Value.Children);
}
