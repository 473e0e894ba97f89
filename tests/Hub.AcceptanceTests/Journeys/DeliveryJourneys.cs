using System.Net;
using System.Text;
using System.Text.Json;
using Hub.AcceptanceTests.Staging;
using Hub.Core.Content;
using Hub.Simulators.Dignio;
using Hub.Simulators.Gerica;
using Xunit;

namespace Hub.AcceptanceTests.Journeys;

/// <summary>From the home to the journal.</summary>
public abstract class DeliveryJourneys(BackingKind backing) : Journey(backing)
{
    [Fact]
    public async Task Should_bring_a_measurement_to_the_lab_module()
    {
        await using var stage = await OpenAsync();
        var ada = Events.People[0];

        var answer = await stage.Caller(Municipality.Larvik.Feed).SendAsync(Municipality.Larvik, Events.Pulse("pulse-1", ada, 72));
        await stage.DrainAsync();

        Assert.Equal(HttpStatusCode.Accepted, answer.Status);
        var effect = Assert.Single(stage.Journal.Ledger.Effects);
        using var observation = JsonDocument.Parse(effect.Body!);
        Assert.Equal("Observation", effect.Form);
        Assert.Equal(ada.NationalId, observation.RootElement.GetProperty("subject").GetProperty("identifier").GetProperty("value").GetString());
        Assert.Equal(72m, observation.RootElement.GetProperty("valueQuantity").GetProperty("value").GetDecimal());
        var message = await stage.Operator.MessageAsync(Assert.Single(answer.Messages));
        Assert.Equal("delivered", message.GetProperty("deliveries")[0].GetProperty("state").GetString());
        Assert.Contains(message.GetProperty("deliveries")[0].GetProperty("timeline").EnumerateArray(), e => e.GetProperty("step").GetString() == "delivered");
    }

    [Fact]
    public async Task Should_write_the_note_of_a_closed_red_alert_into_the_journal_and_keep_a_green_one_out()
    {
        await using var stage = await OpenAsync();
        var feed = stage.Caller(Municipality.Larvik.Feed);
        var ada = Events.People[0];

        var green = await feed.SendAsync(Municipality.Larvik, Events.ClosingNote("note-green", ada, Triage.Green, "Alt er som det skal"));
        var red = await feed.SendAsync(Municipality.Larvik, Events.ClosingNote("note-red", ada, Triage.Red, "Ringte pasienten, ny måling om en time"));
        await stage.DrainAsync();

        Assert.Equal("wrongTriage", await VerdictAsync(stage, green));
        Assert.Equal("deliver", await VerdictAsync(stage, red));
        Assert.Empty(stage.Journal.Ledger.Refusals.SelectMany(r => r.Details));
        var effect = Assert.Single(stage.Journal.Ledger.Effects);
        Assert.Equal("Bundle", effect.Form);
        Assert.Contains("Ringte pasienten, ny måling om en time", Unescaped(effect), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_bring_a_chosen_chat_excerpt_to_the_journal_word_for_word()
    {
        await using var stage = await OpenAsync();

        await stage.Caller(Municipality.Larvik.Feed).SendAsync(Municipality.Larvik, Events.Chat("chat-1", Events.People[0], "Er du tungpusten nå? <Ja & nei>"));
        await stage.DrainAsync();

        var effect = Assert.Single(stage.Journal.Ledger.Effects);
        Assert.Contains("Er du tungpusten nå?", Unescaped(effect), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_answer_a_repeat_as_before_and_store_nothing_and_refuse_other_content_under_the_same_id()
    {
        await using var stage = await OpenAsync();
        var feed = stage.Caller(Municipality.Larvik.Feed);
        var ada = Events.People[0];

        var first = await feed.SendAsync(Municipality.Larvik, Events.Pulse("same", ada, 72));
        var again = await feed.SendAsync(Municipality.Larvik, Events.Pulse("same", ada, 72));
        var other = await feed.SendAsync(Municipality.Larvik, Events.Pulse("same", ada, 99));
        await stage.DrainAsync();

        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.OK, HttpStatusCode.Conflict), (first.Status, again.Status, other.Status));
        Assert.Equal(first.Messages, again.Messages);
        Assert.Equal(1, (await stage.Operator.LedgerAsync()).Accepted);
        Assert.Single(stage.Journal.Ledger.Effects);
    }

    [Fact]
    public async Task Should_read_a_time_whose_plus_sign_the_vendors_writer_escaped()
    {
        await using var stage = await OpenAsync();
        var body = Encoding.UTF8.GetString(DignioJson.Write(Events.Pulse("escaped", Events.People[0], 70)).Span).Replace("+", "\\u002B", StringComparison.Ordinal);

        var answer = await stage.Caller(Municipality.Larvik.Feed).PostAsync("in/larvik/feed", Encoding.UTF8.GetBytes(body), "application/json");
        await stage.DrainAsync();

        Assert.True(answer.Status == HttpStatusCode.Accepted, answer.Text);
        Assert.Contains("\"2026-03-01T08:15:00+01:00\"", Encoding.UTF8.GetString(Assert.Single(stage.Journal.Ledger.Effects).Body!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_take_the_good_entries_of_a_batch_and_name_the_fault_of_the_bad_one()
    {
        await using var stage = await OpenAsync();
        var ada = Events.People[0];

        var answer = await stage.Caller(Municipality.Larvik.Feed).SendAsync(
            Municipality.Larvik, [Events.Pulse("good-1", ada, 70), Events.Pulse("bad", ada, 7000), Events.Pulse("good-2", ada, 71)]);
        await stage.DrainAsync();

        Assert.Equal(HttpStatusCode.MultiStatus, answer.Status);
        var entries = answer.Json.GetProperty("entries").EnumerateArray().ToList();
        Assert.Equal(["accepted", "refused", "accepted"], entries.Select(e => e.GetProperty("status").GetString()));
        var fault = entries[1].GetProperty("errors")[0];
        Assert.Equal("HUB-INTAKE-013", fault.GetProperty("code").GetString());
        Assert.False(string.IsNullOrEmpty(fault.GetProperty("path").GetString()));
        Assert.Equal(2, stage.Journal.Ledger.Count);
    }

    private static async Task<string?> VerdictAsync(Stage stage, Reply reply)
    {
        Assert.True(reply.Status == HttpStatusCode.Accepted, reply.Text);
        return (await stage.Operator.MessageAsync(reply.Messages[0])).GetProperty("routes")[0].GetProperty("verdict").GetString();
    }

    // Text may travel as XHTML narrative and as JSON escapes; what people read must be the same.
    private static string Unescaped(Effect effect) => WebUtility.HtmlDecode(System.Text.RegularExpressions.Regex.Unescape(Encoding.UTF8.GetString(effect.Body!).Replace("\\/", "/", StringComparison.Ordinal)));

    /// <summary>On SQLite.</summary>
    public sealed class Embedded() : DeliveryJourneys(BackingKind.Embedded);

    /// <summary>On PostgreSQL and RabbitMQ.</summary>
    public sealed class OnServers() : DeliveryJourneys(BackingKind.Servers);
}
