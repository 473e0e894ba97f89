using System.Net;
using System.Text;
using System.Text.Json;
using Hub.AcceptanceTests.Staging;
using Hub.Simulators.Response;
using Hub.Tests.Support;
using Xunit;

namespace Hub.AcceptanceTests.Journeys.Devices;

/// <summary>Automatic journaling: every event of a dispenser, alarm, camera or GPS becomes one document in the journal, which the journal takes.</summary>
public abstract class DeviceJourneys(BackingKind backing) : Journey(backing)
{
    [Fact]
    public async Task Should_journal_every_kind_of_device_event_once()
    {
        var key = TestKey.New("centre");
        await using var stage = await OpenAsync(Municipality.Larvik with
        {
            Partners = $$"""  centre: { adapter: vkp, inbound: { keys: ["{{key.Hash}}"], rate: 0 } }""",
            Routes = "  - { name: devices, from: centre, content: deviceevent, to: journal, as: journal.device, retry: { schedule: fast } }",
        });
        var story = ResponseStory.Tell(7, [.. Events.People.Take(2).Select(p => p.NationalId)], new DateTimeOffset(2026, 3, 1, 6, 0, 0, TimeSpan.FromHours(1))).ToList();

        foreach (var told in story.Concat(story))
        {
            var reply = await stage.Caller(key).PostAsync($"epj/r4/{Municipality.Larvik.Orgnr}/bundle", told.Bundle, "application/fhir+json");
            Assert.True(reply.Status is HttpStatusCode.Accepted or HttpStatusCode.OK, $"{told.What}: {reply.Text}");
        }

        await stage.ArrivedAsync(story.Sum(s => s.Events));
        var documents = stage.Journal.Ledger.Effects.Select(e => JsonDocument.Parse(Encoding.UTF8.GetString(e.Body!)).RootElement).ToList();
        var types = documents.SelectMany(d => d.GetProperty("entry").EnumerateArray()).Select(e => e.GetProperty("resource").GetProperty("resourceType").GetString()).ToHashSet();
        Assert.Superset(new HashSet<string?> { "MedicationDispense", "DetectedIssue", "Encounter", "Location", "Device" }, types);
        Assert.Equal(
            ["Digitalt tilsyn", "Medisinutlevering", "Posisjon", "Varsel fra digitalt tilsyn", "Varsel fra lokaliseringsteknologi", "Varsel fra medisindispenser", "Varsel fra trygghetsalarm"],
            documents.Select(d => d.GetProperty("entry")[0].GetProperty("resource").GetProperty("title").GetString()!).Distinct().Order(StringComparer.Ordinal));
    }

    /// <summary>On SQLite.</summary>
    public sealed class Embedded() : DeviceJourneys(BackingKind.Embedded);

    /// <summary>On PostgreSQL and RabbitMQ.</summary>
    public sealed class OnServers() : DeviceJourneys(BackingKind.Servers);
}
