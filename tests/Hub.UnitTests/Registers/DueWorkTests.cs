using Hub.Core.Adapters;
using Hub.Core.Storage;
using Hub.Core.Tenants;
using Hub.Host.Registers;
using Hub.Tests.Support;
using Hub.UnitTests.Messaging;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Hub.UnitTests.Registers;

public sealed class DueWorkTests
{
    private readonly MemoryRecords _records = new();
    private readonly MovingTime _time = new();
    private readonly ShelfAdapter _shelf = new();
    private TenantConfig _tenant = ShelfAdapter.Tenant("larvik", "shelf");

    private DueWork Work => new(Parts);

    private DueWorkParts Parts => new(
        _records,
        new AdapterCatalogue([_shelf]),
        new ChangingSnapshot(() => _tenant),
        t => new SenderContext(_time, new NoSecrets(), t),
        _time,
        NullLogger.Instance);

    [Fact]
    public async Task Should_hand_what_is_due_to_the_partner_that_keeps_it_with_the_end_of_the_claim()
    {
        await AddAsync("a", _time.Now);
        await AddAsync("b", _time.Now.AddSeconds(1));

        Assert.Equal(1, await Work.RunAsync(CancellationToken.None));

        var (due, partner, context) = Assert.Single(_shelf.Done);
        Assert.Equal(("a", _time.Now + DueWork.Claim), (due.Key, due.Due!.Value));
        Assert.Equal(("shelf", "larvik"), (partner.Name, context.Tenant.Name));
        Assert.Equal(due.Due, (await _records.LatestAsync("larvik", ShelfAdapter.Kind, "a", CancellationToken.None))!.Due);
    }

    [Fact]
    public async Task Should_hand_it_again_when_the_claim_ends_until_it_is_no_longer_due()
    {
        await AddAsync("a", _time.Now);
        await Work.RunAsync(CancellationToken.None);
        Assert.Equal(0, await Work.RunAsync(CancellationToken.None));

        _time.Now += DueWork.Claim;
        Assert.Equal(1, await Work.RunAsync(CancellationToken.None));
        Assert.True(await _records.PostponeAsync(_shelf.Done[1].Due, null, CancellationToken.None));
        _time.Now += DueWork.Claim;
        Assert.Equal(0, await Work.RunAsync(CancellationToken.None));
        Assert.Equal(2, _shelf.Done.Count);
    }

    [Fact]
    public async Task Should_hand_an_entry_to_one_of_many_nodes()
    {
        for (var i = 0; i < 150; i++)
            await AddAsync("e" + i, _time.Now.AddSeconds(-i));

        var claimed = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Work.RunAsync(CancellationToken.None))));

        Assert.Equal(150, claimed.Sum());
        Assert.Equal(150, _shelf.Done.Select(d => d.Due.Key).Distinct().Count());
        Assert.Equal(150, _shelf.Done.Count);
    }

    [Fact]
    public async Task Should_go_on_with_the_others_when_one_fails_or_waits_for_something_that_gave_up()
    {
        await AddAsync("bad", _time.Now.AddSeconds(-3));
        await AddAsync("slow", _time.Now.AddSeconds(-2));
        await AddAsync("good", _time.Now.AddSeconds(-1));
        _shelf.Fails["bad"] = new InvalidOperationException("On purpose.");
        _shelf.Fails["slow"] = new TaskCanceledException("A request gave up.");

        Assert.Equal(3, await Work.RunAsync(CancellationToken.None));
        Assert.Equal("good", Assert.Single(_shelf.Done).Due.Key);

        _shelf.Fails.Clear();
        _time.Now += DueWork.Claim;
        await Work.RunAsync(CancellationToken.None);
        Assert.Equal(["bad", "good", "slow"], _shelf.Done.Skip(1).Select(d => d.Due.Key).Order());
    }

    [Fact]
    public async Task Should_not_be_held_up_by_entries_whose_keeper_is_gone_from_the_file()
    {
        for (var i = 0; i < 120; i++)
            await AddAsync("e" + i, _time.Now);
        _tenant = ShelfAdapter.Tenant("larvik", "other");

        Assert.Equal(120, await Work.RunAsync(CancellationToken.None));
        Assert.Empty(_shelf.Done);

        _tenant = ShelfAdapter.Tenant("larvik", "shelf");
        _time.Now += DueWork.Claim;
        Assert.Equal(120, await Work.RunAsync(CancellationToken.None));
        Assert.Equal(120, _shelf.Done.Count);
    }

    [Fact]
    public async Task Should_live_through_an_outage_of_the_database()
    {
        await AddAsync("a", DateTimeOffset.UnixEpoch);
        _records.IsAway = true;
        await using var loop = new RegisterLoop(Parts with { Time = TimeProvider.System });
        await Wait.UntilAsync("a look at the database that is away", TimeSpan.FromSeconds(20), () => _records.Refusals > 0);
        Assert.Empty(_shelf.Done);

        _records.IsAway = false;
        await Wait.UntilAsync("the entry handed over", TimeSpan.FromSeconds(20), () => _shelf.Done.Count == 1);
    }

    private async Task AddAsync(string key, DateTimeOffset due) =>
        Assert.True(await _records.AppendAsync(new NewRecord("larvik", ShelfAdapter.Kind, key, 1, _time.Now, "hub", new byte[] { 1 }) { Due = due }, CancellationToken.None));
}
