using System.Net.Http.Headers;
using Hub.Simulators.Dignio;
using Hub.Tests.Support;

namespace Hub.AcceptanceTests.Staging;

/// <summary>Someone with a key who sends to the hub.</summary>
internal sealed class Caller(HttpClient http, TestKey key, List<Reply> heard)
{
    /// <summary>Sends one event to a tenant's webhook.</summary>
    public Task<Reply> SendAsync(Municipality to, FeedEvent e) => PostAsync($"in/{to.Name}/feed", DignioJson.Write(e), "application/json");

    /// <summary>Sends several events as one batch.</summary>
    public Task<Reply> SendAsync(Municipality to, params IReadOnlyList<FeedEvent> events) =>
        PostAsync($"in/{to.Name}/feed", DignioJson.WriteBatch(events), "application/json");

    /// <summary>Posts a form with the service codes on whose behalf is asked.</summary>
    public Task<Reply> FormAsync(string address, string? form, string? services) => SendAsync(
        address,
        form is null ? null : new StringContent(form, System.Text.Encoding.ASCII, "application/x-www-form-urlencoded"),
        services);

    /// <summary>Posts bytes anywhere.</summary>
    public Task<Reply> PostAsync(string address, ReadOnlyMemory<byte> body, string mediaType) =>
        SendAsync(address, new ReadOnlyMemoryContent(body) { Headers = { ContentType = MediaTypeHeaderValue.Parse(mediaType) } }, null);

    private async Task<Reply> SendAsync(string address, HttpContent? content, string? services)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key.Value);
        request.Content = content;
        if (services is not null)
            request.Headers.Add("ServiceCodes", services);
        using var response = await http.SendAsync(request);
        var answer = new Reply(response.StatusCode, await response.Content.ReadAsStringAsync());
        lock (heard)
            heard.Add(answer);
        return answer;
    }
}
