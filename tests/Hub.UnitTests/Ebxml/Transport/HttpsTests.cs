using System.Text;
using Hub.Ebxml.Agreements;
using Hub.Ebxml.Transport;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Hub.UnitTests.Ebxml.Transport;

public class HttpsTests
{
    [Fact]
    public async Task Should_post_the_exact_body_with_its_headers()
    {
        var body = Array.Empty<byte>();
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        await using var server = await Start(async context =>
        {
            using var all = new MemoryStream();
            await context.Request.Body.CopyToAsync(all);
            body = all.ToArray();
            foreach (var header in context.Request.Headers)
                headers[header.Key] = header.Value.ToString();
            context.Response.StatusCode = 202;
        });
        var message = Wire.Message("--b\r\n\r\næøå\r\n") with { Body = Encoding.UTF8.GetBytes("--b\r\n\r\næøå\r\n") };
        Assert.Null(Assert.IsType<TakenOver>(await Send(server, message)).Answer);
        Assert.Equal(message.Body.ToArray(), body);
        Assert.Equal("\"ebXML\"", headers["SOAPAction"]);
        Assert.Equal(message.Header("content-type"), headers["Content-Type"]);
        Assert.False(headers.ContainsKey("From"));
    }

    [Fact]
    public async Task Should_give_back_the_answer_of_a_synchronous_exchange()
    {
        await using var server = await Start(async context =>
        {
            context.Response.ContentType = "text/xml; charset=UTF-8";
            context.Response.Headers["SOAPAction"] = "\"ebXML\"";
            await context.Response.WriteAsync("<answer/>");
        });
        var answer = Assert.IsType<TakenOver>(await Send(server, Wire.Message())).Answer!;
        Assert.Equal("<answer/>", Encoding.UTF8.GetString(answer.Body.Span));
        Assert.Equal(("text/xml; charset=UTF-8", "\"ebXML\""), (answer.Header("Content-Type"), answer.Header("soapaction")));
    }

    [Theory]
    [InlineData(400, false)]
    [InlineData(404, false)]
    [InlineData(302, false)]
    [InlineData(408, true)]
    [InlineData(429, true)]
    [InlineData(500, true)]
    [InlineData(503, true)]
    public async Task Should_tell_lasting_from_passing_failures_and_keep_the_fault(int status, bool retryable)
    {
        await using var server = await Start(context =>
        {
            context.Response.StatusCode = status;
            return context.Response.WriteAsync("<fault/>");
        });
        var outcome = Assert.IsType<NotTaken>(await Send(server, Wire.Message()));
        Assert.Equal((TransportCodes.HttpStatus, retryable), (outcome.Reason.Code, outcome.Reason.Retryable));
        Assert.Equal("<fault/>", Encoding.UTF8.GetString(outcome.Answer!.Body.Span));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Should_bound_the_answer(bool withLength)
    {
        await using var server = await Start(async context =>
        {
            if (withLength)
                context.Response.ContentLength = WireMessage.MaxBytes + 1;
            var chunk = new byte[1024 * 1024];
            for (var sent = 0; sent <= WireMessage.MaxBytes && !context.RequestAborted.IsCancellationRequested; sent += chunk.Length)
                await context.Response.Body.WriteAsync(chunk.AsMemory(0, Math.Min(chunk.Length, WireMessage.MaxBytes + 1 - sent)));
        });
        Assert.Equal(TransportCodes.TooLarge, Assert.IsType<NotTaken>(await Send(server, Wire.Message())).Reason.Code);
    }

    [Fact]
    public async Task Should_say_when_nobody_answers_or_not_in_time()
    {
        await using var server = await Start(context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        var late = Assert.IsType<NotTaken>(await Send(server, Wire.Message(), TimeSpan.FromMilliseconds(200))).Reason;
        Assert.Equal((TransportCodes.TimedOut, true), (late.Code, late.Retryable));
        var url = server.Urls.Single();
        await server.StopAsync(TestContext.Current.CancellationToken);
        var gone = Assert.IsType<NotTaken>(await Send(url, Wire.Message())).Reason;
        Assert.Equal((TransportCodes.Unreachable, true), (gone.Code, gone.Retryable));
    }

    [Fact]
    public async Task Should_refuse_endpoints_and_sizes_it_may_not_use()
    {
        using var client = new HttpClient();
        var strict = new HttpsTransport(client, new(), TimeProvider.System);
        foreach (var address in new[] { "http://example.no/", "mailto:a@example.no", "queue/name" })
        {
            var outcome = await strict.SendAsync(Wire.Message(), new(address), TestContext.Current.CancellationToken);
            Assert.Equal(TransportCodes.WrongEndpoint, Assert.IsType<NotTaken>(outcome).Reason.Code);
        }
        var large = Wire.Message() with { Body = new byte[WireMessage.MaxBytes + 1] };
        var refused = await strict.SendAsync(large, new("https://example.no/"), TestContext.Current.CancellationToken);
        Assert.Equal(TransportCodes.TooLarge, Assert.IsType<NotTaken>(refused).Reason.Code);
    }

    private static Task<TransportOutcome> Send(WebApplication server, WireMessage message, TimeSpan? timeout = null) => Send(server.Urls.Single(), message, timeout);

    private static async Task<TransportOutcome> Send(string url, WireMessage message, TimeSpan? timeout = null)
    {
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        using var client = new HttpClient(handler);
        return await new HttpsTransport(client, new(AllowPlainHttp: true, timeout), TimeProvider.System)
            .SendAsync(message, new ChannelEndpoint(url), TestContext.Current.CancellationToken);
    }

    private static async Task<WebApplication> Start(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = builder.Build();
        server.Run(answer);
        await server.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }
}
