using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Xunit;

namespace Hub.AcceptanceTests.Faces;

[Collection(FaceCollection.Name)]
public class WebhookFaceTests(FaceHub hub)
{
    private const string Face = "/in/larvik/dho";

    [Fact]
    public async Task Should_answer_202_then_200_then_409_by_event_id_and_content()
    {
        var first = await hub.PostAsync(Face, "dho", FaceHub.Event("repeat"));
        var again = await hub.PostAsync(Face, "dho", FaceHub.Event("repeat"));
        var other = await hub.PostAsync(Face, "dho", FaceHub.Event("repeat", "92"));

        Assert.Equal((202, "accepted"), (first.Status, Entry(first, 0, "status")));
        Assert.Equal((200, "repeated"), (again.Status, Entry(again, 0, "status")));
        Assert.Equal(first.Json.GetProperty("entries")[0].GetProperty("messages").ToString(), again.Json.GetProperty("entries")[0].GetProperty("messages").ToString());
        Assert.Equal((409, "HUB-INTAKE-017"), (other.Status, other.Code));
        Assert.Equal("application/problem+json", other.MediaType);
    }

    [Fact]
    public async Task Should_answer_a_mixed_batch_entry_by_entry()
    {
        var batch = $"{{\"events\":[{FaceHub.Event("batch-1")},{FaceHub.Event("batch-2", "\"91\"")}]}}";

        var answer = await hub.PostAsync(Face, "dho", batch);

        Assert.Equal(207, answer.Status);
        Assert.Equal(("accepted", "refused"), (Entry(answer, 0, "status"), Entry(answer, 1, "status")));
        Assert.StartsWith("$.events[1]", answer.Json.GetProperty("entries")[1].GetProperty("errors")[0].GetProperty("path").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_name_every_fault_with_its_path()
    {
        var answer = await hub.PostAsync(Face, "dho", FaceHub.Event("faults").Replace("+01:00", "", StringComparison.Ordinal).Replace("\"%\"", "\"parsec\"", StringComparison.Ordinal));

        Assert.Equal(400, answer.Status);
        Assert.Equal(
            ["HUB-INTAKE-010 $.occurredAt", "HUB-INTAKE-012 $.measurement.unit"],
            answer.Json.GetProperty("errors").EnumerateArray().Select(e => $"{e.GetProperty("code")} {e.GetProperty("path")}").Order());
    }

    [Theory]
    [InlineData("{\"eventId\":", 400, "HUB-INTAKE-004")]
    [InlineData("", 400, "HUB-INTAKE-001")]
    [InlineData("{\"eventId\":\"a\",\"eventId\":\"b\"}", 400, "HUB-INTAKE-006")]
    public async Task Should_refuse_what_is_not_a_message(string body, int status, string code)
    {
        var answer = await hub.PostAsync(Face, "dho", body);

        Assert.Equal((status, code), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task Should_refuse_what_nests_too_deep()
    {
        var answer = await hub.PostAsync(Face, "dho", string.Concat(Enumerable.Repeat("{\"a\":", 1000)) + "1" + new string('}', 1000));

        Assert.Equal((400, "HUB-INTAKE-005"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task Should_refuse_other_charsets_said_or_unsaid()
    {
        var latin = new ByteArrayContent(Encoding.Latin1.GetBytes(FaceHub.Event("blåbær")));
        latin.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        var said = new StringContent(FaceHub.Event("x"), Encoding.Latin1, "application/json");
        var marked = new ByteArrayContent([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(FaceHub.Event("x"))]);
        marked.Headers.ContentType = new MediaTypeHeaderValue("application/json");

        foreach (var content in new HttpContent[] { latin, said, marked })
        {
            var answer = await hub.SendAsync(HttpMethod.Post, Face, "dho", content);
            Assert.Equal((400, "HUB-INTAKE-003"), (answer.Status, answer.Code));
        }
    }

    [Fact]
    public async Task Should_refuse_other_media_types_and_compression()
    {
        Assert.Equal("HUB-INTAKE-020", (await hub.PostAsync(Face, "dho", FaceHub.Event("x"), "text/plain")).Code);
        var packed = new MemoryStream();
        await using (var zip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true))
            await zip.WriteAsync(Encoding.UTF8.GetBytes(FaceHub.Event("x")), TestContext.Current.CancellationToken);
        var content = new ByteArrayContent(packed.ToArray()) { Headers = { ContentType = new MediaTypeHeaderValue("application/json"), ContentEncoding = { "gzip" } } };

        var answer = await hub.SendAsync(HttpMethod.Post, Face, "dho", content);

        Assert.Equal((415, "HUB-HTTP-003"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task Should_refuse_a_body_beyond_the_bound_whether_its_length_is_said_or_not()
    {
        var said = await hub.PostAsync("/in/larvik/small", "small", FaceHub.Event(new string('x', 4000)));
        var unsaid = new StreamContent(new MemoryStream(Encoding.UTF8.GetBytes(FaceHub.Event(new string('x', 4000)))));
        unsaid.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var chunked = new HttpRequestMessage(HttpMethod.Post, "/in/larvik/small") { Content = unsaid, Headers = { TransferEncodingChunked = true } };
        chunked.Headers.Authorization = new AuthenticationHeaderValue("Bearer", hub.Key("small"));
        using var response = await hub.Http.SendAsync(chunked, TestContext.Current.CancellationToken);

        Assert.Equal((413, "HUB-INTAKE-002"), (said.Status, said.Code));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Fact]
    public async Task Should_refuse_fifty_megabytes_before_they_are_sent()
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(hub.Address.Host, hub.Address.Port, TestContext.Current.CancellationToken);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes($"POST {Face} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {hub.Key("dho")}\r\nContent-Type: application/json\r\nContent-Length: 52428800\r\n\r\n"),
            TestContext.Current.CancellationToken);

        using var reader = new StreamReader(stream);
        Assert.StartsWith("HTTP/1.1 413", await reader.ReadLineAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_store_nothing_of_a_body_that_breaks_off()
    {
        using (var socket = new TcpClient())
        {
            await socket.ConnectAsync(hub.Address.Host, hub.Address.Port, TestContext.Current.CancellationToken);
            await socket.GetStream().WriteAsync(
                Encoding.ASCII.GetBytes($"POST {Face} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {hub.Key("dho")}\r\nContent-Type: application/json\r\nContent-Length: 400\r\n\r\n{FaceHub.Event("broken-off")[..50]}"),
                TestContext.Current.CancellationToken);
        }

        // The same event is new when it comes whole.
        Assert.Equal(202, (await hub.PostAsync(Face, "dho", FaceHub.Event("broken-off"))).Status);
    }

    [Fact]
    public async Task Should_tell_a_partner_that_sends_too_fast_when_to_come_back()
    {
        var answers = new List<Answer>();
        for (var i = 0; i < 30; i++)
            answers.Add(await hub.PostAsync("/in/larvik/slow", "slow", FaceHub.Event("slow")));

        var refused = answers.FindAll(a => a.Status == 429);
        Assert.NotEmpty(refused);
        Assert.All(refused, a => Assert.Equal(("HUB-INTAKE-019", "1"), (a.Code, a.RetryAfter)));
        Assert.Equal(202, (await hub.PostAsync(Face, "dho", FaceHub.Event("not-slowed"))).Status);
    }

    [Fact]
    public async Task Should_refuse_a_kind_that_the_partner_may_not_send()
    {
        var answer = await hub.PostAsync("/in/larvik/notes", "notes", FaceHub.Event("kind"));

        Assert.Equal((403, "HUB-AUTH-004"), (answer.Status, answer.Code));
    }

    private static string? Entry(Answer answer, int index, string name) => answer.Json.GetProperty("entries")[index].GetProperty(name).GetString();
}
