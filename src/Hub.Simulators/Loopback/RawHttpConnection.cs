using System.Buffers.Text;
using System.Net.Sockets;

namespace Hub.Simulators.Loopback;

/// <summary>One HTTP/1.1 connection that spends as little as possible: ready bytes out, status and body in. For load, where a full client would cost more than what is measured.</summary>
internal sealed class RawHttpConnection(Uri server) : IDisposable
{
    private readonly byte[] _buffer = new byte[64 * 1024];
    private Socket? _socket;

    /// <summary>Body of the last answer; good until the next request. A chunked one still has its chunk sizes in it.</summary>
    public ReadOnlyMemory<byte> Body { get; private set; }

    /// <summary>Sends a whole request and waits for its answer.</summary>
    /// <returns>The HTTP status; 0 when the connection was lost before the answer was whole.</returns>
    public async ValueTask<int> SendAsync(ReadOnlyMemory<byte> request, CancellationToken cancel)
    {
        try
        {
            var socket = _socket ??= await ConnectAsync(cancel);
            while (!request.IsEmpty)
                request = request[await socket.SendAsync(request, SocketFlags.None, cancel)..];
            return await ReceiveAsync(socket, cancel);
        }
        catch (Exception lost) when (lost is SocketException or OperationCanceledException)
        {
            Dispose();
            return 0;
        }
    }

    public void Dispose()
    {
        _socket?.Dispose();
        _socket = null;
    }

    private async Task<Socket> ConnectAsync(CancellationToken cancel)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(server.Host, server.Port, cancel);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private async ValueTask<int> ReceiveAsync(Socket socket, CancellationToken cancel)
    {
        var used = 0;
        while (used < _buffer.Length)
        {
            var read = await socket.ReceiveAsync(_buffer.AsMemory(used), SocketFlags.None, cancel);
            if (read == 0)
                break;
            used += read;
            if (Whole(_buffer.AsSpan(0, used)) is not { } answer)
                continue;
            Body = _buffer.AsMemory(answer.BodyAt, used - answer.BodyAt);
            if (answer.Close)
                Dispose();
            return answer.Status;
        }
        Dispose();
        return 0;
    }

    private static (int Status, int BodyAt, bool Close)? Whole(ReadOnlySpan<byte> answer)
    {
        var end = answer.IndexOf("\r\n\r\n"u8);
        if (end < 12 || !Utf8Parser.TryParse(answer[9..12], out int status, out _))
            return null;
        var head = answer[..(end + 2)];
        var bodyAt = end + 4;
        var close = Header(head, "\r\nconnection: "u8).StartsWith("close"u8);
        if (Header(head, "\r\ntransfer-encoding: "u8).StartsWith("chunked"u8))
            return answer.EndsWith("0\r\n\r\n"u8) ? (status, bodyAt, close) : null;
        var length = Utf8Parser.TryParse(Header(head, "\r\ncontent-length: "u8), out int given, out _) ? given : 0;
        return answer.Length >= bodyAt + length ? (status, bodyAt, close) : null;
    }

    private static ReadOnlySpan<byte> Header(ReadOnlySpan<byte> head, ReadOnlySpan<byte> name)
    {
        for (var at = 0; at + name.Length <= head.Length; at++)
        {
            if (head[at] == '\r' && System.Text.Ascii.EqualsIgnoreCase(head.Slice(at, name.Length), name))
                return head[(at + name.Length)..];
        }
        return [];
    }
}
