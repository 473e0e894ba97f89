using Hub.Ebxml.Addressing;
using Hub.Ebxml.Encryption;
using Hub.Ebxml.Envelope;
using Hub.Ebxml.Messages;
using Hub.Ebxml.Mime;
using Hub.Kith;

namespace Hub.Simulators.Messaging;

/// <summary>Puts letters and signals into signed messages.</summary>
internal static class Seal
{
    private static readonly Description System = new SystemDescription("Hub.Simulators", "1.0", "Simulert journal", "1.0").ToDescription();

    /// <summary>The header of a letter.</summary>
    public static MessageHeader Header(Msh msh, Letter letter, CounterpartPeer peer)
    {
        var address = letter.IsReceipt
            ? MessageAddress.For(AddressRule.MessageTypeOf(letter.Service!)!).AppRecReply()
            : MessageAddress.For(letter.Type);
        var own = msh.Options.Party.ServiceHer;
        return address.Header(
            own, peer.Party.ServiceHer, DefaultAgreement.IdFor(own, peer.Party.ServiceHer), letter.ConversationId ?? Guid.NewGuid().ToString(),
            Guid.NewGuid().ToString(), msh.Now) with
        { Descriptions = [System] };
    }

    /// <summary>A letter, encrypted to the peer.</summary>
    public static SealedMessage Letter(Msh msh, MessageHeader header, Letter letter, CounterpartPeer peer)
    {
        var contentId = $"{Guid.NewGuid():N}@simulator";
        var root = KithDocument.Recognize(letter.Document);
        var schema = DocumentSchemas.For(root.Business?.Namespace ?? root.Namespace);
        var body = new PayloadBody(new AckRequested(), peer.Sync, new Manifest([ManifestReference.To(contentId, schema)]));
        using var encryptor = new PayloadEncryptor(peer.Encryption);
        return OutgoingMessage.Seal(new EbxmlMessage(header, body), [new OutgoingPayload(contentId, letter.Document)], new SealOptions
        {
            Signer = msh.Signer,
            Encryptor = encryptor,
            Form = msh.Options.Form,
            SoapEncoding = Encoding(peer),
        });
    }

    /// <summary>A signal.</summary>
    public static SealedMessage Signal(Msh msh, EbxmlMessage message, bool mail) =>
        OutgoingMessage.Seal(message, [], new SealOptions { Signer = msh.Signer, SoapEncoding = mail ? SoapEncoding.Base64 : SoapEncoding.EightBit });

    public static bool IsMail(CounterpartPeer peer) => peer.Address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase);

    // Only mail needs base64.
    private static SoapEncoding Encoding(CounterpartPeer peer) => IsMail(peer) ? SoapEncoding.Base64 : SoapEncoding.EightBit;
}
