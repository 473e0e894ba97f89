using Hub.Ebxml.Mime;
using Hub.Ebxml.Transport;
using Xunit;

namespace Hub.UnitTests.Ebxml.Transport;

public class WireMessageTests
{
    private static readonly MimeMessage Mime = new("text/xml; charset=UTF-8", "base64", "QUJD"u8.ToArray());

    [Fact]
    public void Should_give_mail_its_headers()
    {
        var mail = WireMessage.ForMail(Mime, "a@example.no", "b@example.no", "id@example.no", new(2026, 3, 1, 13, 5, 9, TimeSpan.FromHours(1)));
        Assert.Equal(
            "From: a@example.no|To: b@example.no|Date: Sun, 01 Mar 2026 12:05:09 +0000|Message-ID: <id@example.no>|MIME-Version: 1.0"
            + "|SOAPAction: \"ebXML\"|Content-Type: text/xml; charset=UTF-8|Content-Transfer-Encoding: base64",
            string.Join('|', mail.Headers.Select(h => $"{h.Name}: {h.Value}")));
        Assert.Equal(Mime.Body, mail.Body);
    }

    [Fact]
    public void Should_give_http_no_headers_of_mail() =>
        Assert.Equal(["SOAPAction", "Content-Type"], WireMessage.ForHttp(Mime with { TransferEncoding = null }).Headers.Select(h => h.Name));
}
