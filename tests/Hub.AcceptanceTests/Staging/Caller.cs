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

    /// <summary>Posts bytes anywhere.</summary>
    public async Task<Reply> PostAsync(string address, ReadOnlyMemory<byte> body, string mediaType)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key.Value);
        request.Content = new ReadOnlyMemoryContent(body) { Headers = { ContentType = MediaTypeHeaderValue.Parse(mediaType) } };
        using var response = await http.SendAsync(request);
        var answer = new Reply(response.StatusCode, await response.Content.ReadAsStringAsync());
        lock (heard)
            heard.Add(answer);
        return answer;
    }
}
