using Hub.AcceptanceTests.Reach;
using Hub.Host.Commands;
using Xunit;

namespace Hub.AcceptanceTests.Operating;

/// <summary>What commands say when something is wrong: one line that names it, and the exit code that the help promises.</summary>
public sealed class CommandErrorTests(ReachHub hub) : IClassFixture<ReachHub>
{
    [Theory]
    [InlineData("--state nowhere", "--state: ")]
    [InlineData("--from yesterday", "--from: ")]
    [InlineData("--triage pink", "--triage: ")]
    [InlineData("--source-id a", "--source: ")]
    public async Task Should_name_the_option_that_the_hub_refuses(string options, string expected)
    {
        var run = await CommandRun.AskingAsync(hub, "viewer", "skien", ["message", "find", .. options.Split(' ')]);

        Assert.Equal(2, run.Code);
        Assert.Contains("at " + expected, run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_name_an_empty_reason()
    {
        var run = await CommandRun.AskingAsync(hub, "administrator", "skien", "message", "replay", hub.Message, "--reason", "");

        Assert.Equal(2, run.Code);
        Assert.Contains("at --reason: ", run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("message find --limit many", "--limit")]
    [InlineData("message find --limit 0", "--limit")]
    [InlineData("route simulate --config a --limit 10001", "--limit")]
    [InlineData("token issue --role operator --name a --days soon", "--days")]
    [InlineData("sandbox --port-base x", "--port-base")]
    public async Task Should_ask_for_a_whole_number(string line, string option)
    {
        var run = await CommandRun.OfAsync(line.Split(' '));

        Assert.Equal(2, run.Code);
        Assert.Contains($"{option} must be a whole number", run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("System.", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_not_run_with_an_address_of_a_broker_that_is_none()
    {
        var place = Directory.CreateTempSubdirectory("hub-broker-").FullName;
        try
        {
            await File.WriteAllTextAsync(Path.Combine(place, "mq"), "mq.example.no:5672", TestContext.Current.CancellationToken);
            await File.WriteAllTextAsync(Path.Combine(place, "hub.yaml"), "rabbitmq: file:mq", TestContext.Current.CancellationToken);

            Assert.Equal(2, (await CommandRun.OfAsync("run", "--config", place, "--data", Path.Combine(place, "data"), "--urls", "http://127.0.0.1:0")).Code);
            Assert.Equal(2, (await CommandRun.OfAsync("config", "check", "--config", place)).Code);
            Assert.False(Directory.Exists(Path.Combine(place, "data")));
        }
        finally
        {
            Directory.Delete(place, recursive: true);
        }
    }

    [Theory]
    [InlineData("http://127.0.0.1:9", "there is no connection")]
    [InlineData("http://nowhere.invalid", "the name cannot be resolved")]
    public async Task Should_say_why_no_hub_answers(string url, string expected)
    {
        var key = Path.Combine(hub.Config, "any.key");
        await File.WriteAllTextAsync(key, "hub_1_2");

        var run = await CommandRun.OfAsync("message", "find", "--url", url, "--key-file", key);

        Assert.Equal(1, run.Code);
        Assert.Contains(expected, run.Errors, StringComparison.Ordinal);
        Assert.Contains("--url", run.Errors, StringComparison.Ordinal);
        Assert.Equal(2, (await CommandRun.OfAsync("message", "find", "--url", "http://127.0.0.1:9/hub", "--key-file", key)).Code);
    }

    [Fact]
    public async Task Should_issue_no_token_for_a_partner_that_the_tenant_does_not_have()
    {
        var run = await CommandRun.OfAsync("token", "issue", "--role", "vendor", "--tenant", "larvik", "--partner", "nobody", "--name", "wrong-partner", "--config", hub.Config, "--data", hub.Data);

        Assert.Equal(2, run.Code);
        Assert.Contains("--partner: HUB-CONFIG-005: The tenant has no such partner; it has dho, ", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_issue_no_token_under_the_name_of_a_key()
    {
        var place = Directory.CreateTempSubdirectory("hub-config-").FullName;
        try
        {
            await File.WriteAllTextAsync(Path.Combine(place, "hub.yaml"), $"operators: [{{ name: drift, key: \"sha256:{new string('0', 64)}\" }}]\n");
            var run = await CommandRun.OfAsync("token", "issue", "--role", "operator", "--name", "drift", "--config", place, "--data", hub.Data);

            Assert.Equal(2, run.Code);
            Assert.Contains("--name: HUB-CONFIG-008", run.Errors, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(place, recursive: true);
        }
    }

    [Fact]
    public async Task Should_put_nothing_before_an_error_without_a_place()
    {
        var run = await CommandRun.OfAsync("token", "revoke", "nobody", "--config", hub.Config, "--data", hub.Data);

        Assert.StartsWith("HUB-OPERATOR-008: ", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_say_what_makes_a_database_where_there_is_none()
    {
        var run = await CommandRun.OfAsync("token", "list", "--config", hub.Config, "--data", Path.Combine(hub.Data, "none"));

        Assert.Equal(1, run.Code);
        Assert.Contains("hub migrate", run.Errors, StringComparison.Ordinal);
        Assert.Contains("HUB_DATA", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_end_with_one_line_when_what_it_writes_to_is_full()
    {
        using var output = new FullWriter();
        using var errors = new StringWriter();

        var code = await HubCommands.RunAsync(["key", "new"], output, errors);

        Assert.Equal((1, "No space left on device"), (code, errors.ToString().Trim()));
    }

    /// <summary>Codes and numbers are copied from tables; a terminal of 60 columns must not break or drop them.</summary>
    [Fact]
    public void Should_break_no_column_but_the_last_in_a_narrow_terminal()
    {
        var table = Terminal.Table("DELIVERY", "ROUTE", "CODE", "DETAIL");
        table.Row("4711.1", "measurements-to-lab-module", "HUB-SEND-001", "The partner's host name cannot be resolved, and this goes on for more than a line");
        using var output = new StringWriter();

        Terminal.Print(output, table, 60);

        foreach (var whole in new[] { "DELIVERY", "4711.1", "measurements-to-lab-module", "HUB-SEND-001", "DETAIL" })
            Assert.Contains(whole, output.ToString(), StringComparison.Ordinal);
        Assert.InRange(output.ToString().Split('\n').Count(l => l.Contains("   ", StringComparison.Ordinal)), 5, 12);
    }

    private sealed class FullWriter : StringWriter
    {
        public override void Write(char[] buffer, int index, int count) => throw new IOException("No space left on device");

        public override void Write(char value) => throw new IOException("No space left on device");

        public override void Write(string? value) => throw new IOException("No space left on device");

        public override void WriteLine(string? value) => throw new IOException("No space left on device");
    }
}
