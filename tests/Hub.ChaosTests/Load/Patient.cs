using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text.Json;
using Hub.Core.Content;
using Hub.Simulators.Dignio;

namespace Hub.ChaosTests.Load;

/// <summary>One patient's phone: sends one event after the other, and each of them until it is answered, wherever a node answers.</summary>
internal sealed class Patient(string tenant, SyntheticPerson person, string key, Func<IReadOnlyList<Uri>> nodes, HttpClient http, Func<string, DateTimeOffset, HomeContent>? contents = null)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(60);
    private readonly List<SentEvent> _sent = [];
    private int _node = person.No;

    public string Tenant => tenant;

    public string NationalId => person.NationalId;

    /// <summary>Whether the nodes that it knows are those that a balancer holds for ready.</summary>
    public bool IsBalanced { get; init; }

    /// <summary>In the order sent; read it when the load has ended.</summary>
    public IReadOnlyList<SentEvent> Sent => _sent;

    /// <summary>Sends until told to stop; the event under way is sent until it is answered.</summary>
    public async Task SendAsync(TimeSpan pace, CancellationToken stop, CancellationToken giveUp)
    {
        while (!stop.IsCancellationRequested)
        {
            await SendOneAsync(giveUp);
            try
            {
                await Task.Delay(pace, stop);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    /// <summary>Sends one event until it is answered.</summary>
    public async Task<SentEvent> SendOneAsync(CancellationToken giveUp)
    {
        var e = new SentEvent(tenant, person.NationalId, $"{person.No}-{_sent.Count}") { IsBalanced = IsBalanced };
        _sent.Add(e);
        await UntilAnsweredAsync(e, giveUp);
        return e;
    }

    private async Task UntilAnsweredAsync(SentEvent e, CancellationToken giveUp)
    {
        var body = Body(e);
        while (e.MessageId is null && e.Refused is null && !giveUp.IsCancellationRequested)
        {
            if (await TryAsync(e, body, giveUp))
                return;
            _node++;
            await Task.Delay(Patience, CancellationToken.None);
        }
    }

    private async Task<bool> TryAsync(SentEvent e, ReadOnlyMemory<byte> body, CancellationToken giveUp)
    {
        var all = nodes();
        if (all.Count == 0)
            return false;
        e.Posts++;
        var node = all[_node % all.Count];
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(node, $"in/{tenant}/feed"));
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
            request.Content = new ReadOnlyMemoryContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
            using var answer = await http.SendAsync(request, giveUp);
            e.Add(new Try(node, (int)answer.StatusCode) { SaysWhen = answer.Headers.RetryAfter is not null });
            if ((int)answer.StatusCode is 408 or 429 or >= 500)
                return false;
            if ((int)answer.StatusCode is not (200 or 202))
            {
                e.Refused = (int)answer.StatusCode;
                return true;
            }

            using var json = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync(giveUp));
            e.MessageId = long.Parse(json.RootElement.GetProperty("entries")[0].GetProperty("messages")[0].GetString()!, System.Globalization.CultureInfo.InvariantCulture);
            return true;
        }
        catch (Exception lost) when (lost is HttpRequestException or IOException or OperationCanceledException or JsonException)
        {
            // Unknown: the hub may have it or not. The same event is sent again.
            if (e.Tries.Count < e.Posts)
                e.Add(new Try(node, null, Reason(lost)));
            return false;
        }
    }

    private static Lost Reason(Exception lost) => lost switch
    {
        OperationCanceledException => Lost.Late,
        HttpRequestException { InnerException: SocketException { SocketErrorCode: SocketError.ConnectionRefused } } => Lost.Refused,
        _ => Lost.Cut,
    };

    private ReadOnlyMemory<byte> Body(SentEvent e)
    {
        var at = DateTimeOffset.UtcNow.AddMinutes(-5);
        return DignioJson.Write(new FeedEvent(e.EventId, person, at, at, contents?.Invoke(e.EventId, at) ?? Pulse(at)));
    }

    private Measurement Pulse(DateTimeOffset at) =>
        new(MeasurementKind.HeartRate, new ClinicalTime(at)) { Value = Measured.Of(60 + (_sent.Count % 60), "/min") };
}
