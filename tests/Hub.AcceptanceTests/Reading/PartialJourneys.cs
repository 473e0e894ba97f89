using Hub.AcceptanceTests.Staging;
using Hub.Core.Content;
using Hub.Simulators.Dignio;
using Xunit;

namespace Hub.AcceptanceTests.Reading;

/// <summary>A vendor that is broken gives a clear partial answer, never an empty one that looks like no values.</summary>
public abstract class PartialJourneys(BackingKind backing)
{
    private const string Search = "fhir/larvik/Observation/_search";

    [Theory]
    [InlineData(LookupFault.Unavailable, "HUB-LOOKUP-003", "transient", 502)]
    [InlineData(LookupFault.Silent, "HUB-LOOKUP-002", "timeout", 504)]
    [InlineData(LookupFault.Truncated, "HUB-LOOKUP-004", "incomplete", 502)]
    [InlineData(LookupFault.Page, "HUB-LOOKUP-004", "incomplete", 502)]
    [InlineData(LookupFault.OtherPatient, "HUB-LOOKUP-004", "incomplete", 502)]
    [InlineData(LookupFault.Unauthorized, "HUB-LOOKUP-006", "transient", 502)]
    public async Task Should_show_what_the_others_have_and_say_whose_values_are_missing(LookupFault fault, string code, string type, int status)
    {
        await using var stage = await ReadStage.OpenAsync(backing);
        stage.Second.Records.Add(stage.Story.Where(e => e.Person.NationalId == stage.Patient && e.Content is Measurement).Take(3).Select(e => e with { EventId = $"o-{e.EventId}" }));
        var token = stage.Token(ReadStage.Municipality);
        stage.First.LookupFault = fault;

        var some = await stage.PostAsync(Search, token, ("patient.identifier", stage.Patient), ("category", "vital-signs,activity,laboratory"), ("date", "ge2026-02-01"));
        stage.Second.LookupFault = fault == LookupFault.OtherPatient ? LookupFault.Truncated : fault;
        var none = await stage.PostAsync(Search, token, ("patient.identifier", stage.Patient), ("category", "vital-signs"), ("date", "ge2026-02-02"));

        Assert.Equal(200, some.Status);
        Assert.Equal(3, some.Matches.Count);
        Assert.False(some.Json.TryGetProperty("total", out _));
        Assert.Equal((code, type), (some.Code, some.Issue));
        Assert.Contains("'dignio'", some.Text, StringComparison.Ordinal);
        Assert.Contains("since 2026-01-31", some.Text, StringComparison.Ordinal);
        Assert.Equal(status, none.Status);
        Assert.Equal("OperationOutcome", none.Type);
        Oracle.Check(some.Json);
        Oracle.Check(none.Json);
    }

    [Theory]
    [InlineData(LookupFault.Unavailable, 502, "HUB-LOOKUP-003")]
    [InlineData(LookupFault.Silent, 504, "HUB-LOOKUP-002")]
    public async Task Should_say_that_the_only_vendor_is_broken_whatever_is_asked_for(LookupFault fault, int status, string code)
    {
        await using var stage = await ReadStage.OpenAsync(backing);
        var token = stage.Token(ReadStage.Skien);
        stage.First.LookupFault = fault;

        var search = await stage.PostAsync("fhir/skien/Observation/_search", token, ("patient.identifier", stage.Patient));
        var last = await stage.PostAsync("fhir/skien/Observation/$lastn", token, ("patient.identifier", stage.Patient), ("category", "vital-signs"));
        var trend = await stage.PostAsync("fhir/skien/Observation/$trend", token, ("patient.identifier", stage.Patient), ("code", "8867-4"), ("start", "2026-02-01"), ("end", "2026-03-01"));

        Assert.All(new[] { search, last, trend }, s => Assert.Equal((status, code, "OperationOutcome"), (s.Status, s.Code, s.Type)));
    }

    [Fact]
    public async Task Should_say_that_last_values_and_trends_are_parts_too()
    {
        await using var stage = await ReadStage.OpenAsync(backing);
        var token = stage.Token(ReadStage.Municipality);
        stage.Second.Records.Add(stage.Story.Where(e => e.Person.NationalId == stage.Patient && e.Content is Measurement).Select(e => e with { EventId = $"o-{e.EventId}" }));
        stage.First.LookupFault = LookupFault.Unavailable;

        var last = await stage.PostAsync("fhir/larvik/Observation/$lastn", token, ("patient.identifier", stage.Patient), ("category", "vital-signs"));
        var trend = await stage.PostAsync("fhir/larvik/Observation/$trend", token, ("patient.identifier", stage.Patient), ("code", "8867-4,59408-5,29463-7"), ("start", "2026-02-01"), ("end", "2026-03-01"));

        Assert.Equal((200, "HUB-LOOKUP-003"), (last.Status, last.Code));
        Assert.NotEmpty(last.Matches);
        var values = trend.Json.GetProperty("parameter")[0].GetProperty("resource").GetProperty("entry").EnumerateArray().ToArray();
        Assert.Contains(values, v => v.GetProperty("search").GetProperty("mode").GetString() == "match");
        Assert.Contains(values, v => v.GetProperty("resource").GetProperty("resourceType").GetString() == "OperationOutcome");
    }

    [Fact]
    public async Task Should_say_that_an_answer_is_a_part_when_one_value_cannot_be_understood()
    {
        await using var stage = await ReadStage.OpenAsync(backing);
        stage.First.LookupFault = LookupFault.OneBadEvent;

        var seen = await stage.PostAsync(Search, stage.Token(ReadStage.Municipality), ("patient.identifier", stage.Patient), ("code", "8867-4,59408-5,29463-7"));

        Assert.Equal(("HUB-LOOKUP-008", "incomplete"), (seen.Code, seen.Issue));
        Assert.StartsWith("Some values from 'dignio'", seen.Text, StringComparison.Ordinal);
        Assert.False(seen.Json.TryGetProperty("total", out _));
    }

    [Fact]
    public async Task Should_tell_a_patient_without_values_from_one_whom_nobody_follows_up()
    {
        await using var stage = await ReadStage.OpenAsync(backing);
        var token = stage.Token(ReadStage.Municipality);
        const string Enrolled = "10915596784";
        stage.First.Records.Enrol(Enrolled);
        stage.Second.Records.Enrol(Enrolled);

        var empty = await stage.PostAsync(Search, token, ("patient.identifier", Enrolled));
        var unknown = await stage.PostAsync(Search, token, ("patient.identifier", "13116900216"));

        Assert.Equal((200, 0), (empty.Status, empty.Json.GetProperty("total").GetInt32()));
        Assert.Null(empty.Outcome);
        Assert.Equal((200, 0), (unknown.Status, unknown.Json.GetProperty("total").GetInt32()));
        Assert.Equal(("HUB-LOOKUP-005", "not-found"), (unknown.Code, unknown.Issue));
    }

    [Fact]
    public async Task Should_answer_within_its_deadline_however_slow_the_vendor_is()
    {
        await using var stage = await ReadStage.OpenAsync(backing);
        stage.First.LookupLatency = TimeSpan.FromSeconds(30);
        var started = TimeProvider.System.GetTimestamp();

        var seen = await stage.PostAsync(Search, stage.Token(ReadStage.Municipality), ("patient.identifier", stage.Patient));

        Assert.Equal("HUB-LOOKUP-002", seen.Code);
        Assert.InRange(TimeProvider.System.GetElapsedTime(started), TimeSpan.FromMilliseconds(300), TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Should_let_no_national_id_out_into_logs_files_or_the_database_whatever_goes_wrong()
    {
        await using var stage = await ReadStage.OpenAsync(backing);
        var token = stage.Token(ReadStage.Municipality);
        foreach (var fault in Enum.GetValues<LookupFault>())
        {
            stage.First.LookupFault = fault;
            await stage.PostAsync(Search, token, ("patient.identifier", stage.Patient), ("date", $"ge2026-02-0{1 + (int)fault}"));
        }

        await stage.PostAsync(Search, stage.Token(ReadStage.Doctor), ("patient.identifier", stage.Patient));
        await stage.PostAsync(Search, token, ("patient.identifier", stage.Patient[..10]));
        await stage.SendAsync(HttpMethod.Get, $"fhir/larvik/Observation?patient={stage.Patient}", token);
        await stage.SendAsync(HttpMethod.Get, $"fhir/larvik/Patient/{stage.Patient}", token);

        string[] secrets = [stage.Patient, stage.Patient[..10], "04048900181"];
        Assert.All(secrets, s => Assert.DoesNotContain(s, stage.Logs, StringComparison.Ordinal));
        var files = Directory.Exists(stage.Data) ? Directory.EnumerateFiles(stage.Data, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith(".lock", StringComparison.Ordinal)) : [];
        foreach (var file in files)
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var copy = new MemoryStream();
            await stream.CopyToAsync(copy, TestContext.Current.CancellationToken);
            Assert.All(secrets, s => Assert.False(copy.ToArray().AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(s)) >= 0, Path.GetFileName(file)));
        }

        var (_, broken) = await stage.Store.VerifyAsync(TestContext.Current.CancellationToken);
        Assert.Null(broken);
    }

    /// <summary>On SQLite.</summary>
    public sealed class Embedded() : PartialJourneys(BackingKind.Embedded);

    /// <summary>On PostgreSQL.</summary>
    public sealed class OnPostgres() : PartialJourneys(BackingKind.Servers);
}
