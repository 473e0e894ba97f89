using System.Globalization;
using Hub.Adapters.Dignio;
using Hub.Core.Adapters;
using Hub.Core.Errors;
using Hub.Core.Tenants;
using Hub.Simulators.Dignio;

namespace Hub.AcceptanceTests.Staging;

/// <summary>A vendor who does not call: what it has to tell is fetched, five events at a time.</summary>
internal sealed class PolledVendor : IPolledAdapter
{
    private const int PageSize = 5;

    private readonly DignioAdapter _reader = new();
    private readonly Lock _gate = new();
    private readonly List<FeedItem> _items = [];

    public string Name => "polled";

    /// <summary>Why its feed cannot be read; null while it can.</summary>
    public HubError? Fails { get; set; }

    public void Publish(params IEnumerable<FeedEvent> events)
    {
        lock (_gate)
            _items.AddRange(events.Select(e => new FeedItem(e.EventId, DignioJson.Write(e), "application/json")));
    }

    public void Publish(string label, byte[] body)
    {
        lock (_gate)
            _items.Add(new FeedItem(label, body, "application/json"));
    }

    public ParsedMessage Parse(InboundMessage input) => _reader.Parse(input);

    public IFeed OpenFeed(PartnerConfig partner, SenderContext context) => new Feed(this);

    private sealed class Feed(PolledVendor vendor) : IFeed
    {
        public Task<Result<FeedPage>> ReadAsync(string? position, CancellationToken cancel)
        {
            if (vendor.Fails is { } error)
                return Task.FromResult<Result<FeedPage>>(error);
            var from = int.Parse(position ?? "0", CultureInfo.InvariantCulture);
            lock (vendor._gate)
            {
                var page = vendor._items.Skip(from).Take(PageSize).ToList();
                var to = from + page.Count;
                return Task.FromResult<Result<FeedPage>>(new FeedPage(page, to.ToString(CultureInfo.InvariantCulture), to < vendor._items.Count));
            }
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
