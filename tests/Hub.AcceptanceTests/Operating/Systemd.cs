using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using Hub.Tests.Support;

namespace Hub.AcceptanceTests.Operating;

/// <summary>What a service hears of systemd: the socket that it tells how it fares.</summary>
internal sealed class Systemd : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hub-systemd-").FullName;
    private readonly Socket _socket = new(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
    private readonly List<(TimeSpan At, string Text)> _heard = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly Task _loop;

    /// <param name="isAbstract">Whether the socket has a name of the abstract namespace, as it has in a container.</param>
    public Systemd(bool isAbstract)
    {
        Name = isAbstract ? $"@hub-systemd-{Guid.NewGuid():N}" : Path.Combine(_folder, "notify");
        _socket.Bind(new UnixDomainSocketEndPoint(isAbstract ? "\0" + Name[1..] : Name));
        _loop = Task.Run(HearAsync);
    }

    /// <summary>As <c>NOTIFY_SOCKET</c> has it.</summary>
    public string Name { get; }

    /// <summary>What was said, and when.</summary>
    public IReadOnlyList<(TimeSpan At, string Text)> Heard
    {
        get
        {
            lock (_heard)
                return [.. _heard];
        }
    }

    /// <summary>When something was said.</summary>
    public IReadOnlyList<TimeSpan> When(string line) => [.. Heard.Where(h => h.Text.Split('\n').Contains(line)).Select(h => h.At)];

    /// <summary>A command line that starts a service as a unit with Type=notify does.</summary>
    /// <param name="watchdog">As <c>WatchdogSec</c> has it.</param>
    public IReadOnlyList<string> Starts(TimeSpan watchdog) => ["env", $"NOTIFY_SOCKET={Name}", FormattableString.Invariant($"WATCHDOG_USEC={watchdog.TotalMicroseconds:0}")];

    /// <summary>Waits until something was said.</summary>
    public Task UntilAsync(string line, TimeSpan patience) => Wait.UntilAsync($"{line} is said", patience, () => When(line).Count > 0, () => string.Join(Environment.NewLine, Heard));

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _loop;
        _socket.Dispose();
        _stop.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task HearAsync()
    {
        var buffer = new byte[4096];
        try
        {
            while (true)
            {
                var length = await _socket.ReceiveAsync(buffer, SocketFlags.None, _stop.Token);
                lock (_heard)
                    _heard.Add((_clock.Elapsed, Encoding.UTF8.GetString(buffer, 0, length)));
            }
        }
        catch (OperationCanceledException)
        {
            return;
        }
    }
}
