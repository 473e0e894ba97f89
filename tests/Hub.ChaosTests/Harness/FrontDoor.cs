using System.Net;
using System.Net.Sockets;

namespace Hub.ChaosTests.Harness;

/// <summary>One address for all nodes, as counterparts know it: each connection goes to a node that is ready.</summary>
internal sealed class FrontDoor : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Func<IReadOnlyList<Uri>> _ready;
    private readonly Task _accepting;
    private uint _turn;

    public FrontDoor(Func<IReadOnlyList<Uri>> ready)
    {
        _ready = ready;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public Uri Url => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _accepting;
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            try
            {
                _ = CarryAsync(await _listener.AcceptTcpClientAsync(_end.Token));
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task CarryAsync(TcpClient client)
    {
        using var near = client;
        using var far = new TcpClient { NoDelay = true };
        try
        {
            // Nobody ready: the caller sees a connection that ends at once, as with any balancer.
            if (_ready() is not { Count: > 0 } ready)
                return;
            await far.ConnectAsync(IPAddress.Loopback, ready[(int)(Interlocked.Increment(ref _turn) % (uint)ready.Count)].Port, _end.Token);
            near.NoDelay = true;
            await Task.WhenAny(
                near.GetStream().CopyToAsync(far.GetStream(), _end.Token),
                far.GetStream().CopyToAsync(near.GetStream(), _end.Token));
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or OperationCanceledException or InvalidOperationException)
        {
            // An end that hangs up is the other one's to deal with.
            return;
        }
    }
}
