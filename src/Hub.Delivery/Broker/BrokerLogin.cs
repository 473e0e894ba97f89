using System.Net.Sockets;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Hub.Delivery.Broker;

/// <summary>How a broker takes the hub.</summary>
public enum BrokerWelcome
{
    /// <summary>It may connect and make its queues.</summary>
    LetIn,

    /// <summary>User or password are wrong.</summary>
    WrongLogin,

    /// <summary>There is no such virtual host.</summary>
    NoVirtualHost,

    /// <summary>The user may not use the virtual host.</summary>
    NotAllowed,

    /// <summary>The user may not make the hub's queues there.</summary>
    NoRight,

    /// <summary>Nobody answers, or not now.</summary>
    NotNow,
}

/// <summary>Tries whether a broker lets the hub in. Nothing is left behind: the queue that is made goes with the connection.</summary>
public static class BrokerLogin
{
    /// <summary>Tries.</summary>
    /// <param name="broker">Address with user, password and virtual host.</param>
    /// <param name="patience">How long it may take.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>How it went.</returns>
    public static async Task<BrokerWelcome> TryAsync(Uri broker, TimeSpan patience, CancellationToken cancel)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        deadline.CancelAfter(patience);
        try
        {
            await using var connection = await Factory(broker, patience).CreateConnectionAsync(deadline.Token);
            await using var channel = await connection.CreateChannelAsync(cancellationToken: deadline.Token);
            await channel.QueueDeclareAsync($"{new DeliverySettings { Node = "doctor" }.Prefix}.doctor.{Guid.NewGuid():N}", durable: false, exclusive: true, autoDelete: true, cancellationToken: deadline.Token);
            return BrokerWelcome.LetIn;
        }
        catch (Exception e) when (!cancel.IsCancellationRequested && e is BrokerUnreachableException or OperationInterruptedException or AlreadyClosedException or OperationCanceledException or SocketException or IOException or TimeoutException or UriFormatException)
        {
            return Causes(e).Select(Read).FirstOrDefault(w => w != BrokerWelcome.NotNow, BrokerWelcome.NotNow);
        }
    }

    /// <summary>The virtual host that an address names.</summary>
    /// <param name="broker">The address.</param>
    /// <returns>Its name; <c>/</c> where the address has none.</returns>
    public static string VirtualHostOf(Uri broker)
    {
        ArgumentNullException.ThrowIfNull(broker);
        return broker.AbsolutePath.Length > 1 ? Uri.UnescapeDataString(broker.AbsolutePath[1..]) : "/";
    }

    private static ConnectionFactory Factory(Uri broker, TimeSpan patience) => new()
    {
        Uri = broker,
        ClientProvidedName = "hub doctor",
        AutomaticRecoveryEnabled = false,
        TopologyRecoveryEnabled = false,
        RequestedConnectionTimeout = patience,
    };

    // Reply codes of AMQP 0-9-1 section 1.8; what is wrong with a virtual host RabbitMQ says in words alone.
    private static BrokerWelcome Read(Exception cause) => cause switch
    {
        AuthenticationFailureException or PossibleAuthenticationFailureException => BrokerWelcome.WrongLogin,
        OperationInterruptedException { ShutdownReason: { ReplyCode: 530, ReplyText: var text } } => text.Contains("not found", StringComparison.Ordinal) ? BrokerWelcome.NoVirtualHost : BrokerWelcome.NotAllowed,
        OperationInterruptedException { ShutdownReason.ReplyCode: 403 } => BrokerWelcome.NoRight,
        _ => BrokerWelcome.NotNow,
    };

    private static IEnumerable<Exception> Causes(Exception failure)
    {
        yield return failure;
        var inner = failure is AggregateException many ? many.InnerExceptions : failure.InnerException is { } one ? [one] : (IEnumerable<Exception>)[];
        foreach (var cause in inner.SelectMany(Causes))
            yield return cause;
    }
}
