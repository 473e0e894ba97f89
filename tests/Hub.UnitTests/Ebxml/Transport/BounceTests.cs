using System.Text;
using Hub.Ebxml.Mime;
using Hub.Ebxml.Transport;
using Xunit;

namespace Hub.UnitTests.Ebxml.Transport;

public class BounceTests
{
    [Theory]
    [InlineData("failed", "5.1.1", true)]
    [InlineData("delayed", "4.4.1", false)]
    public void Should_read_a_delivery_status_notification(string action, string status, bool permanent)
    {
        var bounce = Read($"""
            Return-Path: <>
            From: MAILER-DAEMON@example.no
            Message-ID: <own@example.no>
            Content-Type: multipart/report; report-type=delivery-status; boundary="r"

            --r
            Content-Type: text/plain

            I am sorry.

            --r
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.example.no

            Final-Recipient: rfc822; b@example.no
            Action: {action}
            Status: {status}

            --r
            Content-Type: message/rfc822

            From: a@example.no
            Message-ID: <the-lost-one@example.no>
            SOAPAction: "ebXML"

            body
            --r--
            """);
        Assert.Equal(new Bounce("the-lost-one@example.no", status, permanent), bounce);
    }

    [Fact]
    public void Should_read_a_bounce_without_a_report()
    {
        var bounce = Read("From: Mail Delivery System <Mailer-Daemon@example.no>\nIn-Reply-To: <orig@x>\nContent-Type: text/plain\n\nNo such user.\nStatus: 5.1.1\n");
        Assert.Equal(new Bounce("orig@x", "5.1.1", true), bounce);
        Assert.Equal(new Bounce(null, null, false), Read("Return-Path: <>\nFrom: x@y.no\n\nSorry\n"));
    }

    [Theory]
    [InlineData("From: a@example.no\nContent-Type: text/plain\n\nHello, Message-ID: <x@y>\n")]
    [InlineData("From: MAILER-DAEMON@x.no\nSOAPACTION: \"ebxml\"\nContent-Type: text/xml\n\n<x/>\n")]
    public void Should_leave_other_mail_alone(string mail) => Assert.Null(Read(mail));

    private static Bounce? Read(string mail) =>
        BounceReader.Read(MimeReader.Read(Encoding.ASCII.GetBytes(mail.ReplaceLineEndings("\r\n"))));
}
