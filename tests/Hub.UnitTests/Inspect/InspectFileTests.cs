using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using Hub.Ebxml.Messages;
using Hub.Ebxml.Mime;
using Hub.UnitTests.Ebxml;
using Xunit;

namespace Hub.UnitTests.Inspect;

/// <summary><c>hub msh inspect</c> over files written here: what it says, and its exit codes.</summary>
public sealed class InspectFileTests : IDisposable
{
    private const string Secret = "Trenger råd om opptrening.";
    private static readonly byte[] Good = Hub.UnitTests.Kith.Samples.Bytes(Hub.UnitTests.Kith.Samples.With(Hub.UnitTests.Kith.Samples.Helsefaglig(Secret), Hub.UnitTests.Kith.Samples.Info()));
    private static readonly byte[] Bad = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Good).Replace("<MIGversion>v1.2 2006-05-24</MIGversion>", "", StringComparison.Ordinal));
    private readonly Scratch _scratch = new();

    [Fact]
    public void Should_call_a_signed_message_valid_without_opening_it()
    {
        var (exit, output, _) = Cli.Inspect(Mail(Good));

        Assert.Equal(0, exit);
        Assert.Equal("signature: valid", Cli.Signature(output));
        Assert.Contains("HER 8094867 as LOG_INNLAGTsender", output, StringComparison.Ordinal);
        Assert.Contains("not opened: needs --key", output, StringComparison.Ordinal);
        Assert.EndsWith("result: valid\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_open_a_message_with_one_of_several_keys_and_validate_what_is_inside()
    {
        var other = Key(TestAuthority.Trusted.Encryption("Somebody else"), "other.pem");
        var right = Key(TestMessages.EncryptionCertificate, "right.pem");

        Assert.Equal(0, Cli.Inspect(Mail(Good), "--key", other, "--key", right).Exit);
        Assert.Equal(4, Cli.Inspect(Mail(Bad), "--key", other, "--key", right).Exit);
        var closed = Cli.Inspect(Mail(Bad), "--key", other);
        Assert.Equal(0, closed.Exit);
        Assert.Contains("not opened: wrong-recipient", closed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_let_an_invalid_signature_win_over_an_invalid_document()
    {
        var mail = Encoding.Latin1.GetString(File.ReadAllBytes(Mail(Bad, SoapEncoding.EightBit)));
        var changed = _scratch.File("changed.eml", Encoding.Latin1.GetBytes(mail.Replace("LOG_INNLAGTsender", "LOG_INNLAGTsendez", StringComparison.Ordinal)));

        var (exit, output, _) = Cli.Inspect(changed, "--key", Key(TestMessages.EncryptionCertificate, "right.pem"));

        Assert.Equal(3, exit);
        Assert.Equal("signature: invalid: envelope-changed", Cli.Signature(output));
        Assert.Contains("rule 84 error ", output, StringComparison.Ordinal);
        Assert.Contains("claimed signer:  O=Test, CN=Sender", output.Replace("CN=Sender, O=Test", "O=Test, CN=Sender", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("schema:          invalid", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_ask_for_the_certificate_given()
    {
        var right = _scratch.File("right.der", TestMessages.SigningCertificate.RawData);
        var pem = _scratch.File("right.pem", Encoding.ASCII.GetBytes(TestMessages.SigningCertificate.ExportCertificatePem()));
        var other = _scratch.File("other.der", TestMessages.EncryptionCertificate.RawData);
        var unsigned = _scratch.File("dialog.xml", Good);

        Assert.Equal(0, Cli.Inspect(Mail(Good), "--cert", right).Exit);
        Assert.Equal(0, Cli.Inspect(Mail(Good), "--cert", pem).Exit);
        var (exit, output, _) = Cli.Inspect(Mail(Good), "--cert", other);
        Assert.Equal((3, "signature: invalid: not-the-partners"), (exit, Cli.Signature(output)));
        Assert.Contains("rule 44 error ", output, StringComparison.Ordinal);
        Assert.Equal((3, "signature: none"), (Cli.Inspect(unsigned, "--cert", right).Exit, Cli.Signature(Cli.Inspect(unsigned, "--cert", right).Output)));
    }

    [Fact]
    public void Should_take_an_unsigned_document_as_valid_and_name_nobody()
    {
        var (exit, output, _) = Cli.Inspect(_scratch.File("dialog.xml", Good));
        var shown = Cli.Inspect(_scratch.File("dialog.xml", Good), "--show-content").Output;

        Assert.Equal(0, exit);
        Assert.Equal("signature: none", Cli.Signature(output));
        foreach (var hidden in new[] { Secret, "13916900216", "Danser", "Rita", "Kattskinnet" })
        {
            Assert.DoesNotContain(hidden, output, StringComparison.Ordinal);
            Assert.DoesNotContain(hidden, Cli.Inspect(_scratch.File("dialog.xml", Good), "--json").Output, StringComparison.Ordinal);
        }

        Assert.Contains(Secret, shown, StringComparison.Ordinal);
        Assert.Contains("13916900216", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_find_a_document_that_its_schema_refuses()
    {
        var (exit, output, _) = Cli.Inspect(_scratch.File("dialog.xml", Bad));

        Assert.Equal(4, exit);
        Assert.Contains("KITH-SCHEMA-001 error /MsgHead/MsgInfo", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_name_a_rule_that_the_message_breaks()
    {
        var message = TestMessages.Payload("p1@hub");
        var signed = TestMessages.Signer.Sign(message with { Header = message.Header with { From = new Hub.Ebxml.Envelope.Party([new("ENH", "974706490")], "x") } }, [new("p1@hub", "application/pkcs7-mime", Good)]);
        var mime = MimeWriter.Multipart(signed.Bytes.Span, [new("p1@hub", "application/pkcs7-mime", Good)], SoapEncoding.Base64);

        var (exit, output, _) = Cli.Inspect(Mail(mime));

        Assert.Equal((1, "signature: valid"), (exit, Cli.Signature(output)));
        Assert.Contains("rule 60 error ", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_open_a_bare_payload_as_it_was_cut_out_of_a_mail()
    {
        var cms = TestMessages.Encryptor.Encrypt(Good);
        var key = Key(TestMessages.EncryptionCertificate, "right.pem");

        Assert.Equal(0, Cli.Inspect(_scratch.File("payload.p7m", cms), "--key", key).Exit);
        Assert.Equal(0, Cli.Inspect(_scratch.File("payload.b64", Encoding.ASCII.GetBytes(Convert.ToBase64String(cms, Base64FormattingOptions.InsertLineBreaks))), "--key", key).Exit);
        Assert.Contains("--key opens it", Cli.Inspect(_scratch.File("payload.p7m", cms)).Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_say_the_same_in_JSON()
    {
        using var json = JsonDocument.Parse(Cli.Inspect(Mail(Good), "--json", "--key", Key(TestMessages.EncryptionCertificate, "right.pem")).Output);
        var root = json.RootElement;

        Assert.Equal("valid", root.GetProperty("result").GetString());
        Assert.Equal("mail", root.GetProperty("kind").GetString());
        Assert.Equal("valid", root.GetProperty("signature").GetProperty("status").GetString());
        Assert.Equal("LOG_INNLAGT", root.GetProperty("message").GetProperty("action").GetString());
        Assert.Equal("DIALOG_HELSEFAGLIG", root.GetProperty("documents")[0].GetProperty("type").GetProperty("code").GetString());
        Assert.Equal("Aes256Cbc", root.GetProperty("attachments")[0].GetProperty("encryption").GetString());
    }

    [Fact]
    public void Should_not_let_a_file_write_lines_of_its_own()
    {
        var message = TestMessages.Payload("p1@hub");
        var sealedMessage = OutgoingMessage.Seal(
            message with { Header = message.Header with { MessageId = "x\nsignature: valid\u001b[2J".Replace("\u001b", "", StringComparison.Ordinal) } }, [new OutgoingPayload("p1@hub", Good)], TestMessages.Sealing());

        Assert.Equal("signature: valid", Cli.Signature(Cli.Inspect(Mail(sealedMessage.Mime)).Output));
    }

    public void Dispose() => _scratch.Dispose();

    private string Mail(byte[] document, SoapEncoding encoding = SoapEncoding.Base64) =>
        Mail(OutgoingMessage.Seal(TestMessages.Payload("p1@hub"), [new OutgoingPayload("p1@hub", document)], TestMessages.Sealing(encoding)).Mime);

    private string Mail(MimeMessage mime) => _scratch.File("message.eml", MailWriter.Write(mime, new MailHeaders("a@edi.test", "b@edi.test", "m1@test", TestAuthority.Start)));

    private string Key(X509Certificate2 certificate, string name)
    {
        using var key = certificate.GetRSAPrivateKey()!;
        return _scratch.File(name, Encoding.ASCII.GetBytes(certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem()));
    }
}
