using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Hub.Benchmarks.Load;

/// <summary>One keep-alive connection that reads just enough of an answer to know its status and where it ends.</summary>
public sealed class LoadConnection : IDisposable
{
    private const int LargestAnswer = 1024 * 1024;

    private readonly Socket _socket;
    private readonly RequestTemplate _template;
    private readonly byte[] _request;
    private byte[] _answer = new byte[16 * 1024];

    private LoadConnection(Socket socket, RequestTemplate template)
    {
        _socket = socket;
        _template = template;
        _request = new byte[template.Length];
    }

    public static async Task<LoadConnection> OpenAsync(IPEndPoint endpoint, RequestTemplate template)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(endpoint);
        return new LoadConnection(socket, template);
    }

    /// <summary>Sends one request and reads its answer.</summary>
    /// <returns>The HTTP status.</returns>
    public async ValueTask<int> ExchangeAsync(long serial, byte[] patient)
    {
        _template.Write(_request, serial, patient);
        for (var sent = 0; sent < _request.Length;)
            sent += await _socket.SendAsync(_request.AsMemory(sent), SocketFlags.None);
        var read = 0;
        while (true)
        {
            var n = await _socket.ReceiveAsync(_answer.AsMemory(read), SocketFlags.None);
            if (n == 0)
                throw new IOException("The server closed the connection.");
            read += n;
            if (IsComplete(_answer.AsSpan(0, read)))
                return int.Parse(_answer.AsSpan(9, 3), CultureInfo.InvariantCulture);
            if (read == LargestAnswer)
                throw new IOException("The answer is larger than a benchmark expects.");
            if (read == _answer.Length)
                Array.Resize(ref _answer, _answer.Length * 2);
        }
    }

    public void Dispose() => _socket.Dispose();

    private static bool IsComplete(ReadOnlySpan<byte> answer)
    {
        var end = answer.IndexOf("\r\n\r\n"u8);
        if (end < 0)
            return false;
        var body = answer[(end + 4)..];
        var head = Encoding.ASCII.GetString(answer[..end]);
        var length = head.IndexOf("content-length:", StringComparison.OrdinalIgnoreCase);
        if (length >= 0)
        {
            var line = head.AsSpan(length + 15);
            var stop = line.IndexOf('\r');
            return body.Length >= int.Parse(stop < 0 ? line : line[..stop], CultureInfo.InvariantCulture);
        }

        return !head.Contains("chunked", StringComparison.OrdinalIgnoreCase) || body.EndsWith("0\r\n\r\n"u8);
    }
}
