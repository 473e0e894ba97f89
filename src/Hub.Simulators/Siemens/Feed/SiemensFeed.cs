using System.Net.Http.Headers;
using System.Text.Json;

namespace Hub.Simulators.Siemens;

/// <summary>The vendor's sending side: posts Bundles to the hub over one connection, sends again with the same bytes until it is answered, and keeps count.</summary>
public sealed class SiemensFeed : IDisposable
{
    private static readonly TimeSpan[] Waits = [TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(200), TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(1)];

    private readonly HttpClient _http;
    private readonly Uri _target;
    private readonly TimeProvider _time;
    private readonly Lock _gate = new();
    private readonly List<SentBundle> _sent = [];

    /// <summary>A feed.</summary>
    /// <param name="target">Address of the connection: <c>http://host/connections/NAME/fhir</c>.</param>
    /// <param name="key">The connection's key.</param>
    /// <param name="time">The clock; null = the system's.</param>
    public SiemensFeed(Uri target, string key, TimeProvider? time = null)
    {
        (_target, _time) = (target, time ?? TimeProvider.System);
        _http = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(1) }) { Timeout = TimeSpan.FromSeconds(10) };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
    }

    /// <summary>What was sent and answered, in order.</summary>
    public IReadOnlyList<SentBundle> Sent
    {
        get
        {
            lock (_gate)
                return [.. _sent];
        }
    }

    /// <summary>Entries that the hub has.</summary>
    public int Taken => Sent.Sum(s => s.Taken);

    /// <summary>Entries that the hub turned away.</summary>
    public int Refused => Sent.Sum(s => s.Refused);

    /// <summary>Sends Bundles in order at an even pace.</summary>
    /// <param name="bundles">The Bundles.</param>
    /// <param name="perSecond">Bundles per second; 0 = as fast as they are answered.</param>
    /// <param name="cancel">Ends the feed.</param>
    /// <returns>How many were posted.</returns>
    public async Task<int> RunAsync(IEnumerable<SiemensBundle> bundles, double perSecond, CancellationToken cancel)
    {
        var start = _time.GetTimestamp();
        var sent = 0;
        foreach (var bundle in bundles)
        {
            var due = perSecond > 0 ? TimeSpan.FromSeconds(sent / perSecond) - _time.GetElapsedTime(start) : TimeSpan.Zero;
            try
            {
                if (due > TimeSpan.Zero)
                    await Task.Delay(due, _time, cancel);
                if (cancel.IsCancellationRequested)
                    return sent;
                await SendAsync(bundle, cancel);
            }
            catch (OperationCanceledException)
            {
                return sent;
            }

            sent++;
        }

        return sent;
    }

    /// <summary>Sends one Bundle until it is answered.</summary>
    /// <param name="bundle">The Bundle.</param>
    /// <param name="cancel">Gives up between tries.</param>
    /// <returns>What became of it.</returns>
    /// <exception cref="OperationCanceledException">Given up.</exception>
    public async Task<SentBundle> SendAsync(SiemensBundle bundle, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            var (status, body, wait) = await PostAsync(bundle.Bytes);
            if (status is not (0 or 408 or 429 or >= 500))
                return Note(Read(bundle, attempt, status, body));
            await Task.Delay(wait ?? Waits[Math.Min(attempt - 1, Waits.Length - 1)], _time, cancel);
        }
    }

    /// <summary>Closes the connections.</summary>
    public void Dispose() => _http.Dispose();

    private async Task<(int Status, byte[] Body, TimeSpan? Wait)> PostAsync(byte[] bytes)
    {
        try
        {
            using var content = new ByteArrayContent(bytes);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/fhir+json");
            using var response = await _http.PostAsync(_target, content);
            return ((int)response.StatusCode, await response.Content.ReadAsByteArrayAsync(), response.Headers.RetryAfter?.Delta);
        }
        catch (Exception lost) when (lost is HttpRequestException or TaskCanceledException or IOException)
        {
            return (0, [], null);
        }
    }

    // An entry of status 200 or 202 with a place is one that the hub has; one without a place only belonged to others.
    private static SentBundle Read(SiemensBundle bundle, int posts, int status, byte[] body)
    {
        var (taken, refused, places) = (0, 0, new List<string>());
        if (status == 200)
        {
            using var document = JsonDocument.Parse(body);
            foreach (var response in document.RootElement.GetProperty("entry").EnumerateArray().Select(e => e.GetProperty("response")))
            {
                if (response.TryGetProperty("location", out var place))
                {
                    taken++;
                    places.Add(place.GetString()!);
                }
                else if (response.GetProperty("status").GetString()![0] != '2')
                {
                    refused++;
                }
            }
        }

        return new SentBundle(bundle, status, posts, taken, status == 200 ? refused : bundle.Sources.Count, places);
    }

    private SentBundle Note(SentBundle sent)
    {
        lock (_gate)
            _sent.Add(sent);
        return sent;
    }
}

/// <summary>A Bundle that was sent and answered.</summary>
/// <param name="Bundle">The Bundle.</param>
/// <param name="Status">HTTP status of the last answer.</param>
/// <param name="Posts">How many times it was posted.</param>
/// <param name="Taken">Entries that the hub has.</param>
/// <param name="Refused">Entries that it turned away.</param>
/// <param name="Places">Where the hub keeps the entries: type and message number.</param>
public sealed record SentBundle(SiemensBundle Bundle, int Status, int Posts, int Taken, int Refused, IReadOnlyList<string> Places);
