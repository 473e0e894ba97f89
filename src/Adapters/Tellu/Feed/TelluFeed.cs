using System.Globalization;
using Hub.Adapters.Tellu.Link;
using Hub.Core.Adapters;
using Hub.Core.Errors;
using Hub.Core.Tenants;

namespace Hub.Adapters.Tellu.Feed;

/// <summary>Reads the feed of one system: <c>GET {url}/feed</c> page by page. The README beside the adapter says what each answer means.</summary>
internal sealed class TelluFeed : IFeed
{
    private const int MostCursors = 10_000;

    private readonly TelluConnection _connection;
    private readonly TelluOptions _options;
    private readonly TimeProvider _time;
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);
    private DateTimeOffset _notBefore;
    private HubError? _waitingFor;

    public TelluFeed(PartnerConfig partner, SenderContext context)
    {
        _connection = new TelluConnection(partner, context);
        _options = TelluOptions.Read(partner, out _);
        _time = context.Time;
    }

    /// <inheritdoc/>
    public async Task<Result<FeedPage>> ReadAsync(string? position, CancellationToken cancel)
    {
        if (_waitingFor is { } reason && _time.GetUtcNow() < _notBefore)
            return reason;
        var at = FeedPosition.Read(position, _options.From);
        var limit = _options.Page;
        while (true)
        {
            var reply = await _connection.CallAsync(() => Request(at, limit), cancel);
            if (reply.Status == 304 && at.ETag is not null)
                return new FeedPage([], position!, false);
            if (reply.Status == 410 && at.Cursor is not null)
            {
                at = at.Again(_options.Overlap, _options.From);
                continue;
            }

            if (Fault(reply) is { } fault)
                return fault;
            var page = reply.Whole ? FeedText.Read(_options.Format, reply.Body) : LookupErrors.Unreadable.At(detail: reply.TooLarge ? "The page is larger than is read at once" : "The page was cut off");
            if (page.IsOk)
                return Next(at, page.Value, reply.ETag);
            if (!reply.TooLarge && !(reply.Whole && FeedText.Ends(_options.Format, reply.Body.Span)))
                return Result<FeedPage>.Failed(page.Errors);
            // One entry spoils the page for the others: it is looked for by asking for less, and alone it is taken as it is, to be refused by name.
            if (limit == 1)
                return reply.NextCursor is { } next ? Spoilt(at, reply, next) : Result<FeedPage>.Failed(page.Errors);
            limit /= 2;
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _connection.Dispose();
        return ValueTask.CompletedTask;
    }

    private HttpRequestMessage Request(FeedPosition at, int limit)
    {
        var where = at.Cursor is { } cursor ? $"&after={Uri.EscapeDataString(cursor)}"
            : at.Since is { } since ? $"&since={Uri.EscapeDataString(since.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture))}"
            : "";
        var request = _connection.Request(HttpMethod.Get, string.Create(CultureInfo.InvariantCulture, $"feed?limit={limit}{where}"));
        request.Headers.TryAddWithoutValidation("Accept", _options.Format.MediaType());
        if (at.ETag is { } tag)
            request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        return request;
    }

    private HubError? Fault(TelluReply reply)
    {
        _waitingFor = null;
        var fault = reply switch
        {
            { Failure: null, Status: 304 } => LookupErrors.Unreadable.At(detail: "The system answered 304 to a question without a tag"),
            { Failure: null, Status: 404 } => LookupErrors.Failed.At(detail: "The system answered 404: there is no feed at this address"),
            _ => ReplyFault.Of(reply),
        };
        if (fault is not null && (reply.Failure?.RetryAfter ?? reply.Headers.RetryAfter) is { } wait)
            (_waitingFor, _notBefore) = (fault, _time.GetUtcNow() + wait);
        return fault;
    }

    // A cursor that was asked for before, while there is said to be more, would be read round and round. It is told, and looked at anew the next time.
    private Result<FeedPage> Next(FeedPosition at, FeedText page, string? tag)
    {
        var stuck = page.Cursor == at.Cursor ? page.More || page.Entries.Count > 0 : page.More && _asked.Contains(page.Cursor);
        if (stuck)
        {
            _asked.Clear();
            return LookupErrors.Unreadable.At("cursor", "The feed comes back to a page that was read before");
        }

        if (!page.More || _asked.Count >= MostCursors)
            _asked.Clear();
        else if (at.Cursor is not null)
            _asked.Add(at.Cursor);
        var position = new FeedPosition(page.Cursor, page.More ? null : tag, page.Until > at.Until || at.Until is null ? page.Until ?? at.Until : at.Until, null);
        return new FeedPage(page.Entries, position.ToString(), page.More);
    }

    private Result<FeedPage> Spoilt(FeedPosition at, TelluReply reply, string next) =>
        next == at.Cursor
            ? LookupErrors.Unreadable.At("cursor", "The feed does not go on after an entry that cannot be read")
            : new FeedPage([new FeedItem("entry that cannot be read", reply.Body, _options.Format.MediaType())], (at with { Cursor = next, ETag = null, Since = null }).ToString(), true);
}
