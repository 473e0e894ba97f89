using System.CommandLine;
using System.Text.Json;
using Hub.Host.Commands;
using Hub.Tests.Support;
using Xunit;

namespace Hub.AcceptanceTests.Reach;

/// <summary>The commands beside a running hub, on its own file.</summary>
public sealed class TokenCommandTests(ReachHub hub) : IClassFixture<ReachHub>
{
    [Fact]
    public async Task Should_issue_list_and_revoke_while_the_hub_runs()
    {
        var (code, issued) = await RunAsync("token", "issue", "--role", "vendor", "--tenant", "larvik", "--partner", "dho", "--name", "ola", "--days", "30", "--json");
        Assert.Equal(0, code);
        var token = JsonDocument.Parse(issued).RootElement.GetProperty("token").GetString()!;

        await Wait.UntilAsync("the token opens", TimeSpan.FromSeconds(5), async () => (await hub.SendAsync("GET", "/ops/v1/me", token)).Status == 200);
        Assert.Equal("""{"name":"ola","role":"vendor","tenant":"larvik","partner":"dho"}""", (await hub.SendAsync("GET", "/ops/v1/me", token)).Text);
        Assert.Equal(1, (await RunAsync("token", "issue", "--role", "viewer", "--tenant", "larvik", "--name", "ola")).Code);
        Assert.Contains("ola ", (await RunAsync("token", "list")).Output, StringComparison.Ordinal);

        Assert.Equal(0, (await RunAsync("token", "revoke", "ola", "--reason", "left")).Code);
        await Wait.UntilAsync("the token opens nothing", TimeSpan.FromSeconds(5), async () => (await hub.SendAsync("GET", "/ops/v1/me", token)).Status == 401);
        Assert.DoesNotContain("ola ", (await RunAsync("token", "list")).Output, StringComparison.Ordinal);
        var all = (await RunAsync("token", "list", "--all", "--json")).Output;
        Assert.Contains("revokedAt", all, StringComparison.Ordinal);
        Assert.DoesNotContain("sha256", all, StringComparison.Ordinal);
        Assert.Equal(1, (await RunAsync("token", "revoke", "ola")).Code);
    }

    [Theory]
    [InlineData("token issue --role chief --name a")]
    [InlineData("token issue --role viewer --name a")]
    [InlineData("token issue --role operator --tenant larvik --name a")]
    [InlineData("token issue --role vendor --tenant larvik --name a")]
    [InlineData("token issue --role viewer --tenant larvig --name a")]
    [InlineData("token issue --role viewer --tenant ../x --name a")]
    [InlineData("token issue --role operator --name a,b")]
    [InlineData("token issue --role operator --name a --days 0")]
    public async Task Should_refuse_terms_that_make_no_sense(string line) => Assert.Equal(2, (await RunAsync(line.Split(' '))).Code);

    [Fact]
    public async Task Should_tell_the_first_entry_of_the_audit_log_that_was_changed()
    {
        Assert.Equal(0, (await RunAsync("audit", "verify")).Code);
        await using (var file = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(hub.Data, "hub.db")};Pooling=False"))
        {
            await file.OpenAsync(TestContext.Current.CancellationToken);
            await using var change = file.CreateCommand();
            change.CommandText = "update audit set who = 'nobody' where seq = 3";
            await change.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
            var (code, output) = await RunAsync("audit", "verify", "--json");
            change.CommandText = "update audit set who = 'test' where seq = 3";
            await change.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

            Assert.Equal(5, code);
            Assert.Equal(3, JsonDocument.Parse(output).RootElement.GetProperty("firstBroken").GetInt64());
        }

        Assert.Equal(0, (await RunAsync("audit", "verify")).Code);
        Assert.Equal(1, (await RunAsync("audit", "verify", "--data", Path.Combine(hub.Data, "elsewhere"))).Code);
    }

    private async Task<(int Code, string Output)> RunAsync(params string[] arguments)
    {
        string[] all = [.. arguments, "--config", hub.Config, .. arguments.Contains("--data") ? Array.Empty<string>() : ["--data", hub.Data]];
        using var output = new StringWriter();
        var parsed = HubCommands.Root().Parse(all);
        var code = await parsed.InvokeAsync(new InvocationConfiguration { Output = output });
        return (parsed.Errors.Count > 0 ? ExitCode.Usage : code, output.ToString());
    }
}
