using System.Text.Json;
using Hub.Core.Adapters;
using Xunit;

namespace Hub.UnitTests.Gerica;

public sealed class GericaBatchTests
{
    private static readonly OutboundItem[] Three = [SenderBench.Item(1), SenderBench.Item(2), SenderBench.Item(3)];

    [Fact]
    public async Task Should_put_each_observation_into_the_batch_as_it_is()
    {
        await using var receiver = await Answering(Entry("201 Created", "Observation/1"), Entry("201", "Observation/2"), Entry("201", "Observation/3"));

        var outcomes = await SendAsync(receiver, Three);

        Assert.Equal([new SendOutcome.Delivered("Observation/1"), new SendOutcome.Delivered("Observation/2"), new SendOutcome.Delivered("Observation/3")], outcomes);
        var call = Assert.Single(receiver.Calls);
        Assert.Equal("/lab/fhir", call.Path);
        using var bundle = JsonDocument.Parse(call.Body);
        var entry = bundle.RootElement.GetProperty("entry")[1];
        Assert.Equal("""{"resourceType":"Observation","id":"o2"}""", entry.GetProperty("resource").GetRawText());
        Assert.Equal("key-2", entry.GetProperty("id").GetString());
        Assert.Equal($"urn:uuid:{Three[1].Document.DocumentId}", entry.GetProperty("fullUrl").GetString());
        Assert.Equal($"identifier=urn:hub:delivery|{Three[1].Document.DocumentId}", entry.GetProperty("request").GetProperty("ifNoneExist").GetString());
    }

    [Fact]
    public async Task Should_give_each_document_its_own_verdict()
    {
        await using var receiver = await Answering(Entry("200", "Observation/1"), Entry("422", code: "patient-unknown"), Entry("503"));

        var outcomes = await SendAsync(receiver, Three);

        Assert.Equal(new SendOutcome.Delivered("Observation/1", Repeat: true), outcomes[0]);
        Assert.Equal("HUB-SEND-006", Assert.IsType<SendOutcome.Failed>(outcomes[1]).Error.Code);
        Assert.True(Assert.IsType<SendOutcome.Failed>(outcomes[2]).Error.Retryable);
    }

    [Fact]
    public async Task Should_match_by_full_url_where_the_order_is_another()
    {
        await using var receiver = await Answering(Entry("422", code: "invalid", item: Three[2]), Entry("201", "Observation/1", item: Three[0]));

        var outcomes = await SendAsync(receiver, Three);

        Assert.Equal(new SendOutcome.Delivered("Observation/1"), outcomes[0]);
        Assert.Equal(("HUB-SEND-008", true), Verdict(outcomes[1]));
        Assert.Equal(("HUB-SEND-005", false), Verdict(outcomes[2]));
    }

    [Theory]
    [InlineData("""{"resourceType":"Bundle","type":"batch-response","entry":[{"response":{"status":"201"}}]}""")]
    [InlineData("""{"resourceType":"Bundle","type":"batch-response"}""")]
    [InlineData("""{"resourceType":"Bundle","entry":[{"response":{"status":"wat"}},{"response":7},3]}""")]
    [InlineData("""{"resourceType":"OperationOutcome"}""")]
    [InlineData("""{"resourceType":"Bundle","type":"batch-resp""")]
    [InlineData("[]")]
    [InlineData("")]
    public async Task Should_take_no_silence_for_delivery(string body)
    {
        await using var receiver = await Receiver.AnsweringAsync(200, body);

        Assert.All(await SendAsync(receiver, Three), o => Assert.Equal(("HUB-SEND-008", true), Verdict(o)));
    }

    [Fact]
    public async Task Should_doubt_two_answers_that_disagree()
    {
        await using var receiver = await Answering(Entry("201", "Observation/1", item: Three[0]), Entry("422", item: Three[0]));

        Assert.Equal(("HUB-SEND-008", true), Verdict((await SendAsync(receiver, Three))[0]));
    }

    [Fact]
    public async Task Should_send_one_by_one_when_the_batch_is_refused_as_a_whole()
    {
        await using var receiver = await Receiver.StartAsync((http, call) =>
            Receiver.WriteAsync(http, call.Path == "/lab/fhir" || call.Body.Contains("\"o2\"", StringComparison.Ordinal) ? 422 : 201));

        var outcomes = await SendAsync(receiver, Three);

        Assert.Equal([true, false, true], outcomes.Select(o => o is SendOutcome.Delivered));
        Assert.Equal(4, receiver.Calls.Count);
    }

    [Fact]
    public async Task Should_try_the_batch_again_when_the_partner_is_down()
    {
        await using var receiver = await Receiver.AnsweringAsync(503, headers: ("Retry-After", "9"));

        Assert.All(await SendAsync(receiver, Three), o => Assert.Equal(TimeSpan.FromSeconds(9), Assert.IsType<SendOutcome.Failed>(o).RetryAfter));
        Assert.Single(receiver.Calls);
    }

    [Fact]
    public async Task Should_send_what_cannot_be_batched_by_itself_and_answer_in_order()
    {
        await using var receiver = await Receiver.StartAsync((http, call) => call.Path == "/lab/fhir"
            ? Receiver.WriteAsync(http, 200, Bundle(Entry("201", "Observation/1"), Entry("201", "Observation/3")))
            : Receiver.WriteAsync(http, 201, headers: ("Location", "Bundle/2")));

        var outcomes = await SendAsync(receiver, [Three[0], SenderBench.Item(2, "journal.note"), Three[2]]);

        Assert.Equal(["Observation/1", "Bundle/2", "Observation/3"], outcomes.Select(o => Assert.IsType<SendOutcome.Delivered>(o).Receipt));
    }

    [Fact]
    public async Task Should_take_an_answer_that_is_cut_off_for_none()
    {
        using var receiver = new CutOffReceiver($"HTTP/1.1 200 OK\nContent-Length: 100000\n\n{Bundle(Entry("201", "Observation/1"), Entry("201"), Entry("201"))}");
        await using var sender = SenderBench.Sender(receiver.Url, auth: null);

        Assert.All(await sender.SendAsync(Three, CancellationToken.None), o => Assert.Equal(("HUB-SEND-008", true), Verdict(o)));
    }

    private static (string, bool) Verdict(SendOutcome outcome) => outcome is SendOutcome.Failed failed ? (failed.Error.Code, failed.Error.Retryable) : ("", false);

    private static async Task<IReadOnlyList<SendOutcome>> SendAsync(Receiver receiver, IReadOnlyList<OutboundItem> items)
    {
        await using var sender = SenderBench.Sender(receiver.Url);
        return await sender.SendAsync(items, CancellationToken.None);
    }

    private static Task<Receiver> Answering(params string[] entries) => Receiver.AnsweringAsync(200, Bundle(entries));

    private static string Bundle(params string[] entries) => $$"""{"resourceType":"Bundle","type":"batch-response","entry":[{{string.Join(',', entries)}}]}""";

    private static string Entry(string status, string? location = null, string? code = null, OutboundItem? item = null)
    {
        var outcome = code is null ? "" : $$""","outcome":{"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"{{code}}"}]}""";
        var place = location is null ? "" : $",\"location\":\"http://j/lab/fhir/{location}\"";
        var url = item is null ? "" : $"\"fullUrl\":\"urn:uuid:{item.Document.DocumentId}\",";
        return $"{{{url}\"response\":{{\"status\":\"{status}\"{place}{outcome}}}}}";
    }
}
