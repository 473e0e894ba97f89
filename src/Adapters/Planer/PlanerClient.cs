using System.Globalization;
using System.Text.Json;
using Hub.Adapters.Http;
using Hub.Core.Adapters;
using Hub.Core.Tenants;

namespace Hub.Adapters.Planer;

/// <summary>The calls to Planer. Paths of history and versions are published; the README says which others are assumed.</summary>
internal sealed class PlanerClient(PartnerConfig partner, SenderContext context) : IDisposable
{
    private readonly AuthorizedHttp _http = new(partner, context);
    private readonly Uri _root = partner.Url!;

    public Task<HttpAnswer> CreateAsync(OutboundItem item, CancellationToken cancel) => SendAsync(HttpMethod.Post, "plan", item, item.Document.Body, cancel);

    public Task<HttpAnswer> UpdateAsync(string id, OutboundItem item, ReadOnlyMemory<byte> body, CancellationToken cancel) => SendAsync(HttpMethod.Put, $"plan/{Uri.EscapeDataString(id)}", item, body, cancel);

    public Task<HttpAnswer> ReadAsync(string id, CancellationToken cancel) => GetAsync($"plan/{Uri.EscapeDataString(id)}", cancel);

    public Task<HttpAnswer> VersionAsync(string id, int version, CancellationToken cancel) =>
        GetAsync(string.Create(CultureInfo.InvariantCulture, $"plan/{Uri.EscapeDataString(id)}/version/{version}"), cancel);

    public Task<HttpAnswer> HistoryAsync(string id, CancellationToken cancel) => GetAsync($"plan/{Uri.EscapeDataString(id)}/history", cancel);

    /// <summary>Plans of a patient. The published search takes the number as a query parameter: it is asked only where nothing else finds the plan.</summary>
    public Task<HttpAnswer> SearchAsync(string patient, CancellationToken cancel) => GetAsync($"plan?patient={Uri.EscapeDataString(patient)}", cancel);

    public async Task<bool?> ProbeAsync(CancellationToken cancel)
    {
        // No address of the published interface answers without a plan: any answer that is not the server's own trouble will do.
        var answer = await GetAsync("plan", cancel);
        return answer is { Failure: null, Status: < 500 };
    }

    public void Dispose() => _http.Dispose();

    /// <summary>Plans in the answer of a search: a list, or an object that holds one.</summary>
    public static IReadOnlyList<PlanerPlan>? Plans(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var list = json.RootElement.ValueKind == JsonValueKind.Object
                ? json.RootElement.EnumerateObject().Select(m => m.Value).FirstOrDefault(v => v.ValueKind == JsonValueKind.Array)
                : json.RootElement;
            if (list.ValueKind != JsonValueKind.Array)
                return null;
            var plans = list.EnumerateArray().Select(PlanerPlan.Read).ToArray();
            return plans.Any(p => p is null) ? null : [.. plans.OfType<PlanerPlan>()];
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Versions in the answer of a history, the latest first.</summary>
    public static IReadOnlyList<int>? Versions(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return [.. json.RootElement.EnumerateArray().Select(e => e.GetProperty("version").GetInt32()).OrderDescending()];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            return null;
        }
    }

    private Task<HttpAnswer> GetAsync(string path, CancellationToken cancel) => _http.SendAsync(() => new HttpRequestMessage(HttpMethod.Get, BaseAddress.Join(_root, path)), cancel);

    private Task<HttpAnswer> SendAsync(HttpMethod method, string path, OutboundItem item, ReadOnlyMemory<byte> body, CancellationToken cancel) => _http.SendAsync(
        () =>
        {
            var request = new HttpRequestMessage(method, BaseAddress.Join(_root, path)) { Content = new ReadOnlyMemoryContent(body) };
            request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
            request.Headers.TryAddWithoutValidation("X-Request-Id", string.Create(CultureInfo.InvariantCulture, $"{item.IdempotencyKey}-{item.Attempt}"));
            return request;
        },
        cancel);
}
