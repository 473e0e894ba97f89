using System.Net;
using Hub.AcceptanceTests.Staging;
using Xunit;

namespace Hub.AcceptanceTests.Journeys;

/// <summary>What vendors send today to the VKP face, with its faults: taken where the file says lenient, refused with every fault named where it says strict.</summary>
public abstract class VkpShapeJourneys(BackingKind backing) : Journey(backing)
{
    private static readonly string Address = $"epj/r4/{Municipality.Larvik.Orgnr}/bundle";

    [Fact]
    public async Task Should_take_it_leniently_as_plain_text_and_record_every_repair()
    {
        await using var stage = await OpenAsync();
        var body = SafetyAlarmBundle.Bytes(Events.People[0].NationalId);

        var reply = await stage.Caller(Municipality.Larvik.Lenient).PostAsync(Address, body, "text/plain; charset=utf-8");
        await stage.DrainAsync();

        Assert.True(reply.Status == HttpStatusCode.Accepted, reply.Text);
        var warnings = reply.Json.GetProperty("issue").EnumerateArray().Where(i => i.GetProperty("severity").GetString() == "warning").ToList();
        Assert.True(warnings.Count >= 4, reply.Text);
        var messages = await stage.Operator.MessagesAsync();
        Assert.Equal(["deviceevent", "note"], messages.Select(m => m.GetProperty("content").GetString()).Order(StringComparer.Ordinal));
        var whole = await Task.WhenAll(messages.Select(m => stage.Operator.MessageAsync(m.GetProperty("id").GetString()!)));
        var repairs = whole.SelectMany(m => m.GetProperty("notes").EnumerateArray()).Where(n => n.GetProperty("kind").GetString() == "repair")
            .Select(n => n.GetProperty("path").GetString()!).ToList();
        Assert.True(Names(repairs, "identifier", "[2]", "Device"), "the empty string");
        Assert.True(Names(repairs, "type", "[0]", "Composition"), "the code of another alarm, in the note");
        Assert.True(Names(repairs, "code", "[1]", "DetectedIssue"), "the code of another alarm, in the alert");
        Assert.True(Names(repairs, "subject", "[0]", "Composition"), "the running number");
        Assert.Contains(messages, m => m.GetProperty("content").GetString() == "deviceevent" && m.GetProperty("category").GetString() == "alarm-3");
    }

    [Fact]
    public async Task Should_refuse_it_strictly_and_name_every_fault_at_once()
    {
        await using var stage = await OpenAsync();

        var reply = await stage.Caller(Municipality.Larvik.Strict).PostAsync(Address, SafetyAlarmBundle.Bytes(Events.People[0].NationalId), "application/fhir+json");

        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
        Assert.Equal("OperationOutcome", reply.Json.GetProperty("resourceType").GetString());
        var places = reply.Json.GetProperty("issue").EnumerateArray().Select(i => i.GetProperty("expression")[0].GetString()!).ToList();
        Assert.True(Names(places, "identifier", "[2]", "Device"), reply.Text);
        Assert.True(Names(places, "type", "[0]", "Composition"), reply.Text);
        Assert.True(Names(places, "code", "[1]", "DetectedIssue"), reply.Text);
        Assert.True(Names(places, "subject", "[0]", "Composition"), reply.Text);
        Assert.Equal(0, (await stage.Operator.LedgerAsync()).Messages);
    }

    [Fact]
    public async Task Should_not_read_plain_text_from_a_strict_partner()
    {
        await using var stage = await OpenAsync();

        var reply = await stage.Caller(Municipality.Larvik.Strict).PostAsync(Address, SafetyAlarmBundle.Bytes(Events.People[0].NationalId), "text/plain");

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, reply.Status);
    }

    private static bool Names(IEnumerable<string> places, string element, params string[] anyOf) =>
        places.Any(p => p.Contains(element, StringComparison.OrdinalIgnoreCase) && anyOf.Any(a => p.Contains(a, StringComparison.Ordinal)));

    /// <summary>On SQLite.</summary>
    public sealed class Embedded() : VkpShapeJourneys(BackingKind.Embedded);

    /// <summary>On PostgreSQL and RabbitMQ.</summary>
    public sealed class OnServers() : VkpShapeJourneys(BackingKind.Servers);
}
