using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json;
using Hub.AcceptanceTests.Staging;
using Hub.Simulators.Gerica;
using Hub.Simulators.Response;
using Hub.Tests.Support;
using Xunit;

namespace Hub.AcceptanceTests.Journeys.Devices;

/// <summary>A response centre asks the municipality's journals who raised an alarm: whole and in order, partial and said so, or refused.</summary>
public abstract class AlarmJourneys(BackingKind backing) : Journey(backing)
{
    private static readonly RegisteredPatient Line = new(Events.People[0].NationalId, "Line", "Danser")
    {
        Phone = "+4790000001",
        KeyBox = "Til høyre for døren, kode 4711",
        Contacts = [new RegisteredContact("Kari Danser", "datter", "+4790000002", NextOfKin: true, HasKey: true), new RegisteredContact("Ola Nabo", "nabo", "+4790000003")],
        Services = new Dictionary<string, DateTimeOffset> { ["ta"] = DateTimeOffset.UnixEpoch, ["dho"] = DateTimeOffset.UnixEpoch },
    };

    private static string Alarm => $"epj/r4/{Municipality.Larvik.Orgnr}/$alarm-context";

    [Fact]
    public async Task Should_tell_all_that_a_response_centre_needs_in_one_answer_in_the_order_it_is_read()
    {
        await using var centre = await Centre.OpenAsync(this);

        var reply = await centre.AskAsync(Alarm, "identifier=" + Line.NationalId);

        Assert.True(reply.Status == HttpStatusCode.OK, reply.Text);
        Assert.Equal(["Patient", "RelatedPerson", "RelatedPerson", "EpisodeOfCare", "OperationOutcome"], Types(reply));
        var patient = Resource(reply, 0);
        Assert.Equal("Storgata 1", patient.GetProperty("address")[0].GetProperty("line")[0].GetString());
        Assert.Contains(patient.GetProperty("extension").EnumerateArray(), e => e.GetProperty("url").GetString() == "urn:hub:extension:key-box" && e.GetProperty("valueString").GetString() == Line.KeyBox);
        Assert.Equal(["Kari Danser", "Ola Nabo"], [Name(Resource(reply, 1)), Name(Resource(reply, 2))]);
        Assert.Equal("+4790000002", Resource(reply, 1).GetProperty("telecom")[0].GetProperty("value").GetString());
        // The response centre is told of what raises alarms, and of nothing else.
        Assert.Equal("ta", Resource(reply, 3).GetProperty("type")[0].GetProperty("coding")[0].GetProperty("code").GetString());
        Assert.Equal("information", Resource(reply, 4).GetProperty("issue")[0].GetProperty("severity").GetString());
    }

    [Fact]
    public async Task Should_answer_within_the_deadline_and_name_the_journal_that_did_not()
    {
        await using var second = await GericaServer.StartAsync(new GericaOptions { Patients = [Line] });
        await using var centre = await Centre.OpenAsync(this, second.Url);
        await second.SetFaultsAsync(new FaultPlan { SlowMedianMs = 60_000 });
        var watch = Stopwatch.StartNew();

        var reply = await centre.AskAsync(Alarm, "identifier=" + Line.NationalId);

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(4));
        Assert.Equal("Patient", Types(reply)[0]);
        var issue = Resource(reply, Types(reply).Count - 1).GetProperty("issue")[0];
        Assert.Equal(("warning", "timeout"), (issue.GetProperty("severity").GetString(), issue.GetProperty("code").GetString()));
        Assert.StartsWith("second:", issue.GetProperty("details").GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal("3.1", issue.GetProperty("details").GetProperty("coding")[0].GetProperty("code").GetString());
    }

    [Fact]
    public async Task Should_say_that_it_does_not_know_when_the_only_journal_is_slow_or_down()
    {
        await using var centre = await Centre.OpenAsync(this);
        await centre.Stage.Journal.SetFaultsAsync(new FaultPlan { SlowMedianMs = 60_000 });
        var watch = Stopwatch.StartNew();
        var slow = await centre.AskAsync(Alarm, "identifier=" + Line.NationalId);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(4));

        await centre.Stage.Journal.SetFaultsAsync(new FaultPlan { Down = DownKind.Refuse });
        var down = await centre.AskAsync(Alarm, "identifier=" + Line.NationalId);

        Assert.Equal((HttpStatusCode.BadRequest, "3.1"), (slow.Status, VkpCode(slow)));
        Assert.Equal((HttpStatusCode.BadRequest, "3"), (down.Status, VkpCode(down)));
        // Never an answer that looks like "no such patient".
        Assert.NotEqual("Bundle", down.Json.GetProperty("resourceType").GetString());
    }

    [Fact]
    public async Task Should_name_what_no_journal_has()
    {
        await using var second = await GericaServer.StartAsync(new GericaOptions { Patients = [Line with { KeyBox = null, Contacts = [] }] });
        await using var centre = await Centre.OpenAsync(this, second.Url);
        var known = await centre.AskAsync(Alarm, "identifier=" + Line.NationalId);
        centre.Stage.Journal.Patients.Put(new RegisteredPatient(Events.People[1].NationalId, "Per", "Uten") { Services = Line.Services });

        var bare = await centre.AskAsync(Alarm, "identifier=" + Events.People[1].NationalId);

        Assert.Equal(["complete"], Remarks(known));
        Assert.Equal(["complete", "key-box-missing", "contacts-missing"], Remarks(bare));
    }

    [Fact]
    public async Task Should_tell_who_raised_an_alarm_while_it_rings_and_journal_its_course_afterwards()
    {
        await using var centre = await Centre.OpenAsync(this);
        var told = ResponseStory.Tell(7, [Line.NationalId], new DateTimeOffset(2026, 3, 1, 6, 0, 0, TimeSpan.FromHours(1))).Single(e => e.What == "safety-alarm");

        var context = await centre.AskAsync(Alarm, "identifier=" + Line.NationalId);
        var journaled = await centre.PostAsync(told.Bundle);
        await centre.Stage.ArrivedAsync(told.Events + 1);

        Assert.Equal(["Patient", "RelatedPerson", "RelatedPerson", "EpisodeOfCare", "OperationOutcome"], Types(context));
        Assert.True(journaled.Status == HttpStatusCode.Accepted, journaled.Text);
        var documents = centre.Stage.Journal.Ledger.Effects.Select(e => JsonDocument.Parse(Encoding.UTF8.GetString(e.Body!)).RootElement).ToList();
        var resources = documents.SelectMany(d => d.GetProperty("entry").EnumerateArray()).Select(e => e.GetProperty("resource")).ToList();
        Assert.All(
            resources.Where(r => r.GetProperty("resourceType").GetString() == "Composition"),
            c => Assert.Equal(Line.NationalId, c.GetProperty("subject").GetProperty("identifier").GetProperty("value").GetString()));
        Assert.Contains(resources, r => r.GetProperty("resourceType").GetString() == "DetectedIssue");
        Assert.Contains(documents, d => d.GetRawText().Contains("Hjulpet opp, ingen skade", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Should_hold_a_protected_address_back_and_say_so()
    {
        await using var centre = await Centre.OpenAsync(this);
        centre.Stage.Journal.Patients.Put(Line with { Protection = "V" });

        var reply = await centre.AskAsync(Alarm, "identifier=" + Line.NationalId);

        Assert.DoesNotContain("Storgata", reply.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("4711", reply.Text, StringComparison.Ordinal);
        Assert.Contains("address-protected", reply.Text, StringComparison.Ordinal);
        Assert.Equal("+4790000001", Resource(reply, 0).GetProperty("telecom")[0].GetProperty("value").GetString());
    }

    [Fact]
    public async Task Should_answer_the_questions_of_VKP_as_VKP_does()
    {
        await using var centre = await Centre.OpenAsync(this);
        centre.Stage.Journal.Patients.Put(new RegisteredPatient(Events.People[1].NationalId, "Per", "Uten") { Services = new Dictionary<string, DateTimeOffset> { ["dho"] = DateTimeOffset.UnixEpoch } });

        var one = await centre.AskAsync($"epj/r4/{Municipality.Larvik.Orgnr}/patient/_search", "identifier=" + Line.NationalId);
        var all = await centre.AskAsync($"epj/r4/{Municipality.Larvik.Orgnr}/patient/_search", null);
        var services = await centre.AskAsync($"epj/r4/{Municipality.Larvik.Orgnr}/episodeofcare/_search", "patient.identifier=" + Line.NationalId);

        Assert.Equal(("searchset", 1, "Patient"), (one.Json.GetProperty("type").GetString(), one.Json.GetProperty("total").GetInt32(), Types(one)[0]));
        Assert.Equal(1, all.Json.GetProperty("total").GetInt32());
        Assert.Equal(["EpisodeOfCare"], Types(services));
        Assert.Equal(Line.NationalId, Resource(services, 0).GetProperty("patient").GetProperty("identifier").GetProperty("value").GetString());
    }

    [Theory]
    [InlineData("patient/_search", "identifier=12345", "rt", "2.1")]
    [InlineData("patient/_search", "identifier=UNKNOWN", "rt", "1.3")]
    [InlineData("patient/_search", "identifier=LINE", "gps", "1.3")]
    [InlineData("patient/_search", "identifier=LINE", "md", "1.2")]
    [InlineData("patient/_search", "identifier=LINE", "RT", "2.4")]
    [InlineData("patient/_search", "identifier=LINE", null, "2.3")]
    [InlineData("patient/_search", "identifier=LINE&identifier=LINE", "rt", "2.3")]
    [InlineData("patient/_search", "name=Line", "rt", "2.3")]
    [InlineData("careplan/_search", "patient.identifier=LINE", "rt", "1.4")]
    [InlineData("$alarm-context", "", "rt", "2.1")]
    public async Task Should_refuse_by_the_codes_of_VKP(string address, string form, string? services, string code)
    {
        await using var centre = await Centre.OpenAsync(this);

        var reply = await centre.AskAsync(
            $"epj/r4/{Municipality.Larvik.Orgnr}/{address}",
            form.Replace("LINE", Line.NationalId, StringComparison.Ordinal).Replace("UNKNOWN", Events.People[2].NationalId, StringComparison.Ordinal),
            services);

        Assert.Equal((HttpStatusCode.BadRequest, code), (reply.Status, VkpCode(reply)));
        Assert.DoesNotContain(Line.NationalId, reply.Text, StringComparison.Ordinal);
        var issue = reply.Json.GetProperty("issue")[0];
        Assert.NotEmpty(issue.GetProperty("details").GetProperty("text").GetString()!);
        Assert.NotEmpty(issue.GetProperty("diagnostics").GetString()!);
    }

    [Fact]
    public async Task Should_tell_nothing_to_a_partner_that_may_not_ask_nor_to_another_municipality()
    {
        await using var centre = await Centre.OpenAsync(this);

        var vendor = await centre.Stage.Caller(Municipality.Larvik.Strict).FormAsync(Alarm, "identifier=" + Line.NationalId, "rt");
        var elsewhere = await centre.AskAsync($"epj/r4/{Municipality.Skien.Orgnr}/$alarm-context", "identifier=" + Line.NationalId);

        Assert.Equal((HttpStatusCode.BadRequest, "1.4"), (vendor.Status, VkpCode(vendor)));
        Assert.Equal(HttpStatusCode.Forbidden, elsewhere.Status);
        Assert.Equal(0, centre.Stage.Journal.Patients.Asked);
    }

    [Fact]
    public async Task Should_write_every_look_in_the_audit_log_and_no_patient_in_the_technical_one()
    {
        await using var centre = await Centre.OpenAsync(this);
        var before = await centre.Stage.AuditAsync();
        await centre.AskAsync(Alarm, "identifier=" + Line.NationalId);
        await centre.AskAsync($"epj/r4/{Municipality.Larvik.Orgnr}/patient/_search", "identifier=" + Line.NationalId);

        Assert.Equal(before + 2, await centre.Stage.AuditAsync());
        Assert.DoesNotContain(Line.NationalId, centre.Stage.Logs(), StringComparison.Ordinal);
        Assert.DoesNotContain("Danser", centre.Stage.Logs(), StringComparison.Ordinal);
    }

    private static IReadOnlyList<string?> Remarks(Reply reply) =>
        [.. Resource(reply, Types(reply).Count - 1).GetProperty("issue").EnumerateArray().Select(i => i.GetProperty("details").GetProperty("coding")[0].GetProperty("code").GetString())];

    private static IReadOnlyList<string?> Types(Reply reply) => [.. reply.Json.GetProperty("entry").EnumerateArray().Select(e => e.GetProperty("resource").GetProperty("resourceType").GetString())];

    private static JsonElement Resource(Reply reply, int place) => reply.Json.GetProperty("entry")[place].GetProperty("resource");

    private static string Name(JsonElement person) => person.GetProperty("name")[0].GetProperty("text").GetString()!;

    private static string? VkpCode(Reply reply) => reply.Json.GetProperty("issue")[0].GetProperty("details").GetProperty("coding")[0].GetProperty("code").GetString();

    /// <summary>A stage with a response centre among its partners.</summary>
    private sealed class Centre(Stage stage, TestKey key) : IAsyncDisposable
    {
        public Stage Stage { get; } = stage;

        public static async Task<Centre> OpenAsync(AlarmJourneys journey, Uri? second = null)
        {
            var key = TestKey.New("centre");
            var stage = await journey.OpenAsync(Municipality.Larvik with
            {
                Partners = $$"""
                      centre: { adapter: vkp, inbound: { keys: ["{{key.Hash}}"], rate: 0, reads: [personalia, enrolled], services: [rt, ta, gps] } }
                    {{(second is null ? "" : $"  second: {{ adapter: gerica, url: \"{second}\", timeout: 30s }}")}}
                    """,
                Routes = """
                      - { name: devices, from: centre, content: deviceevent, to: journal, as: journal.device, retry: { schedule: fast } }
                      - { name: notes, from: centre, content: note, when: { triage: [none, green, yellow, red] }, to: journal, as: journal.note, retry: { schedule: fast } }
                    """,
            });
            stage.Journal.Patients.Put(Line);
            return new Centre(stage, key);
        }

        public Task<Reply> AskAsync(string address, string? form, string? services = "rt") => Stage.Caller(key).FormAsync(address, form, services);

        public Task<Reply> PostAsync(byte[] bundle) => Stage.Caller(key).PostAsync($"epj/r4/{Municipality.Larvik.Orgnr}/bundle", bundle, "application/fhir+json");

        public ValueTask DisposeAsync() => Stage.DisposeAsync();
    }

    /// <summary>On SQLite.</summary>
    public sealed class Embedded() : AlarmJourneys(BackingKind.Embedded);

    /// <summary>On PostgreSQL and RabbitMQ.</summary>
    public sealed class OnServers() : AlarmJourneys(BackingKind.Servers);
}
