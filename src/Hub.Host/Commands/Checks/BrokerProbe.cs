using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;

namespace Hub.Host.Commands.Checks;

/// <summary>Asks whether a broker is there: says AMQP's greeting and waits for the answer (AMQP 0-9-1 section 2.2.4 and 4.2.2). Logs in nowhere.</summary>
internal static class BrokerProbe
{
    private static readonly byte[] Greeting = "AMQP\0\0\x09\x01"u8.ToArray();

    /// <summary>Asks.</summary>
    /// <param name="broker">Address; its user and password are not used.</param>
    /// <param name="patience">How long it may take.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>What was found.</returns>
    public static async Task<Finding> AskAsync(Uri broker, TimeSpan patience, CancellationToken cancel)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        deadline.CancelAfter(patience);
        var isSecure = broker.Scheme == "amqps";
        var (host, port) = (broker.Host, broker.IsDefaultPort || broker.Port < 0 ? isSecure ? 5671 : 5672 : broker.Port);
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(host, port, deadline.Token);
            await using var secure = isSecure ? new SslStream(client.GetStream()) : null;
            if (secure is not null)
                await secure.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = host }, deadline.Token);
            Stream stream = secure is null ? client.GetStream() : secure;
            await stream.WriteAsync(Greeting, deadline.Token);
            var answer = new byte[7];
            await stream.ReadExactlyAsync(answer, deadline.Token);

            // A method frame on channel 0: Connection.Start. A broker of another version answers with its own greeting instead.
            return answer[0] == 1 && answer[1] == 0 && answer[2] == 0
                ? Finding.Ok("broker", $"{host}:{port} answers")
                : new Finding("broker", Verdict.Failed, $"What answers at {host}:{port} is no broker of AMQP 0-9-1", "Correct HUB_RABBITMQ.");
        }
        catch (Exception e) when (e is SocketException or IOException or AuthenticationException || (e is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            var why = e switch { SocketException s => s.SocketErrorCode.ToString(), AuthenticationException => "its certificate does not hold", OperationCanceledException => "no answer in time", _ => "it closed the connection" };
            return new Finding("broker", Verdict.Failed, $"{host}:{port}: {why}", "Start the broker, or correct HUB_RABBITMQ: ops/runbooks/broker-down.md. Deliveries go on without it.");
        }
    }
}
