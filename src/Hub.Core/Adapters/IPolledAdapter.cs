using Hub.Core.Errors;
using Hub.Core.Tenants;

namespace Hub.Core.Adapters;

/// <summary>Fetches what an outside system has to tell, where it does not call the hub itself (a feed, a folder). What is fetched goes through <see cref="IInboundAdapter.Parse"/> and the ordinary intake.</summary>
public interface IPolledAdapter : IInboundAdapter
{
    /// <summary>Opens the feed. Called once per partner and configuration, only where the partner's inbound says <c>auth: poll</c>; disposed when the partner changes.</summary>
    /// <param name="partner">The partner.</param>
    /// <param name="context">What it may use.</param>
    /// <returns>The feed.</returns>
    IFeed OpenFeed(PartnerConfig partner, SenderContext context);
}

/// <summary>A feed that is read page by page, by one node at a time.</summary>
public interface IFeed : IAsyncDisposable
{
    /// <summary>Reads the next page. The same position gives the same items (or more): after a crash it is read again, and what was taken in already is a repeat.</summary>
    /// <param name="position">What the last confirmed page gave; null for the first time.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The page, empty when there is nothing new; or why it cannot be read (an error of <see cref="LookupErrors"/>).</returns>
    Task<Result<FeedPage>> ReadAsync(string? position, CancellationToken cancel);

    /// <summary>Tells the feed what became of a page, after every item of it is durable: taken in, or kept as refused. A folder moves its files here. The position was written before: what moves its items here must offer them again after a crash, whatever the position says.</summary>
    /// <param name="page">The page.</param>
    /// <param name="verdicts">One for each item, in order.</param>
    /// <param name="cancel">Gives up; the page may then come again.</param>
    /// <returns>When done.</returns>
    Task ConfirmAsync(FeedPage page, IReadOnlyList<FeedVerdict> verdicts, CancellationToken cancel) => Task.CompletedTask;
}

/// <summary>A page of a feed.</summary>
/// <param name="Items">What is new; each goes through the intake by itself.</param>
/// <param name="Position">Where to go on, in the adapter's own words (cursor, ETag); at most 4,000 characters, no personal data.</param>
/// <param name="More">True when there is another page right now.</param>
public sealed record FeedPage(IReadOnlyList<FeedItem> Items, string Position, bool More);

/// <summary>One thing that was fetched.</summary>
/// <param name="Label">What people know it by: entry id, file name. No personal data.</param>
/// <param name="Body">The bytes as fetched.</param>
/// <param name="MediaType">Media type without parameters, lower case; empty when unknown.</param>
public sealed record FeedItem(string Label, ReadOnlyMemory<byte> Body, string MediaType);

/// <summary>What became of an item.</summary>
/// <param name="Errors">Why it, or parts of it, were refused; empty when all was taken in.</param>
/// <param name="Taken">How many of its entries were taken in, now or before.</param>
public sealed record FeedVerdict(IReadOnlyList<HubError> Errors, int Taken);
