using System.Diagnostics;
using System.Text;
using Hub.Ebxml.Mime;
using Xunit;
using static Hub.UnitTests.Ebxml.TestMessages;

namespace Hub.UnitTests.Ebxml;

/// <summary>Programs that share no code with this one agree: xmlsec1 verifies what is signed, openssl opens what is encrypted.</summary>
public sealed class OtherToolsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ebxml");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Should_be_verified_by_xmlsec1(bool syncReplyAndTestMarker)
    {
        var (plain, attachments) = Plain();
        var message = Payload("p1@hub", "p2@hub");
        if (syncReplyAndTestMarker)
        {
            message = message with { Body = ((Hub.Ebxml.Envelope.PayloadBody)message.Body) with { SyncReply = true } };
            plain = Encoding.UTF8.GetString(Signer.Sign(message, attachments, testMarker: true).Bytes.Span);
        }

        var root = Write("root.pem", Encoding.ASCII.GetBytes(TestAuthority.Trusted.Root.ExportCertificatePem()));
        var envelope = Write("envelope.xml", Encoding.UTF8.GetBytes(plain));
        string[] arguments =
        [
            "--verify", "--trusted-pem", root, "--verification-gmt-time", "2026-01-01 00:00:00", "--enabled-reference-uris", "empty,local,remote",
            "--url-map:cid:p1@hub", Write("p1", attachments[0].Content.ToArray()), "--url-map:cid:p2@hub", Write("p2", attachments[1].Content.ToArray()),
        ];
        var (code, output) = await Run("xmlsec1", [.. arguments, envelope]);
        Assert.True(code == 0, output);

        var changed = Write("changed.xml", Encoding.UTF8.GetBytes(plain.Replace("LOG_INNLAGT<", "LOG_DOD<", StringComparison.Ordinal)));
        Assert.NotEqual(0, (await Run("xmlsec1", [.. arguments, changed])).Code);
    }

    [Fact]
    public async Task Should_be_opened_by_openssl()
    {
        var cms = Write("payload.p7m", Encryptor.Encrypt(Document));
        var key = Write("key.pem", Encoding.ASCII.GetBytes(
            EncryptionCertificate.ExportCertificatePem() + "\n" + System.Security.Cryptography.X509Certificates.RSACertificateExtensions
                .GetRSAPrivateKey(EncryptionCertificate)!.ExportPkcs8PrivateKeyPem()));
        var plain = Path.Combine(_folder.FullName, "plain");

        var (code, output) = await Run("openssl", ["cms", "-decrypt", "-binary", "-inform", "DER", "-in", cms, "-inkey", key, "-recip", key, "-out", plain]);

        Assert.True(code == 0, output);
        Assert.Equal(Document, File.ReadAllBytes(plain));
    }

    [Fact]
    public async Task Should_open_what_openssl_encrypts_in_streaming_form()
    {
        var plain = Write("plain", Document);
        var certificate = Write("cert.pem", Encoding.ASCII.GetBytes(EncryptionCertificate.ExportCertificatePem()));
        var cms = Path.Combine(_folder.FullName, "cms");
        var (code, output) = await Run("openssl",
            ["cms", "-encrypt", "-binary", "-stream", "-aes256", "-outform", "DER", "-in", plain, "-out", cms, certificate]);
        Assert.True(code == 0, output);

        var decrypted = Assert.IsType<Hub.Ebxml.Encryption.Decrypted>(Decryptor.Decrypt(File.ReadAllBytes(cms)));

        Assert.Equal(Document, decrypted.Plaintext.ToArray());
    }

    [Fact]
    public async Task Should_be_verified_by_the_independent_script()
    {
        var script = Standards.Path("tools", "verify_ebxml.py");
        var mail = Write("message.eml", MailWriter.Write(Sealed().Mime, new MailHeaders("a@b", "c@d", "m", TestAuthority.Start)));

        var (code, output) = await Run("/usr/bin/python3", [script, mail]);

        Assert.True(code == 0, output);
        Assert.Contains("SignatureValue: OK", output, StringComparison.Ordinal);
        Assert.Contains("OK (decoded)", output, StringComparison.Ordinal);
        Assert.DoesNotContain("MISMATCH", output, StringComparison.Ordinal);
    }

    private string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private static async Task<(int Code, string Output)> Run(string program, IEnumerable<string> arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            return (process.ExitCode, output + await errors);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip($"{program} is not installed.");
            throw;
        }
    }
}
