using Hub.Simulators.Loopback;

namespace Hub.Simulators.Dignio;

/// <summary>One connection of a load. Event numbers are dealt out so that a connection has every m-th of them.</summary>
internal sealed class LoadConnection(LoadOptions options, FeedTarget target, IReadOnlyList<string> patients, int no, long start, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly LoadRequest _request = new(target, options.Prefix);
    private long? _over;

    public List<int> Taken { get; } = [];

    public List<int> Unanswered { get; } = [];

    public LatencyHistogram Latency { get; } = new();

    public long Posts { get; private set; }

    public int Refused { get; private set; }

    public int Repeated { get; private set; }

    public async Task RunAsync(CancellationToken cancel)
    {
        using var http = new RawHttpConnection(target.Url);
        for (long number = no; number < options.Count && !Over(cancel); number += options.Connections)
        {
            var due = options.Rate > 0 ? TimeSpan.FromSeconds(number / options.Rate) : time.GetElapsedTime(start);
            var early = due - time.GetElapsedTime(start);
            if (early > TimeSpan.Zero)
            {
                await Task.Delay(early, time, CancellationToken.None);
                // The timer's own lateness is not the hub's.
                due = time.GetElapsedTime(start);
            }
            await SendAsync(http, (int)number, due, cancel);
        }
    }

    private async Task SendAsync(RawHttpConnection http, int number, TimeSpan due, CancellationToken cancel)
    {
        // The same bytes for every try: the hub compares them.
        var request = _request.Of(number, patients[number / options.Connections % patients.Count], time.GetUtcNow());
        for (var first = true; ; first = false)
        {
            Posts++;
            using var slow = new CancellationTokenSource(TimeSpan.FromSeconds(10), time);
            var status = await http.SendAsync(request, slow.Token);
            if (status is 200 or 202)
            {
                if (first)
                    Latency.Record(time.GetElapsedTime(start) - due);
                Taken.Add(number);
                Repeated += status == 200 ? 1 : 0;
                return;
            }
            if (status is >= 400 and < 500 and not 408 and not 429)
            {
                Refused++;
                return;
            }
            if (Over(cancel) && time.GetElapsedTime(_over ??= time.GetTimestamp()) > options.Patience)
            {
                Unanswered.Add(number);
                return;
            }
            await Task.Delay(Pause, time, CancellationToken.None);
        }
    }

    private bool Over(CancellationToken cancel) => cancel.IsCancellationRequested || time.GetElapsedTime(start) >= options.Duration;
}
