using System.Diagnostics;
using System.Net.Sockets;

namespace Hub.ChaosTests.Load;

/// <summary>What a balancer knows of its nodes: asks each whether it is ready, and sends only to those that said so a moment ago.</summary>
internal sealed class Balancer : IAsyncDisposable
{
    // Well within the time for which a node that leaves goes on answering.
    private static readonly TimeSpan Fresh = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly IReadOnlyList<Uri> _nodes;
    private readonly long[] _readyAt;
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(2) };
    private readonly CancellationTokenSource _end = new();
    private readonly Task _asking;

    public Balancer(IReadOnlyList<Uri> nodes)
    {
        (_nodes, _readyAt) = (nodes, new long[nodes.Count]);
        _asking = Task.WhenAll(Enumerable.Range(0, nodes.Count).Select(i => Task.Run(() => AskAsync(i))));
    }

    public IReadOnlyList<Uri> Ready => [.. _nodes.Where((_, i) => Volatile.Read(ref _readyAt[i]) is > 0 and var at && Stopwatch.GetElapsedTime(at) < Fresh)];

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _asking;
        _http.Dispose();
        _end.Dispose();
    }

    private async Task AskAsync(int node)
    {
        while (!_end.IsCancellationRequested)
        {
            // The answer is as old as the question.
            var asked = Stopwatch.GetTimestamp();
            Volatile.Write(ref _readyAt[node], await IsReadyAsync(_nodes[node]) ? asked : 0);
            await Task.Delay(Pause, _end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<bool> IsReadyAsync(Uri node)
    {
        try
        {
            using var answer = await _http.GetAsync(new Uri(node, "health/ready"), _end.Token);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException or SocketException)
        {
            return false;
        }
    }
}
