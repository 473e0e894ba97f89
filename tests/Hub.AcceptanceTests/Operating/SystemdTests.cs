using System.Net;
using Hub.AcceptanceTests.Staging;
using Hub.Host.Composition;
using Hub.Host.Supervision;
using Hub.Tests.Support;
using Xunit;

namespace Hub.AcceptanceTests.Operating;

/// <summary>What systemd is told by a node that it starts, watches and stops (Type=notify).</summary>
public sealed class SystemdTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Watchdog = TimeSpan.FromSeconds(2);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Should_say_when_it_is_ready_that_it_lives_and_that_it_stops(bool isAbstract)
    {
        await using var systemd = new Systemd(isAbstract);
        await using var place = await Installation.OpenAsync(BackingKind.Embedded);
        await place.LaunchAsync(systemd.Starts(Watchdog));
        await systemd.UntilAsync("READY=1", Patience);
        Assert.True(await place.IsReadyAsync());

        // Twice within the time that systemd allows, so that one may be late.
        await Wait.UntilAsync("it lives", Patience, () => systemd.When("WATCHDOG=1").Count >= 4, () => string.Join(Environment.NewLine, systemd.Heard));
        var beats = systemd.When("WATCHDOG=1");
        Assert.All(beats.Zip(beats.Skip(1)), b => Assert.InRange(b.Second - b.First, TimeSpan.Zero, Watchdog));
        Assert.InRange((beats[3] - beats[0]) / 3, Watchdog / 2 * 0.8, Watchdog / 2 * 1.5);

        Assert.Equal(0, await place.StopAsync());
        var heard = systemd.Heard;
        Assert.Single(systemd.When("READY=1"));
        Assert.Contains("STOPPING=1", heard[^1].Text.Split('\n'));

        // limits.drainDelay, twice limits.shutdownTimeout, and some.
        Assert.Contains("EXTEND_TIMEOUT_USEC=55000000", heard[^1].Text.Split('\n'));
        Assert.DoesNotContain("WATCHDOG=1", heard.TakeWhile(h => !h.Text.Contains("READY=1", StringComparison.Ordinal)).Select(h => h.Text));
    }

    [Fact]
    public async Task Should_ask_for_time_while_the_database_is_away_and_be_ready_when_it_is_there()
    {
        await using var systemd = new Systemd(isAbstract: true);
        await using var place = await Installation.OpenAsync(BackingKind.Servers);
        await place.LoseStoreAsync();
        await place.LaunchAsync(systemd.Starts(Watchdog));
        var launched = systemd.Heard.Count;
        await Wait.UntilAsync("it asks for time", Patience, () => systemd.Heard.Count > launched + 5, () => string.Join(Environment.NewLine, systemd.Heard));
        Assert.False(await place.IsReadyAsync());
        Assert.Empty(systemd.When("READY=1"));
        Assert.All(systemd.Heard, h => Assert.StartsWith("EXTEND_TIMEOUT_USEC=", h.Text, StringComparison.Ordinal));

        await place.FindStoreAsync();
        await systemd.UntilAsync("READY=1", Patience);
        Assert.True(await place.IsReadyAsync());

        // It is away again: that is no reason to start the program anew.
        await place.LoseStoreAsync();
        await Wait.UntilAsync("it is noticed", Patience, async () => !await place.IsReadyAsync());
        var before = systemd.When("WATCHDOG=1").Count;
        await Wait.UntilAsync("it lives on", Patience, () => systemd.When("WATCHDOG=1").Count > before + 3);
    }

    [Fact]
    public async Task Should_not_say_that_it_lives_while_what_takes_messages_in_stands_still()
    {
        var stuck = new TaskCompletionSource();
        await using var systemd = new Systemd(isAbstract: false);
        var watchdog = TimeSpan.FromMilliseconds(400);
        await using var stage = await Stage.OpenAsync(BackingKind.Embedded, settings => new HubOverrides { Store = HangingStore.Over(Databases.Store(settings, TimeProvider.System), nameof(Core.Storage.IHubStore.AcceptAsync), () => stuck.Task) });
        await using var watch = SystemdWatch.Start(stage.Hub, name => name switch { "NOTIFY_SOCKET" => systemd.Name, "WATCHDOG_USEC" => $"{watchdog.TotalMicroseconds:0}", _ => null });
        watch.Listens();
        await systemd.UntilAsync("WATCHDOG=1", Patience);

        var sending = stage.Caller(Municipality.Larvik.Feed).SendAsync(Municipality.Larvik, Events.Pulse("p", Events.People[0], 60));
        await Wait.UntilAsync("it is silent", Patience, () => stage.Logs().Contains("The loop intake has come to a standstill", StringComparison.Ordinal), stage.Logs);
        var last = systemd.When("WATCHDOG=1").Count;
        var heard = systemd.Heard.Count;
        await Wait.UntilAsync("it still says how it stands", Patience, () => systemd.Heard.Count > heard + 5);
        Assert.Equal(last, systemd.When("WATCHDOG=1").Count);

        stuck.SetResult();
        Assert.Equal(HttpStatusCode.Accepted, (await sending).Status);
        await Wait.UntilAsync("it lives again", Patience, () => systemd.When("WATCHDOG=1").Count > last);
    }

    [Theory]
    [InlineData(null, null, null)]
    [InlineData("", "1000000", null)]
    [InlineData("relative", "1000000", null)]
    [InlineData("/run/nobody/notify", null, null)]
    [InlineData("/run/nobody/notify", "1000000", null)]
    [InlineData("/run/nobody/notify", "-1", "1")]
    public void Should_say_nothing_where_nobody_wants_to_hear(string? socket, string? watchdog, string? pid)
    {
        using var systemd = SystemdSocket.Open(name => name switch { "NOTIFY_SOCKET" => socket, "WATCHDOG_USEC" => watchdog, "WATCHDOG_PID" => pid, _ => null });

        Assert.Equal(socket?.StartsWith('/') is true, systemd is not null);
        Assert.False(systemd?.Say("READY=1") ?? false);
        Assert.Equal(watchdog == "1000000" && systemd is not null ? TimeSpan.FromSeconds(1) : null, systemd?.Watchdog);
    }
}
