using System.Net.Http.Headers;

namespace Hub.Simulators.Dignio;

/// <summary>The vendor's system: posts events to the hub one after the other, sends an event again with the same id until it is answered, and keeps a ledger. Modelled; no vendor's own interface is public.</summary>
public sealed class DignioFeed : IDisposable
{
    private static readonly TimeSpan[] Waits = [TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(200), TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(1)];

    private readonly FeedTarget _target;
    private readonly TimeProvider _time;
    private readonly HttpClient _http;

    /// <summary>A feed.</summary>
    /// <param name="target">Where to.</param>
    /// <param name="time">The clock; null = the system's.</param>
    public DignioFeed(FeedTarget target, TimeProvider? time = null)
    {
        _target = target;
        _time = time ?? TimeProvider.System;
        _http = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(1) }) { Timeout = TimeSpan.FromSeconds(10) };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", target.Key);
    }

    /// <summary>What was sent and answered.</summary>
    public FeedLedger Ledger { get; } = new();

    /// <summary>Sends events in order at an even pace.</summary>
    /// <param name="events">The events.</param>
    /// <param name="perSecond">Events per second; 0 = as fast as they are answered.</param>
    /// <param name="cancel">Ends the feed; the event under way is given a last chance to be answered.</param>
    /// <returns>Number of events posted.</returns>
    public async Task<int> RunAsync(IEnumerable<FeedEvent> events, double perSecond, CancellationToken cancel)
    {
        var start = _time.GetTimestamp();
        var sent = 0;
        foreach (var e in events)
        {
            var due = perSecond > 0 ? TimeSpan.FromSeconds(sent / perSecond) - _time.GetElapsedTime(start) : TimeSpan.Zero;
            try
            {
                if (due > TimeSpan.Zero)
                    await Task.Delay(due, _time, cancel);
            }
            catch (OperationCanceledException)
            {
                return sent;
            }
            if (cancel.IsCancellationRequested)
                return sent;
            await SendAsync(e, cancel);
            sent++;
        }
        return sent;
    }

    /// <summary>Sends one event until it is answered.</summary>
    /// <param name="e">The event.</param>
    /// <param name="cancel">Gives up between tries; the entry stays <see cref="FeedState.Unknown"/> then.</param>
    /// <returns>The ledger's entry.</returns>
    public async Task<FeedEntry> SendAsync(FeedEvent e, CancellationToken cancel)
    {
        var entry = Ledger.Open(e);
        var body = DignioJson.Write(e);
        for (var attempt = 0; ; attempt++)
        {
            var wait = await PostAsync(entry, body);
            if (wait is null)
                return entry;
            try
            {
                await Task.Delay(wait.Value > TimeSpan.Zero ? wait.Value : Waits[Math.Min(attempt, Waits.Length - 1)], _time, cancel);
            }
            catch (OperationCanceledException)
            {
                return entry;
            }
        }
    }

    /// <summary>Closes the connections.</summary>
    public void Dispose() => _http.Dispose();

    // Null = answered for good; else how long to wait before the next try (zero = as usual).
    private async Task<TimeSpan?> PostAsync(FeedEntry entry, ReadOnlyMemory<byte> body)
    {
        entry.Posts++;
        try
        {
            using var content = new ReadOnlyMemoryContent(body);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            using var response = await _http.PostAsync(_target.Url, content);
            return Note(entry, (int)response.StatusCode, await response.Content.ReadAsByteArrayAsync(), response.Headers.RetryAfter?.Delta);
        }
        catch (Exception lost) when (lost is HttpRequestException or TaskCanceledException or IOException)
        {
            entry.Status = 0;
            return TimeSpan.Zero;
        }
    }

    private static TimeSpan? Note(FeedEntry entry, int status, byte[] answer, TimeSpan? retryAfter)
    {
        entry.Status = status;
        if (status is 408 or 429 or >= 500)
            return retryAfter ?? TimeSpan.Zero;
        if (status is 200 or 202)
        {
            if (status == 200)
                entry.Repeats++;
            entry.State = FeedState.Taken;
            if (entry.MessageIds.Count == 0)
                entry.MessageIds = HubAnswer.MessageIds(answer);
        }
        else if (entry.State == FeedState.Unknown)
        {
            entry.State = FeedState.Refused;
        }
        return null;
    }
}
