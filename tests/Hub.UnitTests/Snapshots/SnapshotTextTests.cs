using Hub.Host.Configuration;
using Hub.Host.Configuration.Snapshots;
using Hub.Host.Configuration.Yaml;
using Xunit;

namespace Hub.UnitTests.Snapshots;

public sealed class SnapshotTextTests
{
    [Theory]
    [InlineData("tenant: larvik\nroutes: []\n", "tenant: skien\n")]
    [InlineData("tenant: larvik", "tenant: skien")]
    [InlineData("\uFEFFx: 1\r\n\r\ntenant: \"larvik\" # us\r\n", "{ tenant: 'skien', routes: [] }\n")]
    [InlineData("# tenants/larvik.yaml\ntenant: larvik\n# tenants/oslo.yaml\nroutes: []\n", "# tenants/larvik.yaml\nenvironment: test\ntenant: skien\n\n\n")]
    [InlineData("# tenants/skien.yaml\nenvironment: test\ntenant: larvik\n# tenants/skien.yaml\nroutes: []\n", "tenant: skien\n")]
    public void Should_give_back_the_files_as_they_were(string larvik, string skien)
    {
        var text = new TenantFiles([new YamlFile("tenants/larvik.yaml", larvik), new YamlFile("tenants/skien.yaml", skien)]).Text;

        Assert.Equal(
            [new SnapshotFile("tenants/larvik.yaml", "larvik", larvik), new SnapshotFile("tenants/skien.yaml", "skien", skien)],
            SnapshotText.Files(text));
        Assert.Equal(skien, SnapshotText.FileOf(text, "skien")?.Text);
        Assert.Null(SnapshotText.FileOf(text, "oslo"));
    }

    [Fact]
    public void Should_show_a_text_of_another_form_to_nobody_in_particular()
    {
        Assert.Equal([new SnapshotFile(SnapshotText.Whole, null, "tenant: larvik\n")], SnapshotText.Files("tenant: larvik\n"));
        Assert.Empty(SnapshotText.Files(""));
    }

    [Fact]
    public void Should_shorten_hashes_and_still_tell_that_they_differ()
    {
        var (one, two) = ($"key: sha256:{new string('a', 64)}\n", $"key: sha256:{new string('b', 64)}\n");

        var difference = Assert.Single(SnapshotDifference.Between([new SnapshotFile("tenants/x.yaml", "x", one)], [new SnapshotFile("tenants/x.yaml", "x", two)]));
        Assert.Equal("changed", difference.Change);
        Assert.EndsWith("-key: sha256:aaaaaaaa…\n+key: sha256:bbbbbbbb…\n", difference.Diff, StringComparison.Ordinal);
    }
}
