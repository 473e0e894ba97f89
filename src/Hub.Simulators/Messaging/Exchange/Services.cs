using Hub.Ebxml.Addressing;
using Hub.Ebxml.Envelope;
using Hub.Ebxml.Transport;

namespace Hub.Simulators.Messaging;

/// <summary>Asks with the services of the message service itself: Ping and StatusRequest. They are sent once.</summary>
internal sealed class Services(Msh msh, Wire wire, Func<WireMessage, CancellationToken, Task> answered)
{
    public Task PingAsync(CounterpartPeer peer) => SendAsync(peer, SignalActions.Ping, new PingBody());

    public Task AskStatusAsync(CounterpartPeer peer, string messageId) => SendAsync(peer, SignalActions.StatusRequest, new StatusRequestBody(messageId));

    private async Task SendAsync(CounterpartPeer peer, string action, MessageBody body)
    {
        var own = msh.Options.Party.ServiceHer;
        var header = new MessageHeader
        {
            From = Party.OfHer(own),
            To = Party.OfHer(peer.Party.ServiceHer),
            CpaId = DefaultAgreement.IdFor(own, peer.Party.ServiceHer),
            ConversationId = Guid.NewGuid().ToString(),
            Service = ServiceName.Msh,
            Action = action,
            MessageId = Guid.NewGuid().ToString(),
            Timestamp = msh.Now,
        };
        var mime = Seal.Signal(msh, new EbxmlMessage(header, body), Seal.IsMail(peer)).Mime;
        msh.Trace(outgoing: true, action, header.MessageId, mime, null);
        if (await wire.PostAsync(mime, peer, msh.Stopped) is TakenOver { Answer: { } answer })
            await answered(answer, msh.Stopped);
    }
}
