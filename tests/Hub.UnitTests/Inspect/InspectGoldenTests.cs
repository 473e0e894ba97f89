using Hub.Ebxml.Messages;
using Hub.Ebxml.Mime;
using Hub.UnitTests.Approvals;
using Hub.UnitTests.Architecture;
using Hub.UnitTests.Ebxml;
using Hub.UnitTests.Kith.Plo;
using Xunit;

namespace Hub.UnitTests.Inspect;

/// <summary>
/// What is printed about three files that never change. Their keys were thrown away when they were made (HUB_MAKE_SAMPLES=1 makes them anew), so a change here is a change of the output.
/// </summary>
public sealed class InspectGoldenTests
{
    private const string Folder = "tests/Hub.UnitTests/Inspect/Files/";

    [Theory]
    [InlineData("mail.eml", 0)]
    [InlineData("acknowledgment.xml", 0)]
    [InlineData("utskrivningsrapport.xml", 0)]
    public void Should_print_the_same(string file, int exit)
    {
        Make();
        var path = Path.Combine(Repository.Root, Folder, file);
        var text = Cli.Inspect(path);
        var json = Cli.Inspect(path, "--json");

        Assert.Equal((exit, exit), (text.Exit, json.Exit));
        Approved.Check($"{Folder}{file}.approved.txt", text.Output);
        Approved.Check($"{Folder}{file}.approved.json", json.Output);
    }

    private static void Make()
    {
        if (Environment.GetEnvironmentVariable("HUB_MAKE_SAMPLES") != "1")
            return;
        var plo = PloExamples.Of(Hub.Kith.Plo.PloType.Utskrivningsrapport);
        var message = new Hub.Kith.MsgHead.Message
        {
            Info = Hub.UnitTests.Kith.Samples.Info() with { Type = Hub.Kith.Plo.PloMessages.TypeOf(plo.Type), MsgId = PloExamples.MessageId.ToString() },
            Documents = [Hub.Kith.Plo.PloMessages.ToDocument(plo, PloExamples.MessageId, PloExamples.Now)],
        };
        var document = Hub.UnitTests.Kith.Samples.Bytes(message);
        var sent = OutgoingMessage.Seal(TestMessages.Payload("p1@hub"), [new OutgoingPayload("p1@hub", document)], TestMessages.Sealing());
        var opened = IncomingMessage.Open(sent.Mime.Body, sent.Mime.ContentType, TestMessages.Opening);
        var receipt = OutgoingMessage.Seal(
            opened.Acknowledge("4d1d1b38-2f5a-4a5f-8d0e-5f6a3e0a4b11", TestAuthority.Start.AddSeconds(2), TestAuthority.Start.AddSeconds(3)), [], TestMessages.Sealing());
        Write("mail.eml", MailWriter.Write(sent.Mime, new MailHeaders("a@edi.test", "b@edi.test", "m1@test", TestAuthority.Start)));
        Write("acknowledgment.xml", receipt.Envelope.Span);
        Write("utskrivningsrapport.xml", document);
    }

    private static void Write(string name, ReadOnlySpan<byte> bytes) => File.WriteAllBytes(Path.Combine(Repository.Root, Folder, name), bytes.ToArray());
}
