using Hub.Core.Errors;
using Hub.Core.Storage;
using Hub.Host.Polling;
using Xunit;

namespace Hub.UnitTests.Polling;

public sealed class RefusedActTests : IDisposable
{
    private readonly FeedBench _bench = new();
    private static readonly OperatorAct Act = new("kari", DateTimeOffset.UnixEpoch, "the rule was wrong");

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Should_take_it_in_once_the_intake_does_and_say_which_messages_it_became()
    {
        var key = await RefusedAsync("a,bad,b");
        _bench.Intake.IsStrict = false;

        var outcome = (await _bench.Acts.RetryAsync("bodo", key, Act, CancellationToken.None)).Value;

        Assert.Equal(RefusedInput.TakenIn, outcome.State);
        Assert.Equal([1, 3, 2], outcome.Messages);
        Assert.Equal(["a", "b", "bad"], _bench.Intake.Taken);
        var settled = Assert.Single(await _bench.RefusedAsync());
        Assert.Equal((RefusedInput.TakenIn, "kari"), (settled.State, settled.Who));
        Assert.True(RefusedInput.Of(settled, _bench.Vault).Value.Body.IsEmpty);
        Assert.Equal(new AuditEntry(Act.At, "kari", "input.retry", "bodo", key, Act.Reason), _bench.Records.Audit[^1]);
        Assert.Equal(OperatorErrors.Settled.Code, (await _bench.Acts.RetryAsync("bodo", key, Act, CancellationToken.None)).Errors[0].Code);
        Assert.Equal(OperatorErrors.Settled.Code, (await _bench.Acts.DiscardAsync("bodo", key, Act, CancellationToken.None)).Errors[0].Code);
    }

    [Fact]
    public async Task Should_keep_it_with_the_errors_of_now_while_it_is_still_refused()
    {
        var key = await RefusedAsync("bad");
        _bench.Intake.Before = _ => IntakeErrors.UnknownUnit.At("$.unit");

        var outcome = (await _bench.Acts.RetryAsync("bodo", key, Act, CancellationToken.None)).Value;

        Assert.Equal((IntakeErrors.UnknownUnit.Code, "$.unit"), (outcome.State, Assert.Single(outcome.Errors).Path));
        _bench.Intake.Before = _ => null;
        _bench.Intake.IsStrict = false;
        Assert.Equal(RefusedInput.TakenIn, (await _bench.Acts.RetryAsync("bodo", key, Act, CancellationToken.None)).Value.State);
        Assert.Equal(["bad"], _bench.Intake.Taken);
    }

    [Fact]
    public async Task Should_change_nothing_while_the_hub_cannot_take_in()
    {
        var key = await RefusedAsync("bad");
        var before = Assert.Single(await _bench.RefusedAsync());
        _bench.Intake.Before = _ => IntakeErrors.StoreDown.At();

        Assert.Equal(IntakeErrors.StoreDown.Code, (await _bench.Acts.RetryAsync("bodo", key, Act, CancellationToken.None)).Errors[0].Code);
        Assert.Equal(before.Version, Assert.Single(await _bench.RefusedAsync()).Version);
    }

    [Fact]
    public async Task Should_forget_the_bytes_of_what_was_discarded_and_not_keep_them_again()
    {
        var key = await RefusedAsync("bad");
        Assert.Equal(RefusedInput.Discarded, (await _bench.Acts.DiscardAsync("bodo", key, Act, CancellationToken.None)).Value.State);
        Assert.Equal("input.discard", _bench.Records.Audit[^1].Action);
        _bench.Feed.Items.Add("bad");
        _bench.Time.Now += FeedBench.Every;
        await using var line = _bench.Node();
        await line.RunAsync(CancellationToken.None);

        var settled = Assert.Single(await _bench.RefusedAsync());
        Assert.Equal(RefusedInput.Discarded, settled.State);
        Assert.True(RefusedInput.Of(settled, _bench.Vault).Value.Body.IsEmpty);
    }

    [Fact]
    public async Task Should_find_nothing_under_another_tenants_name()
    {
        var key = await RefusedAsync("bad");
        Assert.Equal(OperatorErrors.NotFound.Code, (await _bench.Acts.RetryAsync("larvik", key, Act, CancellationToken.None)).Errors[0].Code);
        Assert.Equal(OperatorErrors.NotFound.Code, (await _bench.Acts.DiscardAsync("bodo", "vendor.x", Act, CancellationToken.None)).Errors[0].Code);
    }

    private async Task<string> RefusedAsync(string text)
    {
        _bench.Feed.Items.Add(text);
        await using var line = _bench.Node();
        await line.RunAsync(CancellationToken.None);
        return Assert.Single(await _bench.RefusedAsync()).Key;
    }
}
