using System.Text;
using Hub.Core.Adapters;
using Hub.Core.Errors;
using Hub.Core.Tenants;
using Xunit;

namespace Hub.UnitTests.Polling;

/// <summary>A feed of numbered items, a page of a few at a time; the position is the number of the last one.</summary>
internal sealed class ScriptedFeed : IPolledAdapter
{
    public string Name => "scripted";

    /// <summary>What there is to fetch; may grow.</summary>
    public List<string> Items { get; } = [];

    public int PageSize { get; set; } = 3;

    /// <summary>Why reading fails, null while it does not.</summary>
    public HubError? Fails { get; set; }

    /// <summary>What reading throws, null when nothing.</summary>
    public Exception? Throws { get; set; }

    /// <summary>What happens while a page is confirmed.</summary>
    public Action Confirming { get; set; } = () => { };

    public int Reads { get; private set; }

    public int Opened { get; private set; }

    public int Open { get; private set; }

    /// <summary>Positions of confirmed pages, with how many of their items were refused.</summary>
    public List<(string Position, int Refused)> Confirmed { get; } = [];

    public IFeed OpenFeed(PartnerConfig partner, SenderContext context)
    {
        Opened++;
        Open++;
        return new Feed(this);
    }

    public ParsedMessage Parse(InboundMessage input) => throw new NotSupportedException();

    private sealed class Feed(ScriptedFeed script) : IFeed
    {
        public Task<Result<FeedPage>> ReadAsync(string? position, CancellationToken cancel)
        {
            script.Reads++;
            if (script.Throws is { } fault)
                throw fault;
            if (script.Fails is { } error)
                return Task.FromResult<Result<FeedPage>>(error);
            var from = int.Parse(position ?? "0");
            var items = script.Items.Skip(from).Take(script.PageSize).Select((text, i) => new FeedItem($"item-{from + i}", Encoding.UTF8.GetBytes(text), "text/plain")).ToList();
            var to = from + items.Count;
            return Task.FromResult<Result<FeedPage>>(new FeedPage(items, to.ToString(), to < script.Items.Count));
        }

        public Task ConfirmAsync(FeedPage page, IReadOnlyList<FeedVerdict> verdicts, CancellationToken cancel)
        {
            script.Confirming();
            Assert.Equal(page.Items.Count, verdicts.Count);
            script.Confirmed.Add((page.Position, verdicts.Count(v => v.Errors.Count > 0)));
            return Task.CompletedTask;
        }

        public ValueTask DisposeAsync()
        {
            script.Open--;
            return ValueTask.CompletedTask;
        }
    }
}
