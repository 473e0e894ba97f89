using Hub.Host.Configuration;
using Hub.Host.Configuration.Binding;
using Hub.Host.Configuration.Yaml;
using Xunit;

namespace Hub.UnitTests.Configuration;

public class HubFileTests
{
    [Fact]
    public void Should_put_file_environment_and_arguments_in_order()
    {
        var directory = Directory.CreateTempSubdirectory("hub-settings").FullName;
        File.WriteAllText(Path.Combine(directory, "hub.yaml"), "urls: http://127.0.0.1:1\nnode: from-file\ndata: from-file\n");
        var variables = new Dictionary<string, string> { ["HUB_NODE"] = "from-variable", ["HUB_DATA"] = "from-variable", ["HUB_POSTGRES"] = "Host=x" };

        var settings = SettingsReader.Read(new SettingArguments(null, directory, "from-argument", null), variables.GetValueOrDefault).Value;

        Assert.Equal("http://127.0.0.1:1", Assert.Single(settings.Urls));
        Assert.Equal(("from-variable", "from-argument", "Host=x"), (settings.Node, settings.DataDirectory, settings.Postgres));
        Assert.DoesNotContain("Host=x", settings.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("postgres: Host=db;Password=x\n", "hub.yaml:1 postgres HUB-CONFIG-009")]
    [InlineData("rabbitmq: env:HUB_NO_SUCH_VARIABLE\n", "hub.yaml:1 rabbitmq HUB-CONFIG-010")]
    [InlineData("operators:\n  - { name: a, key: hub_1_2345678 }\n", "hub.yaml:2 operators[0].key HUB-CONFIG-009")]
    [InlineData("operators:\n  - { name: a, key: nothing }\n", "hub.yaml:2 operators[0].key HUB-CONFIG-004")]
    [InlineData("limits: { maxConnections: 0 }\n", "hub.yaml:1 limits.maxConnections HUB-CONFIG-004")]
    [InlineData("log:\n  levle: debug\n", "hub.yaml:2 log.levle HUB-CONFIG-002")]
    [InlineData("partitions: 100000\n", "hub.yaml:1 partitions HUB-CONFIG-004")]
    public void Should_name_line_and_path_of_the_fault(string text, string expected)
    {
        var errors = HubBinder.Bind(new YamlFile("hub.yaml", text), new HubSettings(), new SecretReader("/")).Errors;

        Assert.Equal(expected, $"{Assert.Single(errors).Path} {errors[0].Code}");
    }
}
