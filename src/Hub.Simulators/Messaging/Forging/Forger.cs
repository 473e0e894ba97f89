using Hub.Ebxml.Encryption;
using Hub.Ebxml.Envelope;
using Hub.Ebxml.Messages;
using Hub.Ebxml.Mime;
using Hub.Ebxml.Signing;

namespace Hub.Simulators.Messaging;

/// <summary>Sends messages that must not be believed. They go out without other faults, once, and are not part of what the counterpart sent.</summary>
internal sealed class Forger(Msh msh, Wire wire, MessagingCa issuer)
{
    public async Task<ForgedMessage> SendAsync(Forgery kind, Letter letter, CounterpartPeer peer, string? earlier, CancellationToken cancel)
    {
        var (messageId, mime) = Make(kind, letter, peer, earlier);
        msh.Ledger.Forged(messageId, kind);
        msh.Trace(outgoing: true, letter.Type, messageId, mime, letter.Document);
        return new ForgedMessage(kind, messageId, await wire.SendAsync(mime, peer, cancel));
    }

    private (string MessageId, MimeMessage Mime) Make(Forgery kind, Letter letter, CounterpartPeer peer, string? earlier)
    {
        if (kind == Forgery.Replay)
            return (earlier ?? throw Needs(kind), msh.Memory.Outgoing[earlier]);
        var header = Header(kind, letter, peer, earlier);
        var mime = Signed(kind, header, letter, peer);
        return (header.MessageId, Changed(kind, mime));
    }

    private MessageHeader Header(Forgery kind, Letter letter, CounterpartPeer peer, string? earlier)
    {
        var header = Seal.Header(msh, letter, peer);
        var own = msh.Options.Party.ServiceHer;
        return kind switch
        {
            Forgery.FalseDuplicate => header with { MessageId = earlier ?? throw Needs(kind) },
            Forgery.OtherReceiver => header with { To = Party.OfHer(peer.Party.ServiceHer + 5, header.To.Role) },
            Forgery.OtherSender => header with { From = Party.OfHer(msh.Peers.Keys.FirstOrDefault(h => h != peer.Party.ServiceHer, own + 5), header.From.Role) },
            Forgery.TooLate => header with { TimeToLive = msh.Now.AddMinutes(-5) },
            _ => header,
        };
    }

    private MimeMessage Signed(Forgery kind, MessageHeader header, Letter letter, CounterpartPeer peer)
    {
        var party = msh.Options.Party;
        switch (kind)
        {
            case Forgery.OtherCertificate:
                return With(new MessageSigner(issuer.Signing(party)));
            case Forgery.ForeignIssuer:
                using (var foreign = new MessagingCa("Nobody's CA", msh.Time))
                    return With(new MessageSigner(foreign.Signing(party)));
            case Forgery.ExpiredCertificate:
                return With(new MessageSigner(issuer.Signing(party, msh.Now.AddDays(-300), msh.Now.AddDays(-1))));
            case Forgery.WrongPurpose:
                return With(new MessageSigner(msh.Options.Keys.Encryption));
            case Forgery.OtherKey:
                return Seal.Letter(msh, header, letter, peer with { Encryption = msh.Options.Keys.Encryption }).Mime;
            default:
                return Seal.Letter(msh, header, letter, peer).Mime;
        }

        MimeMessage With(MessageSigner signer)
        {
            using (signer)
            using (var encryptor = new PayloadEncryptor(peer.Encryption))
            {
                const string ContentId = "forged@simulator";
                var body = new PayloadBody(new AckRequested(), peer.Sync, new Manifest([ManifestReference.To(ContentId)]));
                return OutgoingMessage.Seal(
                    new EbxmlMessage(header, body), [new OutgoingPayload(ContentId, letter.Document)], new SealOptions { Signer = signer, Encryptor = encryptor }).Mime;
            }
        }
    }

    private static MimeMessage Changed(Forgery kind, MimeMessage mime)
    {
        var read = IncomingMessage.Read(mime.Body, mime.ContentType);
        var envelope = EnvelopeForging.Forge(kind, read.Mime.Soap!.Content);
        IReadOnlyList<Attachment> attachments = kind switch
        {
            Forgery.ChangedAttachment => [.. read.Attachments.Select(Touched)],
            Forgery.AddedAttachment => [.. read.Attachments, new Attachment("added@simulator", "application/xml", "<added/>"u8.ToArray())],
            Forgery.MissingAttachment => [],
            _ => read.Attachments,
        };
        return MimeWriter.Multipart(envelope, attachments, SoapEncoding.Base64);
    }

    private static Attachment Touched(Attachment attachment)
    {
        var content = attachment.Content.ToArray();
        content[^1] ^= 1;
        return attachment with { Content = content };
    }

    private static ArgumentException Needs(Forgery kind) => new($"{kind} needs an earlier message.");
}
