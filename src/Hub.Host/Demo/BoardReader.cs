using Hub.Core.Storage;
using Hub.Simulators.Dignio;
using Hub.Simulators.Gerica;

namespace Hub.Host.Demo;

/// <summary>Reads boards from the store, the engine and the journals. Reading is spread out when it takes long, so that the show does not slow the hub.</summary>
internal sealed class BoardReader(DemoHub place, IReadOnlyList<DignioFeed> feeds, TimeProvider time)
{
    private const int Page = 500;

    private readonly List<string> _tenants = [.. place.Tenants.Select(t => t.Name)];
    private readonly long _start = time.GetTimestamp();
    private IReadOnlyList<MessageView> _messages = [];
    private TimeSpan _nextReading;

    /// <summary>What is going on.</summary>
    public string Phase { get; set; } = "";

    /// <summary>The board of the moment.</summary>
    public async Task<Board> ReadAsync()
    {
        var before = time.GetElapsedTime(_start);
        if (before >= _nextReading || Phase == "done")
        {
            _messages = await MessagesAsync();
            var after = time.GetElapsedTime(_start);
            _nextReading = after + (10 * (after - before));
        }
        return new Board(
            time.GetElapsedTime(_start),
            Phase,
            await place.Hub.Services.Store.LedgerAsync(null, CancellationToken.None),
            BoardReading.Lines(_messages, _tenants),
            [.. place.Tenants.Select(Partner)],
            BoardReading.Errors(_messages, Pseudonym))
        {
            Counterparts = [.. place.Tenants.Select(t => t.Network).OfType<DemoNetwork>().SelectMany(n => n.Counterparts.Select(c => new BoardCounterpart(n.Tenant, c.Name, c.Server.Ledger.Report())))],
        };
    }

    /// <summary>Every message of every tenant.</summary>
    public async Task<IReadOnlyList<MessageView>> MessagesAsync()
    {
        var all = new List<MessageView>();
        while (true)
        {
            var page = await place.Hub.Services.Store.ListAsync(
                new MessageFilter(null, all.Count == 0 ? null : all[^1].Message.MessageId, Page), CancellationToken.None);
            all.AddRange(page);
            if (page.Count < Page)
                return all;
        }
    }

    private BoardPartner Partner(DemoTenant tenant)
    {
        var status = place.Hub.Services.Engine?.Status.Partners.FirstOrDefault(p => p.Tenant == tenant.Name && p.Partner == "gerica");
        return new BoardPartner(
            tenant.Name,
            tenant.Journal.Faults.Down == DownKind.No ? "" : "down: connections refused",
            status?.Circuit switch { null => "closed", { } circuit => circuit.ToString().ToLowerInvariant() },
            status?.InFlight ?? 0,
            status?.Waiting ?? 0,
            tenant.Journal.Ledger.Count,
            tenant.Journal.Ledger.Repeats,
            tenant.Journal.Ledger.Refusals.Count);
    }

    private string Pseudonym(string tenant, string sourceId)
    {
        for (var i = 0; i < feeds.Count; i++)
        {
            if (place.Tenants[i].Name == tenant)
                return feeds[i].Ledger.Find(sourceId)?.Person.Pseudonym ?? "?";
        }
        return "?";
    }
}
