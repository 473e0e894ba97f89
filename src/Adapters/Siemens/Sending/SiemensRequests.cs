using Hub.Adapters.Http;
using Hub.Core.Adapters;

namespace Hub.Adapters.Siemens.Sending;

/// <summary>The calls to the vendor: plans to the plan app, personalia as Patient, everything else (changes of follow-up) as events. Modelled.</summary>
internal sealed class SiemensRequests(Uri root)
{
    private const string CarePlan = "fhir.careplan";
    private const string Patient = "fhir.patient";

    /// <summary>Where the vendor says that it is there.</summary>
    public Uri Health { get; } = BaseAddress.Join(root, "health");

    /// <summary>Whether a document is a version of a plan, which has a place of its own.</summary>
    public static bool IsPlan(OutboundItem item) => item.Document.Form == CarePlan;

    /// <summary>A plan's place.</summary>
    /// <param name="id">Id of the plan.</param>
    public Uri Plan(string id) => BaseAddress.Join(root, $"CarePlan/{Uri.EscapeDataString(id)}");

    /// <summary>Puts a version of a plan, on the condition that the vendor still has the one before.</summary>
    /// <param name="item">The version.</param>
    /// <param name="facts">What it says of itself.</param>
    /// <param name="before">The version that it takes the place of; 0 = there must be none.</param>
    public HttpRequestMessage Put(OutboundItem item, PlanFacts facts, int before)
    {
        var request = With(item, new HttpRequestMessage(HttpMethod.Put, Plan(facts.Id)));
        if (before > 0)
            request.Headers.TryAddWithoutValidation("If-Match", FormattableString.Invariant($"W/\"{before}\""));
        else
            request.Headers.TryAddWithoutValidation("If-None-Match", "*");
        return request;
    }

    /// <summary>Sends any other document.</summary>
    /// <param name="item">The document.</param>
    public HttpRequestMessage Post(OutboundItem item) =>
        With(item, new HttpRequestMessage(HttpMethod.Post, BaseAddress.Join(root, item.Document.Form == Patient ? "Patient" : "hub/events")));

    private static HttpRequestMessage With(OutboundItem item, HttpRequestMessage request)
    {
        request.Headers.TryAddWithoutValidation("Idempotency-Key", item.IdempotencyKey);
        request.Headers.TryAddWithoutValidation("X-Request-Id", FormattableString.Invariant($"{item.IdempotencyKey}-{item.Attempt}"));
        request.Content = new ReadOnlyMemoryContent(item.Document.Body);
        request.Content.Headers.TryAddWithoutValidation("Content-Type", item.Document.MediaType);
        return request;
    }
}
