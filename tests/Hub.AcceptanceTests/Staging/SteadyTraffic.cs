using System.Net;
using Hub.Simulators.Dignio;
using Hub.Tests.Support;

namespace Hub.AcceptanceTests.Staging;

/// <summary>A vendor that sends measurements one after the other until the hub is gone, and keeps what it sent and what it was told.</summary>
internal sealed class SteadyTraffic
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Caller _vendor;
    private readonly Municipality _to;
    private readonly List<(FeedEvent Event, Reply? Answer)> _sent = [];
    private readonly Task _loop;

    private SteadyTraffic(Caller vendor, Municipality to)
    {
        (_vendor, _to) = (vendor, to);
        _loop = Task.Run(SendAsync);
    }

    /// <summary>Everything sent so far, in order; no answer = the hub was gone.</summary>
    public IReadOnlyList<(FeedEvent Event, Reply? Answer)> Sent
    {
        get
        {
            lock (_sent)
                return [.. _sent];
        }
    }

    /// <summary>Every event that the hub said it has taken.</summary>
    public IReadOnlyList<(FeedEvent Event, string Message)> Accepted => [.. Sent.Where(s => s.Answer?.Status == HttpStatusCode.Accepted).Select(s => (s.Event, s.Answer!.Messages[0]))];

    public static SteadyTraffic Start(Caller vendor, Municipality to) => new(vendor, to);

    /// <summary>Waits until so many more have been accepted.</summary>
    public Task MoreAsync(int count)
    {
        var goal = Accepted.Count + count;
        return Wait.UntilAsync($"{goal} accepted", Patience, () => Accepted.Count >= goal, () => $"{Accepted.Count} are; the last answer: {Sent[^1].Answer}");
    }

    /// <summary>Waits until the hub no longer answers.</summary>
    public Task EndAsync() => _loop.WaitAsync(Patience);

    private async Task SendAsync()
    {
        // A pace that any machine keeps up with: the backup falls into it, and the proof stays countable.
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        for (var n = 0; await pace.WaitForNextTickAsync(); n++)
        {
            var e = Events.Pulse($"steady-{n:00000}", Events.People[n % Events.People.Count], 50 + (n % 100));
            try
            {
                Note(e, await _vendor.SendAsync(_to, e));
            }
            catch (Exception gone) when (gone is HttpRequestException or ObjectDisposedException or OperationCanceledException)
            {
                Note(e, null);
                return;
            }
        }
    }

    private void Note(FeedEvent e, Reply? answer)
    {
        lock (_sent)
            _sent.Add((e, answer));
    }
}
