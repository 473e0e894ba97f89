using System.Text;
using Hub.Core.Errors;
using Hub.Core.Storage;
using Hub.Core.Tenants;
using Hub.Host.Polling;
using Xunit;

namespace Hub.UnitTests.Polling;

public sealed class FeedTests : IDisposable
{
    private readonly FeedBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Should_read_page_by_page_to_the_end_and_go_on_there()
    {
        await using var line = _bench.Node();
        _bench.Feed.Items.AddRange(["a", "b", "c", "d", "e", "f", "g"]);
        await RunAsync(line);
        Assert.Equal(["a", "b", "c", "d", "e", "f", "g"], _bench.Intake.Taken);
        Assert.Equal(["3", "6", "7"], _bench.Feed.Confirmed.Select(c => c.Position));
        Assert.Equal("7", (await _bench.StateAsync())!.Position);

        _bench.Feed.Items.Add("h");
        _bench.Time.Now += FeedBench.Every;
        await RunAsync(line);
        Assert.Equal("h", _bench.Intake.Taken[^1]);
        Assert.Equal(0, _bench.Intake.Repeats);
        Assert.Equal(1, _bench.Feed.Opened);
        Assert.Single(await _bench.Records.HistoryAsync("bodo", RecordKinds.Feed, "vendor", CancellationToken.None));
    }

    [Fact]
    public async Task Should_keep_what_is_refused_for_good_once_and_go_on()
    {
        await using var line = _bench.Node();
        _bench.Feed.Items.AddRange(["a", "bad one", "b", "c,bad two,d"]);
        await RunAsync(line);

        Assert.Equal(["a", "b", "c", "d"], _bench.Intake.Taken);
        Assert.Equal([("3", 1), ("4", 1)], _bench.Feed.Confirmed);
        var kept = await _bench.RefusedAsync();
        Assert.Equal(2, kept.Count);
        Assert.All(kept, r => Assert.Equal((IntakeErrors.Implausible.Code, true), (r.State, r.Key.StartsWith("vendor.", StringComparison.Ordinal))));
        var batch = kept.Select(r => RefusedInput.Of(r, _bench.Vault).Value).Single(r => r.Label == "item-3");
        Assert.Equal(("c,bad two,d", "text/plain", 2, "$.value"), (Encoding.UTF8.GetString(batch.Body.Span), batch.MediaType, batch.Taken, Assert.Single(batch.Errors).Path));
        Assert.Equal(["input.refused", "input.refused"], _bench.Records.Audit.Select(a => a.Action));

        // The same bytes again, from a feed that starts anew.
        Assert.True(await _bench.Records.AppendAsync(Forgotten(await _bench.EntryAsync()), CancellationToken.None));
        await RunAsync(line);
        Assert.Equal(2, (await _bench.RefusedAsync()).Count);
        Assert.Equal(4, _bench.Intake.Taken.Count);
    }

    [Fact]
    public async Task Should_say_which_entry_of_a_batch_a_fault_is_about()
    {
        await using var line = _bench.Node();
        _bench.Feed.Items.AddRange(["a,changed b,bad c", "changed d"]);
        await RunAsync(line);

        var kept = (await _bench.RefusedAsync()).Select(r => RefusedInput.Of(r, _bench.Vault).Value).OrderBy(r => r.Label, StringComparer.Ordinal).ToList();
        Assert.Equal([["changed b", "$.value"], [null]], kept.Select(k => k.Errors.Select(e => e.Path).ToArray()));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Should_read_a_page_again_when_the_hub_could_not_take_it_in(bool storeDown)
    {
        await using var line = _bench.Node();
        _bench.Feed.Items.AddRange(["a", "b", "c", "d"]);
        _bench.Intake.Before = text => text == "b" ? (storeDown ? IntakeErrors.StoreDown : IntakeErrors.Busy).At() : null;
        await RunAsync(line);

        Assert.Equal(["a"], _bench.Intake.Taken);
        Assert.Empty(_bench.Feed.Confirmed);
        Assert.Empty(await _bench.RefusedAsync());
        var state = (await _bench.StateAsync())!;
        Assert.Equal((null, 0), (state.Position, state.Failures));
        Assert.NotNull(state.Error);

        _bench.Intake.Before = _ => null;
        _bench.Time.Now += FeedBench.Every;
        await RunAsync(line);
        Assert.Equal(["a", "b", "c", "d"], _bench.Intake.Taken);
        Assert.Equal(1, _bench.Intake.Repeats);
        Assert.Null((await _bench.StateAsync())!.Error);
    }

    [Fact]
    public async Task Should_keep_what_brings_a_defect_to_light_and_what_is_too_large()
    {
        _bench.Tenant = FeedBench.TenantOf(new InboundConfig([]) { Auth = InboundAuth.Poll, MaxBytes = 5 });
        await using var line = _bench.Node();
        _bench.Feed.Items.AddRange(["a", "boom", "too large", "b"]);
        _bench.Intake.Before = text => text == "boom" ? throw new InvalidOperationException("On purpose.") : null;
        await RunAsync(line);

        Assert.Equal(["a", "b"], _bench.Intake.Taken);
        Assert.Equal([IntakeErrors.Defect.Code, IntakeErrors.TooLarge.Code], (await _bench.RefusedAsync()).Select(r => r.State!).OrderDescending());
    }

    [Fact]
    public async Task Should_ask_a_partner_that_fails_less_and_less_often_and_tell_since_when()
    {
        await using var line = _bench.Node();
        _bench.Feed.Items.Add("a");
        _bench.Feed.Fails = LookupErrors.Unreachable.At();
        var began = _bench.Time.Now;
        for (var minute = 0; minute < 60; minute++)
        {
            await RunAsync(line);
            _bench.Time.Now += FeedBench.Every;
        }

        // 1, 2, 4, 8, 15, 15 ... minutes apart.
        Assert.Equal(8, _bench.Feed.Reads);
        var state = (await _bench.StateAsync())!;
        Assert.Equal((LookupErrors.Unreachable.Code, 8, began, null), (state.Error, state.Failures, state.FailedSince!.Value, state.ReadAt));

        _bench.Feed.Fails = null;
        _bench.Time.Now += FeedPace.LongestPause;
        await RunAsync(line);
        Assert.Equal(["a"], _bench.Intake.Taken);
        state = (await _bench.StateAsync())!;
        Assert.Equal((null, 0, null, _bench.Time.Now), (state.Error, state.Failures, state.FailedSince, state.ReadAt!.Value));
    }

    [Fact]
    public async Task Should_take_what_an_adapter_throws_as_a_failure_of_its_partner_also_while_confirming()
    {
        await using var line = _bench.Node();
        _bench.Feed.Items.Add("a");
        _bench.Feed.Throws = new InvalidOperationException("On purpose.");
        await RunAsync(line);
        Assert.Equal(LookupErrors.Failed.Code, (await _bench.StateAsync())!.Error);
        _bench.Feed.Throws = new TaskCanceledException("A request gave up.");
        _bench.Time.Now += FeedBench.Every;
        await RunAsync(line);
        Assert.Equal(LookupErrors.TimedOut.Code, (await _bench.StateAsync())!.Error);

        _bench.Feed.Throws = null;
        _bench.Feed.Confirming = () => throw new IOException("On purpose.");
        _bench.Time.Now += FeedPace.LongestPause;
        await RunAsync(line);
        var state = (await _bench.StateAsync())!;
        Assert.Equal((LookupErrors.Failed.Code, "1"), (state.Error, state.Position));
        Assert.Equal(["a"], _bench.Intake.Taken);
    }

    [Fact]
    public async Task Should_refuse_a_feed_that_says_there_is_more_and_does_not_move_on()
    {
        await using var line = _bench.Node();
        _bench.Feed.PageSize = 0;
        _bench.Feed.Items.Add("a");
        await RunAsync(line);
        await RunAsync(line);
        Assert.Equal(LookupErrors.Unreadable.Code, (await _bench.StateAsync())!.Error);
        Assert.True(_bench.Feed.Reads <= 2);
    }

    [Fact]
    public async Task Should_be_read_by_one_node_at_a_time_as_often_as_the_file_says()
    {
        await using var one = _bench.Node();
        await using var two = _bench.Node("node-2");
        await RunAsync(one);
        await RunAsync(two);

        // A node that has just got its configuration reads at once; after that the next reading is due for all of them.
        Assert.Equal(2, _bench.Feed.Reads);
        for (var second = 0; second < 600; second += 10)
        {
            _bench.Time.Now += TimeSpan.FromSeconds(10);
            await RunAsync(second % 20 == 0 ? one : two);
        }

        Assert.InRange(_bench.Feed.Reads, 2 + 9, 2 + 11);
    }

    [Fact]
    public async Task Should_leave_a_feed_alone_that_another_node_is_reading_until_its_lease_ends()
    {
        await using var mine = _bench.Node();
        await using var theirs = _bench.Node("node-2");
        _bench.Feed.Items.AddRange(["a", "b"]);
        var meanwhile = 0;
        _bench.Intake.Before = text =>
        {
            if (text == "a" && meanwhile++ == 0)
                theirs.RunAsync(CancellationToken.None).GetAwaiter().GetResult();
            return null;
        };
        await RunAsync(mine);
        Assert.Equal(1, _bench.Feed.Reads);
        Assert.Equal((1, 0), (meanwhile, _bench.Intake.Repeats));
    }

    /// <summary>A node that stood still for longer than its lease finds that another has read on, and writes nothing over it.</summary>
    [Fact]
    public async Task Should_write_no_position_after_the_lease_was_lost()
    {
        await using var slow = _bench.Node();
        await using var quick = _bench.Node("node-2");
        _bench.Feed.Items.AddRange(["a", "b", "c", "d"]);
        var meanwhile = 0;
        _bench.Intake.Before = text =>
        {
            if (text != "b" || meanwhile++ > 0)
                return null;
            _bench.Time.Now += TimeSpan.FromMinutes(10);
            quick.RunAsync(CancellationToken.None).GetAwaiter().GetResult();
            return null;
        };
        await RunAsync(slow);

        Assert.Equal(["a", "b", "c", "d"], _bench.Intake.Taken);
        Assert.Equal(["3", "4"], _bench.Feed.Confirmed.Select(c => c.Position));
        Assert.Equal(("node-2", FeedLease.Idle, "4"), ((await _bench.EntryAsync()).Who, (await _bench.EntryAsync()).State, (await _bench.StateAsync())!.Position));
    }

    [Fact]
    public async Task Should_go_on_at_once_after_a_crash_of_its_own_and_when_the_lease_ends_after_that_of_another()
    {
        _bench.Feed.Items.AddRange(["a", "b"]);
        Assert.NotNull((await _bench.LeaseAsync("node-1")).Lease);
        await using var again = _bench.Node();
        await using var other = _bench.Node("node-2");
        await RunAsync(other);
        Assert.Equal(0, _bench.Feed.Reads);
        await RunAsync(again);
        Assert.Equal(["a", "b"], _bench.Intake.Taken);

        _bench.Time.Now += FeedBench.Every;
        Assert.NotNull((await _bench.LeaseAsync("node-1")).Lease);
        await RunAsync(other);
        Assert.Equal(1, _bench.Feed.Reads);
        _bench.Time.Now += TimeSpan.FromMinutes(2);
        await RunAsync(other);
        Assert.Equal(2, _bench.Feed.Reads);
    }

    [Fact]
    public async Task Should_stop_between_two_items_and_leave_the_feed_to_others()
    {
        var line = _bench.Node();
        _bench.Feed.Items.AddRange(["a", "b", "c"]);
        using var stop = new CancellationTokenSource();
        _bench.Intake.Before = text =>
        {
            if (text == "b")
                stop.Cancel();
            return null;
        };
        await line.RunAsync(stop.Token);
        await line.DisposeAsync();
        Assert.Equal(0, _bench.Feed.Open);
        await line.RunAsync(CancellationToken.None);

        await using var other = _bench.Node("node-2");
        await RunAsync(other);
        Assert.Equal(["a", "b", "c"], _bench.Intake.Taken);
        Assert.Equal("3", (await _bench.StateAsync())!.Position);
    }

    [Fact]
    public async Task Should_live_through_an_outage_of_the_database_and_open_the_feed_anew_with_the_configuration()
    {
        await using var line = _bench.Node();
        _bench.Feed.Items.Add("a");
        _bench.Records.IsAway = true;
        await RunAsync(line);
        Assert.Equal(0, _bench.Feed.Reads);
        _bench.Records.IsAway = false;
        await RunAsync(line);
        Assert.Equal(["a"], _bench.Intake.Taken);

        await RunAsync(line);
        Assert.Equal(1, _bench.Feed.Reads);
        _bench.Tenant = FeedBench.TenantOf(new InboundConfig([]) { Auth = InboundAuth.Poll });
        await RunAsync(line);
        Assert.Equal((2, 2, 1), (_bench.Feed.Reads, _bench.Feed.Opened, _bench.Feed.Open));

        _bench.Tenant = FeedBench.TenantOf(new InboundConfig([]));
        _bench.Time.Now += FeedBench.Every;
        await RunAsync(line);
        Assert.Equal(2, _bench.Feed.Reads);
    }

    private static Task RunAsync(FeedLine line) => line.RunAsync(CancellationToken.None);

    private static NewRecord Forgotten(StoredRecord entry) =>
        new(entry.Tenant, entry.Kind, entry.Key, entry.Version + 1, entry.At, entry.Who, "{}"u8.ToArray()) { State = FeedLease.Idle, KeepHistory = false };
}
