using System.Net;
using System.Net.Sockets;
using Hub.Core.Adapters;
using Hub.Core.Tenants;
using Xunit;

namespace Hub.UnitTests.Gerica;

public sealed class GericaSenderTests
{
    [Theory]
    [InlineData("fhir.observation", "POST", "/lab/fhir/Observation")]
    [InlineData("journal.note", "POST", "/journal/fhir/Bundle")]
    [InlineData("journal.alert", "POST", "/journal/fhir/Bundle")]
    [InlineData("fhir.careplan", "PUT", "/plans/fhir/CarePlan/p-7")]
    public async Task Should_send_each_form_to_its_address_with_key_and_token(string form, string method, string path)
    {
        await using var receiver = await Receiver.AnsweringAsync(201, headers: ("Location", "/x/Thing/9"));
        var item = SenderBench.Item(1, form, """{"resourceType":"X","id":"p-7","meta":{"versionId":"3"}}""");

        Assert.Equal(new SendOutcome.Delivered("Thing/9"), await SenderBench.SendAsync(receiver, item));
        var call = Assert.Single(receiver.Calls);
        Assert.Equal((method, path), (call.Method, call.Path));
        Assert.Equal("key-1", call.Headers["Idempotency-Key"]);
        Assert.Equal("key-1-1", call.Headers["X-Request-Id"]);
        Assert.Equal("Bearer token-1", call.Headers["Authorization"]);
        Assert.Equal("application/fhir+json", call.Headers["Content-Type"]);
        Assert.Equal(form == "fhir.careplan" ? "W/\"3\"" : null, call.Headers.GetValueOrDefault("If-Match"));
    }

    [Fact]
    public async Task Should_fetch_one_token_however_many_sends_wait_for_it()
    {
        await using var receiver = await Receiver.AnsweringAsync(201);
        await using var sender = SenderBench.Sender(receiver.Url);

        await Task.WhenAll(Enumerable.Range(1, 20).Select(n => sender.SendAsync([SenderBench.Item(n)], CancellationToken.None)));

        Assert.Equal((1, 20), (receiver.TokensGiven, receiver.Calls.Count));
    }

    [Fact]
    public async Task Should_fetch_a_new_token_once_when_the_old_one_is_refused()
    {
        await using var receiver = await Receiver.StartAsync((http, call) => Receiver.WriteAsync(http, call.Headers["Authorization"] == "Bearer token-2" ? 201 : 401));

        Assert.IsType<SendOutcome.Delivered>(await SenderBench.SendAsync(receiver));
        Assert.Equal(2, receiver.TokensGiven);
    }

    [Fact]
    public async Task Should_give_up_on_a_partner_that_refuses_fresh_tokens()
    {
        await using var receiver = await Receiver.AnsweringAsync(401);

        var failed = Assert.IsType<SendOutcome.Failed>(await SenderBench.SendAsync(receiver));
        Assert.Equal(("HUB-SEND-007", 2, 2), (failed.Error.Code, receiver.TokensGiven, receiver.Calls.Count));
    }

    [Theory]
    [InlineData(401, "HUB-SEND-007")]
    [InlineData(400, "HUB-SEND-007")]
    [InlineData(503, "HUB-SEND-003")]
    [InlineData(429, "HUB-SEND-004")]
    public async Task Should_say_why_there_is_no_token(int status, string code)
    {
        await using var receiver = await Receiver.AnsweringAsync(201);
        receiver.OnToken = http => Receiver.WriteAsync(http, status, headers: ("Retry-After", "3"));

        var failed = Assert.IsType<SendOutcome.Failed>(await SenderBench.SendAsync(receiver));
        Assert.Equal((code, true, true, TimeSpan.FromSeconds(3)), (failed.Error.Code, failed.Error.Retryable, failed.PartnerDown, failed.RetryAfter!.Value));
        Assert.Empty(receiver.Calls);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{\"access_token\":7}")]
    [InlineData("{\"access_token\":\"a\\r\\nX: y\"}")]
    public async Task Should_not_use_a_token_it_cannot_read(string body)
    {
        await using var receiver = await Receiver.AnsweringAsync(201);
        receiver.OnToken = http => Receiver.WriteAsync(http, 200, body, "application/json");

        Assert.Equal("HUB-SEND-008", Assert.IsType<SendOutcome.Failed>(await SenderBench.SendAsync(receiver)).Error.Code);
    }

    [Fact]
    public async Task Should_count_a_dead_address_against_the_partner()
    {
        using var closed = new TcpListener(IPAddress.Loopback, 0);
        closed.Start();
        var port = ((IPEndPoint)closed.LocalEndpoint).Port;
        closed.Stop();
        await using var sender = SenderBench.Sender(new Uri($"http://127.0.0.1:{port}"), auth: null);

        var failed = Assert.IsType<SendOutcome.Failed>((await sender.SendAsync([SenderBench.Item(1)], CancellationToken.None)).Single());
        Assert.Equal(("HUB-SEND-001", true, true), (failed.Error.Code, failed.Error.Retryable, failed.PartnerDown));
        Assert.False(await sender.ProbeAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Should_say_so_when_the_connection_is_not_secure()
    {
        await using var receiver = await Receiver.AnsweringAsync(201);
        await using var sender = SenderBench.Sender(new UriBuilder(receiver.Url) { Scheme = "https" }.Uri, auth: null);

        var failed = Assert.IsType<SendOutcome.Failed>((await sender.SendAsync([SenderBench.Item(1)], CancellationToken.None)).Single());
        Assert.Equal(("HUB-SEND-010", true), (failed.Error.Code, failed.PartnerDown));
    }

    [Fact]
    public async Task Should_stop_waiting_when_time_is_up()
    {
        await using var receiver = await Receiver.StartAsync((http, _) => Task.Delay(Timeout.Infinite, http.RequestAborted));
        await using var sender = SenderBench.Sender(receiver.Url);
        using var time = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));

        var failed = Assert.IsType<SendOutcome.Failed>((await sender.SendAsync([SenderBench.Item(1)], time.Token)).Single());
        Assert.Equal(("HUB-SEND-002", true), (failed.Error.Code, failed.PartnerDown));
    }

    [Fact]
    public async Task Should_count_a_cut_connection_against_the_partner()
    {
        await using var receiver = await Receiver.StartAsync((http, _) =>
        {
            http.Abort();
            return Task.CompletedTask;
        });

        var failed = Assert.IsType<SendOutcome.Failed>(await SenderBench.SendAsync(receiver));
        Assert.Equal(("HUB-SEND-001", true), (failed.Error.Code, failed.PartnerDown));
    }

    [Fact]
    public async Task Should_wait_until_the_date_the_partner_names()
    {
        var date = DateTimeOffset.UtcNow.AddSeconds(90).ToString("R");
        await using var receiver = await Receiver.AnsweringAsync(503, headers: ("Retry-After", date));

        var failed = Assert.IsType<SendOutcome.Failed>(await SenderBench.SendAsync(receiver));
        Assert.InRange(failed.RetryAfter!.Value.TotalSeconds, 60, 91);
    }

    [Fact]
    public async Task Should_follow_no_redirect()
    {
        await using var receiver = await Receiver.AnsweringAsync(307, headers: ("Location", "http://127.0.0.1:1/elsewhere"));

        Assert.Equal("HUB-SEND-008", Assert.IsType<SendOutcome.Failed>(await SenderBench.SendAsync(receiver)).Error.Code);
        Assert.Single(receiver.Calls);
    }

    [Theory]
    [InlineData(201, true)]
    [InlineData(500, false)]
    public async Task Should_not_read_an_endless_answer_to_its_end(int status, bool delivered)
    {
        await using var receiver = await Receiver.StartAsync(async (http, _) =>
        {
            http.Response.StatusCode = status;
            var chunk = new byte[64 * 1024];
            while (!http.RequestAborted.IsCancellationRequested)
                await http.Response.Body.WriteAsync(chunk, http.RequestAborted);
        });

        Assert.Equal(delivered, await SenderBench.SendAsync(receiver) is SendOutcome.Delivered);
    }

    [Fact]
    public async Task Should_take_the_status_of_an_answer_that_was_cut_off()
    {
        using var receiver = new CutOffReceiver("HTTP/1.1 201 Created\nContent-Length: 1000\n\n{\"resource");
        await using var sender = SenderBench.Sender(receiver.Url, auth: null);

        Assert.IsType<SendOutcome.Delivered>((await sender.SendAsync([SenderBench.Item(1)], CancellationToken.None)).Single());
    }

    [Theory]
    [InlineData(200, true)]
    [InlineData(404, true)]
    [InlineData(503, false)]
    public async Task Should_call_a_partner_that_answers_alive(int status, bool alive)
    {
        await using var receiver = await Receiver.AnsweringAsync(status);
        await using var sender = SenderBench.Sender(receiver.Url);

        Assert.Equal(alive, await sender.ProbeAsync(CancellationToken.None));
        Assert.Equal("/health", Assert.Single(receiver.Calls).Path);
    }

    [Fact]
    public async Task Should_send_a_fixed_key_as_bearer()
    {
        await using var receiver = await Receiver.AnsweringAsync(201);
        await using var sender = SenderBench.Sender(receiver.Url, auth: OutboundAuthKind.Bearer);
        await sender.SendAsync([SenderBench.Item(1)], CancellationToken.None);

        Assert.Equal("Bearer s3cret", Assert.Single(receiver.Calls).Headers["Authorization"]);
        Assert.Equal(0, receiver.TokensGiven);
    }
}
