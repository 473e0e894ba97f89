using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Hub.Host.Supervision;

/// <summary>Tells systemd how the program fares: one datagram of lines to the socket that <c>NOTIFY_SOCKET</c> names (sd_notify(3)).</summary>
internal sealed class SystemdSocket : IDisposable
{
    private readonly Socket _socket;
    private readonly UnixDomainSocketEndPoint _systemd;

    private SystemdSocket(Socket socket, UnixDomainSocketEndPoint systemd, TimeSpan? watchdog) => (_socket, _systemd, Watchdog) = (socket, systemd, watchdog);

    /// <summary>Within what time systemd wants to hear that the program lives; null when it does not want to.</summary>
    public TimeSpan? Watchdog { get; }

    /// <summary>Opens the socket.</summary>
    /// <param name="variable">Reads an environment variable.</param>
    /// <returns>The socket; null when the program was not started by systemd, or by a unit that wants to hear nothing.</returns>
    public static SystemdSocket? Open(Func<string, string?> variable)
    {
        // A path, or a name of the abstract namespace, which begins with @ where the address has a zero byte.
        if (variable("NOTIFY_SOCKET") is not ['/' or '@', _, ..] name || OperatingSystem.IsWindows())
            return null;
        var address = new UnixDomainSocketEndPoint(name[0] == '@' ? "\0" + name[1..] : name);
        return new SystemdSocket(new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified), address, WatchdogOf(variable));
    }

    /// <summary>Says something. What systemd does not take is lost, and no fault of the program's.</summary>
    /// <param name="lines">What to say: <c>NAME=VALUE</c> each.</param>
    /// <returns>False when it was not taken.</returns>
    public bool Say(params IEnumerable<string> lines)
    {
        try
        {
            _socket.SendTo(Encoding.UTF8.GetBytes(string.Join('\n', lines)), _systemd);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _socket.Dispose();

    // Meant for another process when it names one: sd_watchdog_enabled(3).
    private static TimeSpan? WatchdogOf(Func<string, string?> variable)
    {
        if (variable("WATCHDOG_PID") is { Length: > 0 } pid && pid != Environment.ProcessId.ToString(CultureInfo.InvariantCulture))
            return null;
        return long.TryParse(variable("WATCHDOG_USEC"), NumberStyles.None, CultureInfo.InvariantCulture, out var microseconds) && microseconds > 0 ? TimeSpan.FromMicroseconds(microseconds) : null;
    }
}
