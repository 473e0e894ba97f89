using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Hub.Tests.Support;

/// <summary>An operator at the hub's API.</summary>
internal sealed class OperatorClient : IDisposable
{
    private readonly HttpClient _http;

    public OperatorClient(Uri hub, TestKey key)
    {
        _http = new HttpClient { BaseAddress = hub, Timeout = TimeSpan.FromSeconds(15) };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key.Value);
    }

    public async Task<HubLedger> LedgerAsync(string? tenant = null) =>
        (await _http.GetFromJsonAsync<HubLedger>($"ops/v1/ledger{(tenant is null ? "" : $"?tenant={tenant}")}"))!;

    /// <summary>Null while the hub or its database does not answer.</summary>
    public async Task<HubLedger?> TryLedgerAsync()
    {
        try
        {
            return await LedgerAsync();
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException or JsonException)
        {
            return null;
        }
    }

    public Task<JsonElement> StatusAsync() => _http.GetFromJsonAsync<JsonElement>("ops/v1/status");

    public async Task<JsonElement> MessageAsync(string id) => await _http.GetFromJsonAsync<JsonElement>($"ops/v1/messages/{id}");

    public async Task<IReadOnlyList<JsonElement>> MessagesAsync(string query = "") =>
        [.. (await _http.GetFromJsonAsync<JsonElement>($"ops/v1/messages{query}")).GetProperty("messages").EnumerateArray()];

    /// <summary>What an address of the operators' API says.</summary>
    public Task<JsonElement> GetAsync(string address) => _http.GetFromJsonAsync<JsonElement>($"ops/v1/{address}");

    public async Task<HttpStatusCode> ActAsync(string address, string reason = "tried in a test")
    {
        using var answer = await _http.PostAsJsonAsync($"ops/v1/{address}", new { reason });
        return answer.StatusCode;
    }

    /// <summary>Calls an address of the operators' API with a body.</summary>
    public async Task<(HttpStatusCode Status, JsonElement Body)> SendAsync(HttpMethod method, string address, object body)
    {
        using var request = new HttpRequestMessage(method, $"ops/v1/{address}") { Content = JsonContent.Create(body) };
        using var answer = await _http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return (answer.StatusCode, text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text));
    }

    public async Task<HttpStatusCode> ConsentAsync(string tenant, string patient, string purpose, bool granted)
    {
        using var answer = await _http.PutAsJsonAsync($"tenants/{tenant}/consents", new { patient, purpose, granted });
        return answer.StatusCode;
    }

    public void Dispose() => _http.Dispose();
}
