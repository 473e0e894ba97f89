using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Hub.Ebxml.Agreements;
using Hub.Ebxml.Envelope;
using Hub.Ebxml.Messages;
using Hub.Ebxml.Reliability;
using Hub.Ebxml.Signing;
using Hub.Ebxml.Transport;
using Hub.UnitTests.Ebxml.Reliability;
using Xunit;

namespace Hub.UnitTests.Ebxml.Transport;

public class RoundTripTests
{
    [Fact]
    public async Task Should_carry_a_message_and_its_receipt_over_mail_unchanged()
    {
        using var folder = new Wire.Folder();
        using var sender = new MessageSigner(Certificate());
        using var receiver = new MessageSigner(Certificate());
        var draft = Exchange.Message("m", new AckRequested());
        var message = draft with { Body = ((PayloadBody)draft.Body) with { Manifest = new([ManifestReference.To("p@x")]) } };
        var sealed_ = OutgoingMessage.Seal(message, [new("p@x", "<x>\u00e6</x>"u8.ToArray())], new() { Signer = sender });

        var opened = await Carry(folder, sealed_);
        var deliver = Assert.IsType<Deliver>(Incoming.Decide(IncomingFacts.Of(opened, []), null, new(), Exchange.Start));
        var answer = OutgoingMessage.Seal(Answers.To(opened.Message!.Header, deliver.Answer!, "ack", Exchange.Start), [], new() { Signer = receiver });

        var receipt = await Carry(folder, answer);
        var signal = Assert.IsType<TakeSignal>(Incoming.Decide(IncomingFacts.Of(receipt, []), null, new(), Exchange.Start));
        var record = new MemoryExchangeRecord();
        await record.AddSentAsync(Exchange.Sent() with { Digests = sealed_.References }, default);
        var step = await Receipts.TakeAsync(record, receipt.Message!.Header.From.Her, signal, Exchange.Schedule, new(MissingReferences.Refuse), Exchange.Start, default);
        Assert.Equal(OutgoingAction.ReportDelivered, step.Value!.Action);
    }

    private static async Task<OpenedMessage> Carry(Wire.Folder folder, SealedMessage message)
    {
        Directory.CreateDirectory(folder["new"]);
        var program = folder["sendmail"];
        await File.WriteAllTextAsync(program, $"#!/bin/sh\ncat > '{folder["new", "1.a.host"]}'\n");
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var mail = WireMessage.ForMail(message.Mime, "a@example.no", "b@example.no", "id@example.no", Exchange.Start);
        var outcome = await new SendmailTransport(new(program), "a@example.no", TimeProvider.System)
            .SendAsync(mail, new ChannelEndpoint("mailto:b@example.no"), TestContext.Current.CancellationToken);
        Assert.IsType<TakenOver>(outcome);

        var reader = new MaildirReader(new(folder.Path), TimeProvider.System);
        var taken = Assert.Single((await reader.TakeAsync(10, TestContext.Current.CancellationToken)).Mails);
        reader.Done(taken);
        var opened = IncomingMessage.Open(taken.Bytes, null, new() { Signatures = SignaturePolicy.Profile });
        Assert.Null(BounceReader.Read(opened.Received.Mime));
        Assert.True(opened.Signature.IsValid);
        return opened;
    }

    private static X509Certificate2 Certificate()
    {
        using var key = RSA.Create(2048);
        return new CertificateRequest("CN=test", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(Exchange.Start.AddYears(-1), Exchange.Start.AddYears(5));
    }
}
