using System.Net;
using Hub.Adapters.Ebxml;
using Hub.Core.Adapters;
using Hub.Ebxml.Envelope;
using Hub.Ebxml.Messages;
using Hub.Ebxml.Mime;
using Hub.Ebxml.Signing;
using Hub.UnitTests.Ebxml;
using Xunit;

namespace Hub.UnitTests.Messaging;

/// <summary>A signed Ping, and what is made of what comes back (ebXML MS 2.0 section 8).</summary>
public sealed class PingTests : IDisposable
{
    private readonly DeskBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Should_believe_a_signed_pong()
    {
        var outcome = await PingAsync(ping =>
        {
            Assert.IsType<PingBody>(ping.Message!.Body);
            Assert.True(ping.Verify(SignaturePolicy.Profile).IsValid);
            return DeskBench.Seal(Pong(ping.Message), null);
        });

        Assert.True(outcome.Answered, outcome.Text);
    }

    [Fact]
    public async Task Should_believe_no_pong_of_somebody_else()
    {
        var stranger = new MessageSigner(TestAuthority.Trusted.Signing("Stranger"));
        Assert.False((await PingAsync(ping => DeskBench.Seal(Pong(ping.Message!), null, stranger))).Answered);
        Assert.False((await PingAsync(ping => DeskBench.Seal(Pong(ping.Message!) with { Header = Pong(ping.Message!).Header with { RefToMessageId = "other" } }, null))).Answered);
    }

    [Fact]
    public async Task Should_tell_that_the_pong_comes_another_way() => Assert.Null((await PingAsync(_ => null)).Answered);

    [Fact]
    public async Task Should_tell_that_nobody_is_there()
    {
        var outcome = await new EbxmlAdapter().PingAsync(_bench.Partner with { Url = new Uri("http://127.0.0.1:9/") }, Context(), TestContext.Current.CancellationToken);

        Assert.Equal((false, "HUB-SEND-001"), (outcome.Answered, outcome.Error?.Code));
    }

    private static EbxmlMessage Pong(EbxmlMessage ping) =>
        new(ping.Header.AnswerHeader(SignalActions.Pong, Guid.NewGuid().ToString(), FixedTime.At, withReference: false) with { RefToMessageId = ping.Header.MessageId }, new PongBody());

    private SenderContext Context() => new(new FixedTime(), _bench.Secrets, _bench.Tenant);

    private async Task<PingOutcome> PingAsync(Func<ReceivedMessage, MimeMessage?> answer)
    {
        using var server = new HttpListener();
        var port = FreePort();
        server.Prefixes.Add($"http://127.0.0.1:{port}/");
        server.Start();
        var asked = new EbxmlAdapter().PingAsync(_bench.Partner with { Url = new Uri($"http://127.0.0.1:{port}/") }, Context(), TestContext.Current.CancellationToken);
        var http = await server.GetContextAsync();
        using var body = new MemoryStream();
        await http.Request.InputStream.CopyToAsync(body, TestContext.Current.CancellationToken);
        var given = answer(IncomingMessage.Read(body.ToArray(), http.Request.ContentType!));
        http.Response.StatusCode = given is null ? 202 : 200;
        if (given is not null)
        {
            http.Response.ContentType = given.ContentType;
            await http.Response.OutputStream.WriteAsync(given.Body, TestContext.Current.CancellationToken);
        }

        http.Response.Close();
        return await asked;
    }

    private static int FreePort()
    {
        using var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
