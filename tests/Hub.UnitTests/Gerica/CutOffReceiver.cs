using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Hub.UnitTests.Gerica;

/// <summary>Answers one call with bytes that end too early, then closes in good order, so that the part that was sent arrives.</summary>
internal sealed class CutOffReceiver : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public CutOffReceiver(string answer)
    {
        _listener.Start();
        Url = new Uri($"http://{_listener.LocalEndpoint}");
        Answering = AnswerAsync(Encoding.ASCII.GetBytes(answer.ReplaceLineEndings("\r\n")));
    }

    public Uri Url { get; }

    public Task Answering { get; }

    public void Dispose() => _listener.Dispose();

    private async Task AnswerAsync(byte[] answer)
    {
        using var client = await _listener.AcceptTcpClientAsync();
        var stream = client.GetStream();
        var buffer = new byte[64 * 1024];
        await stream.ReadAtLeastAsync(buffer, 200, throwOnEndOfStream: false);
        await stream.WriteAsync(answer);
        client.Client.Shutdown(SocketShutdown.Send);
        int read;
        do
            read = await stream.ReadAsync(buffer);
        while (read > 0);
    }
}
