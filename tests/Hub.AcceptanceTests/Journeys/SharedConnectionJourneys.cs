using System.Net;
using System.Text;
using System.Text.Json;
using Hub.AcceptanceTests.Staging;
using Hub.Simulators.Siemens;
using Xunit;

namespace Hub.AcceptanceTests.Journeys;

/// <summary>One vendor, 25 municipalities, three makes of journal, one connection: each tenant gets its own, and nobody anything of another.</summary>
public abstract class SharedConnectionJourneys(BackingKind backing)
{
    private const int Patients = 2;
    private const int Seed = 11;
    private static readonly IReadOnlyList<SiemensMunicipality> Agder = SiemensMunicipality.Agder;
    private static readonly SiemensStory Story = new(Agder, Seed, Patients);

    [Fact]
    public async Task Should_bring_everything_to_the_journal_of_its_own_municipality()
    {
        await using var stage = await SharedStage.OpenAsync(backing, Agder);
        using var feed = stage.Feed();
        var rounds = Story.Tell().Take(25 * Patients * 3).ToList();

        // Transactions of one patient each, and batches over all municipalities.
        await feed.RunAsync(rounds.Take(50), 0, CancellationToken.None);
        foreach (var many in rounds.Skip(50).Chunk(25))
            await feed.SendAsync(SiemensBundle.Batch($"batch-{many[0].Id}", many), CancellationToken.None);
        await stage.DrainAsync();

        Assert.Equal((rounds.Sum(r => r.Sources.Count), 0), (feed.Taken, feed.Refused));
        Assert.All(feed.Sent, s => Assert.Equal(200, s.Status));
        foreach (var (municipality, journal) in stage.Journals)
        {
            var own = municipality.Patients(Seed, Patients).Select(p => p.NationalId).ToHashSet();
            Assert.NotEmpty(journal.Filed);
            Assert.All(journal.Filed, patient => Assert.Contains(patient, own));
        }

        var ledger = await stage.Operator.LedgerAsync();
        Assert.Equal((feed.Taken, feed.Taken, 0), (ledger.Messages, ledger.Delivered, ledger.DeadLettered));
    }

    [Fact]
    public async Task Should_keep_nothing_of_one_tenant_in_the_bytes_of_another()
    {
        await using var stage = await SharedStage.OpenAsync(backing, Agder);
        using var feed = stage.Feed();
        var batch = SiemensBundle.Batch("all", [.. Story.Tell().Take(25 * Patients)]);

        var sent = await feed.SendAsync(batch, CancellationToken.None);
        await stage.DrainAsync();

        Assert.Equal(batch.Sources.Count, sent.Taken);
        foreach (var municipality in Agder)
        {
            var others = Agder.Where(m => m != municipality).SelectMany(m => m.Patients(Seed, Patients).SelectMany(p => new[] { p.NationalId, $"/{m.Name}-" }).Append(m.Orgnr)).ToList();
            foreach (var message in await stage.Operator.MessagesAsync($"?tenant={municipality.Name}"))
            {
                var raw = await stage.RawAsync(long.Parse(message.GetProperty("id").GetString()!, System.Globalization.CultureInfo.InvariantCulture));
                Assert.Contains(municipality.Orgnr, raw, StringComparison.Ordinal);
                Assert.All(others, o => Assert.DoesNotContain(o, raw, StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public async Task Should_tell_nobody_whether_an_organisation_is_unknown_or_has_not_chosen_the_connection()
    {
        var (here, aloof, nowhere) = (Agder[0], Agder[1], Agder[2]);
        await using var stage = await SharedStage.OpenAsync(backing, [here], [aloof]);
        var caller = stage.Caller(stage.Key);
        var parts = new[] { aloof, here, nowhere }.Select(m => Story.Visit(m, m.Patients(Seed, 1)[0], 0)).ToArray();

        var reply = await caller.PostAsync(stage.Address.AbsolutePath, SiemensBundle.Batch("mixed", parts).Bytes, "application/fhir+json");
        var foreign = await caller.PostAsync(stage.Address.AbsolutePath, parts[0].Bytes, "application/fhir+json");
        var unknown = await caller.PostAsync(stage.Address.AbsolutePath, parts[2].Bytes, "application/fhir+json");

        Assert.Equal(HttpStatusCode.OK, reply.Status);
        var refused = Outcomes(reply).Where(o => o.StartsWith("403", StringComparison.Ordinal)).Distinct().ToList();
        Assert.Single(refused);
        Assert.Equal(parts[1].Sources.Count, Outcomes(reply).Count(o => o.StartsWith("202", StringComparison.Ordinal)));
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (foreign.Status, unknown.Status));
        Assert.Equal(WithoutPlaces(foreign.Text), WithoutPlaces(unknown.Text));
        Assert.All(await stage.Operator.MessagesAsync(), m => Assert.Equal(here.Name, m.GetProperty("tenant").GetString()));
    }

    [Fact]
    public async Task Should_take_a_transaction_in_whole_or_not_at_all()
    {
        var (one, two) = (Agder[0], Agder[1]);
        await using var stage = await SharedStage.OpenAsync(backing, [one, two]);
        var caller = stage.Caller(stage.Key);
        var first = Story.Visit(one, one.Patients(Seed, 1)[0], 4);
        Assert.Equal(2, first.Sources.Count);
        var text = Encoding.UTF8.GetString(first.Bytes);

        var taken = await PostAsync(caller, stage, text);
        var again = await PostAsync(caller, stage, text);
        var before = (await stage.Operator.LedgerAsync()).Messages;
        var conflict = await PostAsync(caller, stage, Changed(text, first.Sources[0], first.Sources[1]));
        var faulty = await PostAsync(caller, stage, text.Replace("\"code\":\"/min\"", "\"code\":\"mg\"", StringComparison.Ordinal).Replace(first.Sources[0], "new-one", StringComparison.Ordinal));
        var across = await PostAsync(caller, stage, Encoding.UTF8.GetString(SiemensBundle.Batch("x", first, Story.Visit(two, two.Patients(Seed, 1)[0], 0)).Bytes).Replace("\"batch\"", "\"transaction\"", StringComparison.Ordinal));

        Assert.Equal("transaction-response", taken.Json.GetProperty("type").GetString());
        Assert.Equal(["202", "202"], Outcomes(taken).Where(o => !o.Contains("used", StringComparison.Ordinal)).Select(o => o[..3]));
        Assert.Equal(["200", "200"], Outcomes(again).Where(o => !o.Contains("used", StringComparison.Ordinal)).Select(o => o[..3]));
        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (conflict.Status, faulty.Status, across.Status));
        Assert.Contains("HUB-INTAKE-026", conflict.Text, StringComparison.Ordinal);
        Assert.Contains("HUB-FHIR-009", across.Text, StringComparison.Ordinal);
        Assert.Equal(before, (await stage.Operator.LedgerAsync()).Messages);
    }

    [Fact]
    public async Task Should_answer_in_the_order_received_and_by_the_places_of_the_message_as_sent()
    {
        var (one, two) = (Agder[0], Agder[1]);
        await using var stage = await SharedStage.OpenAsync(backing, [one, two]);
        var bad = Story.Visit(two, two.Patients(Seed, 2)[1], 3);
        var text = Encoding.UTF8.GetString(SiemensBundle.Batch("order", Story.Visit(one, one.Patients(Seed, 1)[0], 0), bad, Story.Visit(one, one.Patients(Seed, 2)[1], 0)).Bytes);
        var sent = JsonDocument.Parse(text).RootElement.GetProperty("entry").EnumerateArray().Select(e => e.GetProperty("fullUrl").GetString()).ToList();

        var reply = await PostAsync(stage.Caller(stage.Key), stage, text.Replace(bad.Sources[0], new string('x', 10) + "\",\"strange\":\"1", StringComparison.Ordinal));

        var answered = reply.Json.GetProperty("entry").EnumerateArray().ToList();
        Assert.Equal(sent, answered.Select(e => e.GetProperty("fullUrl").GetString()));
        var at = answered.FindIndex(e => e.GetProperty("response").GetProperty("status").GetString()![0] == '4');
        Assert.StartsWith($"Bundle.entry[{at}].", answered[at].GetProperty("response").GetProperty("outcome").GetProperty("issue")[0].GetProperty("expression")[0].GetString(), StringComparison.Ordinal);
        Assert.Equal(3, answered.Count(e => e.GetProperty("response").TryGetProperty("location", out var place) && place.GetString()!.StartsWith("Observation/", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Should_open_to_its_own_key_only_and_bound_the_rate()
    {
        await using var stage = await SharedStage.OpenAsync(backing, [Agder[0]], terms: "rate: 1, maxBytes: 20000");
        var bytes = Story.Visit(Agder[0], Agder[0].Patients(Seed, 1)[0], 0).Bytes;
        var address = stage.Address.AbsolutePath;

        Assert.Equal(HttpStatusCode.Forbidden, (await stage.Caller(stage.Own).PostAsync(address, bytes, "application/fhir+json")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await stage.Caller(Tests.Support.TestKey.New("nobody")).PostAsync(address, bytes, "application/fhir+json")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await stage.Caller(stage.Key).PostAsync("connections/another/fhir", bytes, "application/fhir+json")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await stage.Caller(stage.Key).PostAsync($"in/{Agder[0].Name}/siemens", bytes, "application/fhir+json")).Status);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await stage.Caller(stage.Key).PostAsync(address, bytes, "text/plain")).Status);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await stage.Caller(stage.Key).PostAsync(address, new byte[20001], "application/fhir+json")).Status);
        Assert.Equal(HttpStatusCode.OK, (await stage.Caller(stage.Key).PostAsync(address, bytes, "application/fhir+json")).Status);
        Assert.Equal(HttpStatusCode.OK, (await stage.Caller(stage.Key).PostAsync(address + "/", bytes, "application/fhir+json")).Status);
        Assert.Equal(HttpStatusCode.NotImplemented, (await stage.Caller(stage.Key).PostAsync(address + "/Observation", bytes, "application/fhir+json")).Status);
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 20; i++)
            statuses.Add((await stage.Caller(stage.Key).PostAsync(address, bytes, "application/fhir+json")).Status);
        Assert.Contains(HttpStatusCode.TooManyRequests, statuses);
    }

    [Fact]
    public async Task Should_take_the_same_bundle_at_a_tenants_own_address_and_nobody_elses()
    {
        var (own, other) = (Agder[0], Agder[1]);
        await using var stage = await SharedStage.OpenAsync(backing, [own, other]);
        var caller = stage.Caller(stage.Own);

        var taken = await caller.PostAsync($"in/{own.Name}/direct", Story.Visit(own, own.Patients(Seed, 1)[0], 0).Bytes, "application/fhir+json");
        var refused = await caller.PostAsync($"in/{own.Name}/direct", Story.Visit(other, other.Patients(Seed, 1)[0], 0).Bytes, "application/fhir+json");

        Assert.Equal(HttpStatusCode.Accepted, taken.Status);
        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.Contains("HUB-AUTH-006", refused.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(own.Patients(Seed, 1)[0].NationalId, stage.Logs(), StringComparison.Ordinal);
    }

    private static Task<Reply> PostAsync(Caller caller, SharedStage stage, string text) => caller.PostAsync(stage.Address.AbsolutePath, Encoding.UTF8.GetBytes(text), "application/fhir+json");

    // One value changed under its old identifier, the other under a new one.
    private static string Changed(string bundle, string known, string renamed)
    {
        var at = bundle.IndexOf($"\"value\":\"{known}\"", StringComparison.Ordinal);
        var value = bundle.IndexOf("\"valueQuantity\":{\"value\":", at, StringComparison.Ordinal) + "\"valueQuantity\":{\"value\":".Length;
        return (bundle[..value] + "8" + bundle[(value + 1)..]).Replace(renamed, $"{renamed}-new", StringComparison.Ordinal);
    }

    private static List<string> Outcomes(Reply reply) =>
        [.. reply.Json.GetProperty("entry").EnumerateArray().Select(e => e.GetProperty("response")).Select(r => $"{r.GetProperty("status").GetString()} {r.GetProperty("outcome").GetProperty("issue")[0].GetProperty("details").GetProperty("coding")[0].GetProperty("code").GetString()}")];

    private static string WithoutPlaces(string text) => System.Text.RegularExpressions.Regex.Replace(text, "Bundle.entry\\[[0-9]+\\]", "entry");

    /// <summary>On SQLite.</summary>
    public sealed class Embedded() : SharedConnectionJourneys(BackingKind.Embedded);

    /// <summary>On PostgreSQL and RabbitMQ.</summary>
    public sealed class OnServers() : SharedConnectionJourneys(BackingKind.Servers);
}
