using Hub.Ebxml.Agreements;

namespace Hub.Ebxml.Transport;

/// <summary>Hands a message over. Never throws for what the other side or the network does.</summary>
public interface IMessageTransport
{
    /// <summary>Sends one message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="endpoint">Where to.</param>
    /// <param name="cancellation">Stops the sending; then, and only then, an <see cref="OperationCanceledException"/> comes out.</param>
    /// <returns>Whether it was taken over.</returns>
    Task<TransportOutcome> SendAsync(WireMessage message, ChannelEndpoint endpoint, CancellationToken cancellation);
}
