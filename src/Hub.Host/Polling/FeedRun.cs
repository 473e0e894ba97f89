using Hub.Core.Adapters;
using Hub.Core.Errors;
using Hub.Core.Tenants;

namespace Hub.Host.Polling;

/// <summary>One reading of a feed, page by page, to its end. The position moves on only after every item of a page is durable; what a crash leaves is read again and is a repeat.</summary>
internal sealed partial class FeedRun(FeedParts parts, PartnerConfig partner, IFeed feed, FeedLease lease, ILogger logger)
{
    /// <summary>After so many pages the others have their turn.</summary>
    private const int MostPages = 200;

    private const int LongestPosition = 4000;

    private readonly FeedItems _items = new(parts, logger);
    private readonly ILogger _logger = logger;

    /// <summary>Reads.</summary>
    /// <param name="cancel">Gives up between two items, or while the partner is waited for.</param>
    /// <returns>How it ended.</returns>
    public async Task<FeedEnd> RunAsync(CancellationToken cancel)
    {
        for (var page = 0; page < MostPages; page++)
        {
            var read = await AskAsync(stop => feed.ReadAsync(lease.State.Position, stop), cancel);
            if (!read.IsOk)
                return FeedEnd.Failed(read.Errors[0]);
            if (read.Value.Position.Length > LongestPosition)
                return FeedEnd.Failed(LookupErrors.Unreadable.At(detail: "The position of the feed is longer than it may be"));
            if (read.Value is { More: true, Items.Count: 0 } && read.Value.Position == lease.State.Position)
                return FeedEnd.Failed(LookupErrors.Unreadable.At(detail: "The feed says that there is more and does not move on"));
            if (await TakeAsync(read.Value, cancel) is { } end)
                return end;
            if (!read.Value.More)
                return FeedEnd.AllRead;
        }

        return FeedEnd.BrokenOff;
    }

    // Null when the page is done.
    private async Task<FeedEnd?> TakeAsync(FeedPage page, CancellationToken cancel)
    {
        var verdicts = new List<FeedVerdict>(page.Items.Count);
        foreach (var item in page.Items)
        {
            if (lease.IsAging && !await lease.WriteAsync(lease.State, cancel))
                return FeedEnd.TakenOver;
            var verdict = await _items.TakeAsync(partner, item, cancel);
            if (!verdict.IsOk)
                return FeedEnd.Held(verdict.Errors[0]);
            verdicts.Add(verdict.Value);
        }

        if (page.Position != lease.State.Position && !await lease.WriteAsync(lease.State with { Position = page.Position }, cancel))
            return FeedEnd.TakenOver;
        var confirmed = await AskAsync<bool>(
            async stop =>
            {
                await feed.ConfirmAsync(page, verdicts, stop);
                return true;
            },
            cancel);
        return confirmed.IsOk ? null : FeedEnd.Failed(confirmed.Errors[0]);
    }

    // What an adapter throws is a defect of one partner's, and an error as any other.
    private async Task<Result<T>> AskAsync<T>(Func<CancellationToken, Task<Result<T>>> ask, CancellationToken cancel)
    {
        using var deadline = new CancellationTokenSource(partner.Timeout, parts.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, deadline.Token);
        try
        {
            return await ask(either.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return LookupErrors.TimedOut.At();
        }
        catch (Exception defect) when (!cancel.IsCancellationRequested)
        {
            Failed(partner.Tenant, partner.Name, defect.GetType().FullName, defect.StackTrace);
            return LookupErrors.Failed.At();
        }
    }

    [LoggerMessage(1511, LogLevel.Error, "The adapter of the feed {Tenant}/{Partner} failed ({Type})\n{Stack}")]
    private partial void Failed(string tenant, string partner, string? type, string? stack);
}
