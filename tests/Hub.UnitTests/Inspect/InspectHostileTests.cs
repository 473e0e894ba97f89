using System.Diagnostics;
using System.Text;
using Hub.Ebxml.Mime;
using Hub.UnitTests.Ebxml;
using Xunit;

namespace Hub.UnitTests.Inspect;

/// <summary>Files that are no message, or want to do harm: exit 2 and one sentence, soon.</summary>
public sealed class InspectHostileTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public static TheoryData<string> Files => [.. Hostile.Keys];

    private static readonly Dictionary<string, Func<byte[]>> Hostile = new()
    {
        ["empty"] = () => [],
        ["nothing but brackets"] = () => Filled(10_000_000, (byte)'<'),
        ["nothing but zeros"] = () => new byte[1_000_000],
        ["larger than the network allows"] = () => Filled(11_000_000, (byte)'a'),
        ["random"] = () => Random(100_000),
        ["random that begins as CMS"] = () => [0x30, 0x82, .. Random(50_000)],
        ["random that begins as gzip"] = () => [0x1F, 0x8B, .. Random(50_000)],
        ["truncated mail"] = () => Encoding.ASCII.GetBytes("From: a@edi.test\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/xml\r\n\r\n<SOAP:Env"),
        ["mail cut within the envelope"] = () => MailWriter.Write(TestMessages.Sealed(SoapEncoding.EightBit).Mime, new MailHeaders("a@edi.test", "b@edi.test", "m1@test", TestAuthority.Start)).ToArray()[..1500],
        ["mail with nothing to it"] = () => Encoding.ASCII.GetBytes("From: a@edi.test\r\nSubject: hello\r\n\r\nhello"),
        ["other XML"] = () => Encoding.ASCII.GetBytes("<a/>"),
        ["DTD"] = () => Encoding.ASCII.GetBytes("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>"),
        ["deep nesting"] = () => Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("<a>", 100_000))),
        ["SOAP without a message"] = () => Encoding.ASCII.GetBytes("<S:Envelope xmlns:S=\"http://schemas.xmlsoap.org/soap/envelope/\"><S:Header/><S:Body/></S:Envelope>"),
        ["PEM"] = () => Encoding.ASCII.GetBytes("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"),
    };

    [Theory, MemberData(nameof(Files))]
    public void Should_say_in_one_sentence_what_is_wrong(string kind)
    {
        var path = _scratch.File("file", Hostile[kind]());
        var clock = Stopwatch.StartNew();

        Refused(Cli.Inspect(path), path);
        Refused(Cli.Inspect(path, "--json"), path);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), $"It took {clock.Elapsed}.");
    }

    [Fact]
    public void Should_refuse_what_is_no_file()
    {
        Refused(Cli.Inspect(_scratch.Path), _scratch.Path);
        Refused(Cli.Inspect(Path.Combine(_scratch.Path, "missing")), "missing");
    }

    [Fact]
    public void Should_refuse_a_certificate_and_a_key_that_are_none()
    {
        var file = _scratch.File("mail", MailWriter.Write(TestMessages.Sealed().Mime, new MailHeaders("a@edi.test", "b@edi.test", "m1@test", TestAuthority.Start)));
        var certificate = _scratch.File("cert.pem", Encoding.ASCII.GetBytes(TestMessages.SigningCertificate.ExportCertificatePem()));

        Refused(Cli.Inspect(file, "--cert", file), "mail");
        Refused(Cli.Inspect(file, "--key", file), "mail");
        Refused(Cli.Inspect(file, "--key", certificate), "cert.pem");
        Refused(Cli.Inspect(file, "--key", _scratch.Path), _scratch.Path);
    }

    public void Dispose() => _scratch.Dispose();

    private static void Refused((int Exit, string Output, string Errors) result, string named)
    {
        Assert.Equal("", result.Output);
        Assert.Equal(2, result.Exit);
        var line = Assert.Single(result.Errors.TrimEnd('\n').Split('\n'));
        Assert.Contains(named, line, StringComparison.Ordinal);
        Assert.EndsWith(".", line, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", line, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", line, StringComparison.Ordinal);
    }

    private static byte[] Filled(int length, byte with)
    {
        var bytes = new byte[length];
        bytes.AsSpan().Fill(with);
        return bytes;
    }

    private static byte[] Random(int length)
    {
        var bytes = new byte[length];
        new Random(3).NextBytes(bytes);
        return bytes;
    }
}
