using Hub.Host.Configuration;
using Hub.Host.Configuration.Binding;
using Hub.Host.Configuration.Yaml;
using Xunit;

namespace Hub.UnitTests.Configuration;

public sealed class HubFileTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("hub-settings").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public void Should_put_file_environment_and_arguments_in_order()
    {
        File.WriteAllText(Path.Combine(_directory, "hub.yaml"), "urls: http://127.0.0.1:1\nnode: from-file\ndata: from-file\n");
        var variables = new Dictionary<string, string> { ["HUB_NODE"] = "from-variable", ["HUB_DATA"] = "from-variable", ["HUB_POSTGRES"] = "Host=x" };

        var settings = SettingsReader.Read(new SettingArguments(null, _directory, "from-argument", null), variables.GetValueOrDefault).Value;

        Assert.Equal("http://127.0.0.1:1", Assert.Single(settings.Urls));
        Assert.Equal(("from-variable", "from-argument", "Host=x"), (settings.Node, settings.DataDirectory, settings.Postgres));
        Assert.DoesNotContain("Host=x", settings.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Should_refuse_an_address_on_the_command_line_that_nothing_can_listen_on()
    {
        var settings = SettingsReader.Read(new SettingArguments(["foo"], _directory, null, null), _ => null);

        Assert.Equal("HUB-CONFIG-004", Assert.Single(settings.Errors).Code);
    }

    [Fact]
    public void Should_not_pass_over_a_tenant_file_of_another_ending()
    {
        Directory.CreateDirectory(Path.Combine(_directory, "tenants"));
        File.WriteAllText(Path.Combine(_directory, "tenants", "larvik.yml"), ConfigBench.Good);

        Assert.Equal("tenants/larvik.yml", Assert.Single(TenantFiles.Read(_directory).Errors).Path);
    }

    [Fact]
    public void Should_let_in_browsers_from_the_named_origins_only()
    {
        IReadOnlyList<string> Origins(string text) => HubBinder.Bind(new YamlFile("hub.yaml", text), new HubSettings(), new SecretReader("/")).Value.Origins;

        Assert.Empty(Origins("node: a\n"));
        Assert.Equal(["https://viewer.example.no"], Origins("origins: https://viewer.example.no\n"));
        Assert.Equal(["https://viewer.example.no:8443", "http://localhost:5173"], Origins("origins: [\"https://viewer.example.no:8443\", \"http://localhost:5173\"]\n"));
    }

    [Theory]
    [InlineData("postgres: Host=db;Password=x\n", "hub.yaml:1 postgres HUB-CONFIG-009")]
    [InlineData("rabbitmq: env:HUB_NO_SUCH_VARIABLE\n", "hub.yaml:1 rabbitmq HUB-CONFIG-010")]
    [InlineData("operators:\n  - { name: a, key: hub_1_2345678 }\n", "hub.yaml:2 operators[0].key HUB-CONFIG-009")]
    [InlineData("operators:\n  - { name: a, key: nothing }\n", "hub.yaml:2 operators[0].key HUB-CONFIG-004")]
    [InlineData("limits: { maxConnections: 0 }\n", "hub.yaml:1 limits.maxConnections HUB-CONFIG-004")]
    [InlineData("log:\n  levle: debug\n", "hub.yaml:2 log.levle HUB-CONFIG-002")]
    [InlineData("urls: [nowhere]\n", "hub.yaml:1 urls HUB-CONFIG-004")]
    [InlineData("urls: [\"ftp://0.0.0.0:8480\"]\n", "hub.yaml:1 urls HUB-CONFIG-004")]
    [InlineData("tls: { certificate: hub.pem }\n", "hub.yaml:1 tls.key HUB-CONFIG-003")]
    [InlineData("tls: { certificate: hub.pem, key: hub.key }\n", "hub.yaml:1 tls.key HUB-CONFIG-009")]
    [InlineData("urls: [\"http://127.0.0.1:8480,x\"]\n", "hub.yaml:1 urls HUB-CONFIG-004")]
    [InlineData("operators:\n  - { name: a, key: sha256:f09ff0340eccdda18c5dd2ecadebae611adbb5a8eb9d86f75854550dc4c7eaad }\n  - { name: b, key: sha256:f09ff0340eccdda18c5dd2ecadebae611adbb5a8eb9d86f75854550dc4c7eaad }\n", "hub.yaml:3 operators[1].key HUB-CONFIG-008")]
    [InlineData("operators:\n  - { name: a, key: sha256:f09ff0340eccdda18c5dd2ecadebae611adbb5a8eb9d86f75854550dc4c7eaad }\n  - { name: a, key: sha256:e09ff0340eccdda18c5dd2ecadebae611adbb5a8eb9d86f75854550dc4c7eaad }\n", "hub.yaml:3 operators[1].name HUB-CONFIG-008")]
    [InlineData("tokens: { issuer: \"https://sts.example\" }\n", "hub.yaml:1 tokens.audience HUB-CONFIG-003")]
    [InlineData("tokens: { issuer: a, audience: b, jwks: nowhere }\n", "hub.yaml:1 tokens.jwks HUB-CONFIG-004")]
    [InlineData("lookups: { keep: 2h }\n", "hub.yaml:1 lookups.keep HUB-CONFIG-004")]
    [InlineData("publicUrl: hub.example.no\n", "hub.yaml:1 publicUrl HUB-CONFIG-004")]
    [InlineData("origins: \"*\"\n", "hub.yaml:1 origins HUB-CONFIG-004")]
    [InlineData("origins: [\"http://viewer.example.no\"]\n", "hub.yaml:1 origins HUB-CONFIG-004")]
    [InlineData("origins: [\"https://viewer.example.no/\"]\n", "hub.yaml:1 origins HUB-CONFIG-004")]
    [InlineData("origins: [\"https://Viewer.example.no\"]\n", "hub.yaml:1 origins HUB-CONFIG-004")]
    [InlineData("origins: [\"https://viewer.example.no:443\"]\n", "hub.yaml:1 origins HUB-CONFIG-004")]
    [InlineData("origins: [\"https://*.example.no\"]\n", "hub.yaml:1 origins HUB-CONFIG-004")]
    [InlineData("partitions: 100000\n", "hub.yaml:1 partitions HUB-CONFIG-004")]
    public void Should_name_line_and_path_of_the_fault(string text, string expected)
    {
        var errors = HubBinder.Bind(new YamlFile("hub.yaml", text), new HubSettings(), new SecretReader("/")).Errors;

        Assert.Equal(expected, $"{Assert.Single(errors).Path} {errors[0].Code}");
    }
}
