using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using Hub.Delivery.Broker;

namespace Hub.Host.Commands.Checks;

/// <summary>Asks whether a broker is there: says AMQP's greeting and waits for the answer (AMQP 0-9-1 section 2.2.4 and 4.2.2); then logs in as the hub does.</summary>
internal static class BrokerProbe
{
    private static readonly byte[] Greeting = "AMQP\0\0\x09\x01"u8.ToArray();

    /// <summary>Asks.</summary>
    /// <param name="broker">Address with user, password and virtual host.</param>
    /// <param name="patience">How long the greeting may take, and how long the login.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>What was found.</returns>
    public static async Task<Finding> AskAsync(Uri broker, TimeSpan patience, CancellationToken cancel)
    {
        var isSecure = broker.Scheme == "amqps";
        var (host, port) = (broker.Host, broker.IsDefaultPort || broker.Port < 0 ? isSecure ? 5671 : 5672 : broker.Port);
        return await GreetAsync(host, port, isSecure, patience, cancel) ?? Judge($"{host}:{port}", BrokerLogin.VirtualHostOf(broker), await BrokerLogin.TryAsync(broker, patience, cancel));
    }

    private static async Task<Finding?> GreetAsync(string host, int port, bool isSecure, TimeSpan patience, CancellationToken cancel)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        deadline.CancelAfter(patience);
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
                ? null
                : new Finding("broker", Verdict.Failed, $"What answers at {host}:{port} is no broker of AMQP 0-9-1", "Correct HUB_RABBITMQ.");
        }
        catch (Exception e) when (e is SocketException or IOException or AuthenticationException || (e is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            var why = e switch { SocketException s => s.SocketErrorCode.ToString(), AuthenticationException => "its certificate does not hold", OperationCanceledException => "no answer in time", _ => "it closed the connection" };
            return new Finding("broker", Verdict.Failed, $"{host}:{port}: {why}", "Start the broker, or correct HUB_RABBITMQ: ops/runbooks/broker-down.md. Deliveries go on without it.");
        }
    }

    private static Finding Judge(string at, string virtualHost, BrokerWelcome welcome)
    {
        const string Rights = "Give the user its rights: rabbitmqctl set_permissions -p VHOST USER '^hub\\.' '.*' '.*'.";
        return welcome switch
        {
            BrokerWelcome.LetIn => Finding.Ok("broker", $"{at} lets the hub in, virtual host {virtualHost}"),
            BrokerWelcome.WrongLogin => Failed("refuses the user or the password", "Correct user and password in HUB_RABBITMQ (special letters as %XX). The user 'guest' is let in from the broker's own machine only."),
            BrokerWelcome.NoVirtualHost => Failed($"has no virtual host {virtualHost}", "Correct the path of HUB_RABBITMQ ('/' is written %2F), or make it: rabbitmqctl add_vhost NAME."),
            BrokerWelcome.NotAllowed => Failed($"does not let this user into the virtual host {virtualHost}", Rights),
            BrokerWelcome.NoRight => Failed($"does not let this user make queues in the virtual host {virtualHost}", Rights),
            _ => Failed("answers, and lets nobody in now", "Look at the broker's log: it may be starting, or out of memory or disk. Deliveries go on without it: ops/runbooks/broker-down.md."),
        };

        Finding Failed(string text, string todo) => new("broker", Verdict.Failed, $"{at} {text}", todo);
    }
}
