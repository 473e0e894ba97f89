using System.Net.Http.Headers;
using Hub.Simulators.Dignio;

namespace Hub.Simulators.CheckWare;

/// <summary>The system as a sender: posts each delivery to the hub until it is answered for good. Modelled.</summary>
public sealed class CheckWareFeed : IDisposable
{
    private static readonly TimeSpan Wait = TimeSpan.FromMilliseconds(200);
    private readonly HttpClient _http;
    private readonly FeedTarget _target;
    private readonly TimeProvider _time;
    private int _taken;
    private int _refused;

    /// <summary>A feed.</summary>
    /// <param name="target">Where to.</param>
    /// <param name="time">The clock; null = the system's.</param>
    public CheckWareFeed(FeedTarget target, TimeProvider? time = null)
    {
        (_target, _time) = (target, time ?? TimeProvider.System);
        _http = new HttpClient { Timeout = TimeSpan.FromSeconds(10) };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", target.Key);
    }

    /// <summary>Deliveries that the hub has.</summary>
    public int Taken => Volatile.Read(ref _taken);

    /// <summary>Deliveries that the hub refused.</summary>
    public int Refused => Volatile.Read(ref _refused);

    /// <summary>Sends deliveries one after the other.</summary>
    /// <param name="forms">The deliveries.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>When all are answered.</returns>
    public async Task RunAsync(IEnumerable<AnsweredForm> forms, CancellationToken cancel)
    {
        foreach (var form in forms)
            await SendAsync(form, cancel);
    }

    /// <summary>Sends a delivery until it is answered for good.</summary>
    /// <param name="form">The delivery.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The HTTP status.</returns>
    public async Task<int> SendAsync(AnsweredForm form, CancellationToken cancel)
    {
        var body = CheckWareJson.Write(form);
        while (true)
        {
            var status = await PostAsync(body, cancel);
            if (status is 200 or 202)
                Interlocked.Increment(ref _taken);
            else if (status is >= 400 and < 500 and not (408 or 429))
                Interlocked.Increment(ref _refused);
            if (status is not (0 or 408 or 429 or >= 500))
                return status;
            await Task.Delay(Wait, _time, cancel);
        }
    }

    /// <summary>Closes the connections.</summary>
    public void Dispose() => _http.Dispose();

    private async Task<int> PostAsync(byte[] body, CancellationToken cancel)
    {
        try
        {
            using var content = new ByteArrayContent(body);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            using var response = await _http.PostAsync(_target.Url, content, cancel);
            return (int)response.StatusCode;
        }
        catch (Exception lost) when (lost is HttpRequestException or IOException)
        {
            return 0;
        }
    }
}
