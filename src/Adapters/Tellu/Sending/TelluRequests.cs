using Hub.Adapters.Tellu.Link;
using Hub.Core.Adapters;

namespace Hub.Adapters.Tellu.Sending;

/// <summary>Requests that carry a document.</summary>
internal static class TelluRequests
{
    /// <summary>A request with the document's bytes: the same bytes and the same key at every try.</summary>
    public static HttpRequestMessage Document(TelluConnection connection, HttpMethod method, string path, OutboundItem item)
    {
        var request = connection.Request(method, path);
        request.Headers.TryAddWithoutValidation("Idempotency-Key", item.IdempotencyKey);
        request.Headers.TryAddWithoutValidation("X-Request-Id", $"{item.IdempotencyKey}-{item.Attempt}");
        request.Content = new ReadOnlyMemoryContent(item.Document.Body);
        request.Content.Headers.TryAddWithoutValidation("Content-Type", item.Document.MediaType);
        return request;
    }
}
