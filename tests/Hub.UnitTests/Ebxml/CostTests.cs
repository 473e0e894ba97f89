using System.IO.Compression;
using System.Text;
using Hub.Ebxml.Envelope;
using Hub.Ebxml.Messages;
using Hub.Ebxml.Mime;
using Xunit;

namespace Hub.UnitTests.Ebxml;

/// <summary>What a message may cost before anybody knows who sent it, and what a known sender may make of few bytes.</summary>
public class CostTests
{
    [Fact]
    public void Should_unfold_headers_at_a_cost_that_grows_with_their_size_only()
    {
        var body = new StringBuilder();
        for (var part = 0; part < 40; part++)
        {
            body.Append("--b\r\nX-Long: a\r\n");
            for (var line = 0; line < 15_000; line++)
                body.Append(" b\r\n");
            body.Append("\r\nx\r\n");
        }

        var bytes = Encoding.ASCII.GetBytes(body.Append("--b--\r\n").ToString());
        var before = GC.GetAllocatedBytesForCurrentThread();
        var reading = MimeReader.Read(bytes, "multipart/related; boundary=b");
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal(39, reading.Attachments.Count);
        Assert.Equal(2 * 15_000 + 1, reading.Soap!.Header("X-Long")!.Length);
        Assert.True(allocated < 60 * bytes.Length, $"{allocated:N0} bytes allocated for {bytes.Length:N0}");
    }

    [Fact]
    public void Should_not_put_an_envelope_in_canonical_form_that_declares_more_than_any_needs()
    {
        // Every declaration is compared with all in scope: 35 levels of 190 cost seconds, from a third of a megabyte.
        var signed = Encoding.UTF8.GetString(TestMessages.Sealed(SoapEncoding.EightBit).Envelope.Span);
        Assert.True(Read(signed, 40).IsSoap);
        var refused = Read(signed, 190);
        Assert.False(refused.IsSoap);
        Assert.Contains("attributes on one element", Assert.Single(refused.Findings).Text, StringComparison.Ordinal);

        static EnvelopeDocument Read(string envelope, int declarations)
        {
            var many = string.Concat(Enumerable.Range(0, declarations).Select(i => string.Create(System.Globalization.CultureInfo.InvariantCulture, $" xmlns:p{i}='u{i}'")));
            return EnvelopeDocument.Read(Encoding.UTF8.GetBytes(envelope.Replace("</SOAP:Body>", $"<x{many}/></SOAP:Body>", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void Should_bound_what_all_attachments_together_unpack_to()
    {
        var packed = Gzip(new byte[300_000]);
        var body = new StringBuilder("--b\r\nContent-Type: text/xml\r\n\r\n<x/>\r\n");
        for (var part = 0; part < 5; part++)
            body.Append(System.Globalization.CultureInfo.InvariantCulture, $"--b\r\nContent-ID: <p{part}>\r\nContent-Transfer-Encoding: base64\r\n\r\n{Convert.ToBase64String(packed)}\r\n");
        var received = IncomingMessage.Read(Encoding.ASCII.GetBytes(body.Append("--b--\r\n").ToString()), "multipart/related; boundary=b");

        var opened = received.OpenPayloads(new OpenOptions { MaxDocumentBytes = 1_000_000 });
        Assert.Equal([true, true, true, false, false], opened.Select(p => p.Document is not null));
        Assert.All(opened.Skip(3), p => Assert.Equal("unreadable", p.Fault!.Reason));
    }

    private static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
            gzip.Write(bytes);
        return packed.ToArray();
    }
}
