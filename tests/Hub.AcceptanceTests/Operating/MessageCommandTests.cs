using System.Text.Json;
using Hub.AcceptanceTests.Reach;
using Xunit;

namespace Hub.AcceptanceTests.Operating;

/// <summary>The commands that ask a running hub.</summary>
public sealed class MessageCommandTests(ReachHub hub) : IClassFixture<ReachHub>
{
    [Fact]
    public async Task Should_find_and_show_a_message_in_tables_and_json()
    {
        var table = await CommandRun.AskingAsync(hub, "viewer", "skien", "message", "find", "--limit", "5");
        Assert.Equal((0, ""), (table.Code, table.Errors));
        Assert.Contains("skien-epj", table.Output, StringComparison.Ordinal);
        Assert.Contains("1 message", table.Output, StringComparison.Ordinal);

        var json = await CommandRun.AskingAsync(hub, "viewer", "skien", "message", "find", "--json");
        Assert.Equal(hub.Message, JsonDocument.Parse(json.Output).RootElement.GetProperty("messages")[0].GetProperty("id").GetString());

        var shown = await CommandRun.AskingAsync(hub, "viewer", "skien", "message", "show", hub.Message);
        Assert.Equal(0, shown.Code);
        Assert.Contains(ReachHub.Event, shown.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(ReachHub.Patient, table.Output + json.Output + shown.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_say_that_it_found_none()
    {
        var none = await CommandRun.AskingAsync(hub, "viewer", "larvik", "message", "find");

        Assert.Equal(0, none.Code);
        Assert.Contains("No messages", none.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_replay_with_a_reason_and_only_where_it_may()
    {
        var replayed = await CommandRun.AskingAsync(hub, "administrator", "skien", "message", "replay", hub.Message, "--reason", "tried by command");
        Assert.Equal(0, replayed.Code);
        Assert.Contains($"{hub.Message}.", replayed.Output, StringComparison.Ordinal);

        var foreign = await CommandRun.AskingAsync(hub, "administrator", "larvik", "message", "replay", hub.Message, "--reason", "tried by command");
        Assert.Equal(1, foreign.Code);
        Assert.Contains("HUB-OPERATOR-001", foreign.Errors, StringComparison.Ordinal);
        Assert.Equal(1, (await CommandRun.AskingAsync(hub, "viewer", "skien", "message", "redeliver", hub.Message + ".1", "--reason", "no")).Code);
    }

    [Fact]
    public async Task Should_tell_wrong_use_from_failure()
    {
        Assert.Equal(2, (await CommandRun.AskingAsync(hub, "viewer", "skien", "message", "show", "x")).Code);
        Assert.Equal(2, (await CommandRun.OfAsync("message", "find", "--key-file", "/none")).Code);
        Assert.Equal(2, (await CommandRun.AskingAsync(hub, "viewer", "skien", "message", "find", "--since", "soon")).Code);
        Assert.Equal(2, (await CommandRun.OfAsync("message", "replay", "1")).Code);
        Assert.Equal(1, (await CommandRun.AskingAsync(hub, "viewer", "skien", "message", "show", "9999999")).Code);
        Assert.Equal(2, (await CommandRun.AskingAsync(hub, "viewer", "skien", "message", "find", "--error", new string('x', 900))).Code);
    }
}
