using Hub.Host.Composition;
using Hub.Host.Configuration;
using Hub.Host.Configuration.Binding;
using Hub.Host.Configuration.Yaml;
using Hub.Host.Security;
using Xunit;

namespace Hub.UnitTests.Siemens;

/// <summary>Connections stand in hub.yaml; tenants name them, and every misunderstanding is told with line and path.</summary>
public sealed class ConnectionFileTests
{
    private const string Key = "sha256:f09ff0340eccdda18c5dd2ecadebae611adbb5a8eb9d86f75854550dc4c7eaad";
    private const string Other = "sha256:e09ff0340eccdda18c5dd2ecadebae611adbb5a8eb9d86f75854550dc4c7eaad";

    [Fact]
    public void Should_read_a_connection()
    {
        var settings = HubBinder.Bind(new YamlFile("hub.yaml", $"connections:\n  siemens-agder: {{ adapter: siemens, keys: [\"{Key}\", \"{Other}\"], mode: lenient, maxBytes: 4096, rate: 7 }}\n"), new HubSettings(), new SecretReader("/")).Value;

        var connection = Assert.Single(settings.Connections).Value;
        Assert.Equal(("siemens-agder", "siemens", 2, 4096, 7, Core.Tenants.InboundMode.Lenient), (connection.Name, connection.Adapter, connection.Keys.Count, connection.MaxBytes, connection.Rate, connection.Mode));
        Assert.Empty(ConnectionCheck.Errors(settings.Connections, Parts.Adapters()));
    }

    [Theory]
    [InlineData("connections:\n  Big: { adapter: siemens, keys: KEY }\n", "hub.yaml:2 connections.Big HUB-CONFIG-004")]
    [InlineData("connections:\n  a: { keys: KEY }\n", "hub.yaml:2 connections.a.adapter HUB-CONFIG-003")]
    [InlineData("connections:\n  a: { adapter: siemens }\n", "hub.yaml:2 connections.a.keys HUB-CONFIG-003")]
    [InlineData("connections:\n  a: { adapter: siemens, keys: hub_1_2345678 }\n", "hub.yaml:2 connections.a.keys HUB-CONFIG-009")]
    [InlineData("connections:\n  a: { adapter: siemens, keys: [KEY, KEY] }\n", "hub.yaml:2 connections.a.keys HUB-CONFIG-008")]
    [InlineData("connections:\n  a: { adapter: siemens, keys: KEY }\n  b: { adapter: siemens, keys: KEY }\n", "hub.yaml:3 connections.b.keys HUB-CONFIG-008")]
    [InlineData("operators: [{ name: o, key: KEY }]\nconnections:\n  a: { adapter: siemens, keys: KEY }\n", "hub.yaml:3 connections.a.keys HUB-CONFIG-008")]
    [InlineData("connections:\n  a: { adapter: siemens, keys: KEY, rat: 1 }\n", "hub.yaml:2 connections.a.rat HUB-CONFIG-002")]
    public void Should_name_line_and_path_of_the_fault(string text, string expected)
    {
        var errors = HubBinder.Bind(new YamlFile("hub.yaml", text.Replace("KEY", $"\"{Key}\"", StringComparison.Ordinal)), new HubSettings(), new SecretReader("/")).Errors;

        Assert.Equal(expected, $"{Assert.Single(errors).Path} {errors[0].Code}");
    }

    [Fact]
    public void Should_refuse_a_connection_that_nobody_can_cut()
    {
        var connections = new Dictionary<string, ConnectionSettings> { ["a"] = new("a", "dignio", []) };

        Assert.Equal("HUB-CONFIG-006", Assert.Single(ConnectionCheck.Errors(connections, Parts.Adapters())).Code);
    }

    [Theory]
    [InlineData("siemens: { adapter: siemens, inbound: { connection: agder } }", "")]
    [InlineData("siemens: { adapter: siemens, inbound: { connection: agder, mode: lenient, content: [measurement], clockSkew: 1h } }", "")]
    [InlineData("siemens: { adapter: siemens, inbound: { connection: agde } }", "partners.siemens.inbound.connection HUB-CONFIG-005")]
    [InlineData("siemens: { adapter: dignio, inbound: { connection: agder } }", "partners.siemens.inbound.connection HUB-CONFIG-004")]
    [InlineData("siemens: { adapter: siemens, inbound: { connection: agder, keys: OTHER } }", "partners.siemens.inbound.keys HUB-CONFIG-004")]
    [InlineData("siemens: { adapter: siemens, inbound: { connection: agder, rate: 5 } }", "partners.siemens.inbound.rate HUB-CONFIG-004")]
    [InlineData("siemens: { adapter: siemens, inbound: { keys: KEY } }", "partners.siemens.inbound.keys HUB-CONFIG-008")]
    [InlineData("a: { adapter: siemens, inbound: { connection: agder } }, b: { adapter: siemens, inbound: { connection: agder } }", "partners.b.inbound.connection HUB-CONFIG-008")]
    public void Should_check_what_a_tenant_says_of_a_connection(string partners, string expected)
    {
        var text = $"tenant: larvik\norganization: {{ orgnr: \"312229544\" }}\npartners: {{ {partners} }}\n"
            .Replace("KEY", $"\"{Key}\"", StringComparison.Ordinal).Replace("OTHER", $"\"{Other}\"", StringComparison.Ordinal);
        var connections = new Dictionary<string, ConnectionSettings> { ["agder"] = new("agder", "siemens", [KeyHash.Parse(Key)!.Value]) };

        var errors = new TenantFiles([new YamlFile("tenants/larvik.yaml", text)]).Check(Parts.Adapters(), Parts.Mappings(), new SecretReader("/"), connections).Errors;

        Assert.Equal(expected, string.Join(";", (errors ?? []).Select(e => $"{e.Path!.Split(' ')[^1]} {e.Code}")));
    }
}
