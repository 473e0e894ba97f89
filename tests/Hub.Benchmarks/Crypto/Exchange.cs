using Hub.Ebxml.Encryption;
using Hub.Ebxml.Envelope;
using Hub.Ebxml.Messages;
using Hub.Ebxml.Signing;

namespace Hub.Benchmarks.Crypto;

/// <summary>One message and its receipt in memory, as the hub makes them: no transport, no store.</summary>
public sealed class Exchange : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
    private static readonly Description System = new SystemDescription("Hub", "1.0").ToDescription();

    private readonly BenchParty _sender;
    private readonly BenchParty _receiver;
    private readonly SealOptions _sending;
    private readonly SealOptions _answering;
    private readonly OpenOptions _opening;

    public Exchange(int bits)
    {
        (_sender, _receiver) = (new BenchParty("Sender", bits), new BenchParty("Receiver", bits));
        _sending = new SealOptions { Signer = new MessageSigner(_sender.Signing), Encryptor = new PayloadEncryptor(_receiver.Encryption) };
        _answering = new SealOptions { Signer = new MessageSigner(_receiver.Signing) };
        _opening = new OpenOptions { Decryptor = new PayloadDecryptor([_receiver.Encryption]) };
        Bare = new BareCrypto(_sender, _receiver);
    }

    /// <summary>The same keys without any message.</summary>
    public BareCrypto Bare { get; }

    public SealedMessage Send(ReadOnlyMemory<byte> document, string action)
    {
        var id = Guid.NewGuid().ToString();
        var header = new MessageHeader
        {
            From = Party.OfHer(8094867, $"{action}sender"),
            To = Party.OfHer(90998, $"{action}receiver"),
            CpaId = "90998_8094867",
            ConversationId = id,
            Service = new ServiceName($"S-{action}", "string"),
            Action = action,
            MessageId = id,
            Timestamp = Now,
            DuplicateElimination = true,
            Descriptions = [System],
        };
        var content = $"{id}@hub";
        var body = new PayloadBody(new AckRequested(), false, new Manifest([ManifestReference.To(content, new SchemaReference("http://www.kith.no/xmlstds/po/bench", "1.6"))]));
        return OutgoingMessage.Seal(new EbxmlMessage(header, body), [new OutgoingPayload(content, document)], _sending);
    }

    /// <summary>Opens a message and makes the receipt.</summary>
    public SealedMessage Receive(SealedMessage sent)
    {
        var opened = IncomingMessage.Open(sent.Mime.Body, sent.Mime.ContentType, _opening);
        return OutgoingMessage.Seal(opened.Acknowledge(Guid.NewGuid().ToString(), Now, Now, System), [], _answering);
    }

    public void Dispose()
    {
        Bare.Dispose();
        _sending.Signer.Dispose();
        _sending.Encryptor!.Dispose();
        _answering.Signer.Dispose();
        _opening.Decryptor!.Dispose();
        _sender.Dispose();
        _receiver.Dispose();
    }
}
