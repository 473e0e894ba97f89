using Hub.Adapters.Http;
using Hub.Core.Adapters;

namespace Hub.Adapters.Gerica;

/// <summary>The calls to one journal.</summary>
public sealed class GericaRequests
{
    /// <summary>Form of the documents that can go in a batch.</summary>
    public const string Observation = "fhir.observation";

    private const string CarePlan = "fhir.careplan";
    private const string FhirJson = "application/fhir+json";
    private readonly Uri _observations;
    private readonly Uri _batches;
    private readonly Uri _journal;
    private readonly Uri _root;

    /// <summary>Calls under a base address.</summary>
    /// <param name="root">The partner's base address.</param>
    public GericaRequests(Uri root)
    {
        _root = root;
        _observations = BaseAddress.Join(root, "lab/fhir/Observation");
        _batches = BaseAddress.Join(root, "lab/fhir");
        _journal = BaseAddress.Join(root, "journal/fhir/Bundle");
        Health = BaseAddress.Join(root, "health");
    }

    /// <summary>Where the journal says that it is there.</summary>
    public Uri Health { get; }

    /// <summary>The call for one document.</summary>
    /// <param name="item">The document.</param>
    /// <returns>The request, without authorization.</returns>
    public HttpRequestMessage Single(OutboundItem item)
    {
        var request = item.Document.Form switch
        {
            Observation => new HttpRequestMessage(HttpMethod.Post, _observations),
            CarePlan => Plan(item),
            _ => new HttpRequestMessage(HttpMethod.Post, _journal),
        };
        request.Headers.TryAddWithoutValidation("Idempotency-Key", item.IdempotencyKey);
        request.Headers.TryAddWithoutValidation("X-Request-Id", $"{item.IdempotencyKey}-{item.Attempt}");
        request.Content = Json(item.Document.Body, item.Document.MediaType);
        return request;
    }

    /// <summary>The call for several observations.</summary>
    /// <param name="items">The observations; at least one.</param>
    /// <returns>The request, without authorization.</returns>
    public HttpRequestMessage Batch(IReadOnlyList<OutboundItem> items)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, _batches) { Content = Json(GericaBatch.Write(items), FhirJson) };
        request.Headers.TryAddWithoutValidation("X-Request-Id", $"{items[0].IdempotencyKey}-{items[0].Attempt}-batch");
        return request;
    }

    private HttpRequestMessage Plan(OutboundItem item)
    {
        var (id, version) = PlanVersion.Read(item.Document.Body.Span);
        var request = new HttpRequestMessage(HttpMethod.Put, BaseAddress.Join(_root, $"plans/fhir/CarePlan/{Uri.EscapeDataString(id ?? item.Document.DocumentId)}"));
        if (version is not null)
            request.Headers.TryAddWithoutValidation("If-Match", $"W/\"{version}\"");
        return request;
    }

    private static ReadOnlyMemoryContent Json(ReadOnlyMemory<byte> body, string mediaType)
    {
        var content = new ReadOnlyMemoryContent(body);
        content.Headers.TryAddWithoutValidation("Content-Type", mediaType);
        return content;
    }
}
