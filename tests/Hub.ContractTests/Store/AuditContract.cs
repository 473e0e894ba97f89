using Hub.Core.Storage;
using Xunit;
using static Hub.ContractTests.Store.Samples;

namespace Hub.ContractTests.Store;

public abstract class AuditContract(Func<Task<TestDatabase>> create) : StoreContract(create)
{
    [Fact]
    public async Task Should_read_entries_by_any_filter_page_by_page()
    {
        for (var i = 0; i < 30; i++)
        {
            await Store.AppendAsync(
                new AuditEntry(Noon.AddHours(i), i % 2 == 0 ? "token:kari" : "operator:ola", i % 3 == 0 ? "message.view" : "ledger.view", i % 5 == 0 ? null : i % 5 == 1 ? "skien" : "larvik", $"{i % 4}", null), None);
        }

        Assert.Equal(Seqs(_ => true), await AllAsync(new AuditFilter(null, Limit: 7)));
        Assert.Equal(Seqs(i => i % 5 == 1), await AllAsync(new AuditFilter("skien", Limit: 2)));
        Assert.Equal(Seqs(i => i % 5 > 1 && i % 2 == 0), await AllAsync(new AuditFilter("larvik", Who: "token:kari", Limit: 4)));
        Assert.Equal(Seqs(i => i % 3 == 0 && i % 4 == 2), await AllAsync(new AuditFilter(null, Action: "message.view", Target: "2")));
        Assert.Equal(Seqs(i => i is >= 4 and < 9), await AllAsync(new AuditFilter(null, From: Noon.AddHours(4), To: Noon.AddHours(9), Limit: 3)));
        Assert.Empty(await AllAsync(new AuditFilter("larvik", From: Noon.AddYears(1))));
        Assert.Empty(await AllAsync(new AuditFilter("nowhere")));
        Assert.Equal(new AuditEntry(Noon.AddHours(29), "operator:ola", "ledger.view", "larvik", "1", null), (await Store.EntriesAsync(new AuditFilter(null, Limit: 1), None))[0].Entry);
    }

    /// <summary>Newest first: the entry of round i has number i + 1.</summary>
    private static IEnumerable<long> Seqs(Func<int, bool> which) => Enumerable.Range(0, 30).Where(which).Reverse().Select(i => i + 1L);

    private async Task<IReadOnlyList<long>> AllAsync(AuditFilter filter)
    {
        var found = new List<long>();
        while (await Store.EntriesAsync(filter, None) is { Count: > 0 } page)
        {
            Assert.True(page.Count <= filter.Limit);
            found.AddRange(page.Select(l => l.Seq));
            filter = filter with { Before = page[^1].Seq };
        }

        return found;
    }
}
