using Hub.Adapters.Lookups;
using Hub.Adapters.Tellu.Feed;
using Hub.Adapters.Tellu.Link;
using Hub.Adapters.Tellu.Reading;
using Hub.Core.Adapters;
using Hub.Core.Errors;
using Hub.Core.Lookups;
using Hub.Core.Tenants;

namespace Hub.Adapters.Tellu.Lookups;

/// <summary>Asks one Tellu-like system about a patient, page by page until it has enough.</summary>
internal sealed class TelluLookup : ILookup
{
    private const int LargestPage = 500;
    private const int MostPages = 100;

    private readonly TelluConnection _connection;
    private readonly TelluOptions _options;
    private readonly PartnerConfig _partner;
    private readonly SenderContext _context;

    public TelluLookup(PartnerConfig partner, SenderContext context)
    {
        _connection = new TelluConnection(partner, context);
        _options = TelluOptions.Read(partner, out _);
        (_partner, _context) = (partner, context);
    }

    /// <inheritdoc/>
    public async Task<Result<LookupAnswer>> AskAsync(LookupQuery query, CancellationToken cancel)
    {
        var limit = Asked.Limit(query);
        var found = new Dictionary<string, LookupFinding>(StringComparer.Ordinal);
        var complete = true;
        string? cursor = null;
        for (var pages = 1; found.Count < limit; pages++)
        {
            if (LookupBody.Write(query, Math.Min(limit, LargestPage), cursor) is not { } body)
                break;
            var reply = await _connection.CallAsync(() => Request(body), cancel);
            var page = ReplyFault.Of(reply) is { } fault ? fault : reply.Whole ? FeedText.Read(_options.Format, reply.Body) : LookupErrors.Unreadable.At(detail: "The answer was cut off");
            if (!page.IsOk)
            {
                // What came before the page that failed is worth having, and is said to be a part.
                if (found.Count == 0)
                    return Result<LookupAnswer>.Failed(page.Errors);
                complete = false;
                break;
            }

            if (!Take(page.Value, query, found, ref complete))
                return LookupErrors.Unreadable.At("subject", "The answer is about somebody else; nothing of it was used");
            var again = page.Value.Cursor == cursor;
            cursor = page.Value.Cursor;
            var enough = again || found.Count >= limit || pages == MostPages;
            complete &= !(page.Value.More && enough);
            if (!page.Value.More || enough)
                break;
        }

        var newest = Asked.Newest(found.Values, query);
        // A patient has one plan there.
        var findings = query is LookupQuery.PlansOf { History: false } ? [.. newest.Take(1)] : newest;
        return new LookupAnswer([.. findings.Take(limit)], complete && findings.Count <= limit);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _connection.Dispose();
        return ValueTask.CompletedTask;
    }

    private HttpRequestMessage Request(byte[] body)
    {
        var request = _connection.Request(HttpMethod.Post, "query");
        request.Headers.TryAddWithoutValidation("Accept", _options.Format.MediaType());
        request.Content = new ByteArrayContent(body);
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        return request;
    }

    // False when it is about another patient: then no part of the answer can be trusted.
    private bool Take(FeedText page, LookupQuery query, Dictionary<string, LookupFinding> found, ref bool complete)
    {
        foreach (var item in page.Entries)
        {
            var read = EntryReader.Read(new InboundMessage(item.Body, item.MediaType, _context.Time.GetUtcNow(), _partner, _context.Tenant.Environment) { Tenant = _context.Tenant }, out var published);
            if (read.Entries is not [{ Events: [var told] }])
            {
                complete = false;
                continue;
            }

            if (told.Patient.Id.Value != Asked.Patient(query)?.Value)
                return false;
            if (Asked.IsOf(told.Content, query))
                found.TryAdd(told.SourceId, new LookupFinding(told.SourceId, told.Patient, told.Content) { Updated = published });
        }

        return true;
    }
}
