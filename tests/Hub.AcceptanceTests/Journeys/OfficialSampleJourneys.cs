using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hub.AcceptanceTests.Meaning;
using Hub.AcceptanceTests.Staging;
using Xunit;

namespace Hub.AcceptanceTests.Journeys;

/// <summary>Published examples of others go through the VKP face and arrive with the meaning they had.</summary>
public abstract class OfficialSampleJourneys(BackingKind backing) : Journey(backing)
{
    [Fact]
    public async Task Should_bring_every_published_observation_to_the_lab_module_unchanged_in_meaning()
    {
        await using var stage = await OpenAsync();
        var vendor = stage.Caller(Municipality.Larvik.Lenient);
        var samples = Samples("vkp-observation").ToList();
        var problems = new List<string>();

        foreach (var (name, observation) in samples)
        {
            var before = stage.Journal.Ledger.Count;
            var reply = await vendor.PostAsync($"epj/r4/{Municipality.Larvik.Orgnr}/observation", Bytes(observation), "application/fhir+json");
            await stage.DrainAsync();
            if (reply.Status != HttpStatusCode.Accepted || stage.Journal.Ledger.Count != before + 1)
                problems.Add($"{name}: {reply.Status}, {stage.Journal.Ledger.Count - before} effects {reply.Text} {Refusals(stage)}");
            else
                problems.AddRange(Differences(observation, stage.Journal.Ledger.Effects[^1].Body!).Select(d => $"{name}: {d}"));
        }

        Assert.NotEmpty(samples);
        Assert.True(problems.Count == 0, string.Join(Environment.NewLine, problems));
    }

    [Fact]
    public async Task Should_bring_every_entry_of_the_published_pmd_batch_to_the_lab_module_and_answer_each()
    {
        await using var stage = await OpenAsync();
        var (_, batch) = Samples("pmd").Single(s => s.Name.Contains("Request", StringComparison.Ordinal));
        var sent = batch["entry"]!.AsArray().Select(e => e!["resource"]!).ToList();

        var reply = await stage.Caller(Municipality.Larvik.Lenient).PostAsync($"epj/r4/{Municipality.Larvik.Orgnr}/bundle", Bytes(batch), "application/fhir+json");
        await stage.DrainAsync();

        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.Equal("batch-response", reply.Json.GetProperty("type").GetString());
        var answers = reply.Json.GetProperty("entry").EnumerateArray().Select(e => e.GetProperty("response").GetProperty("status").GetString()!).ToList();
        Assert.Equal(sent.Count, answers.Count);
        Assert.True(answers.All(a => a.StartsWith("202", StringComparison.Ordinal)), reply.Text);
        Assert.True(stage.Journal.Ledger.Count == sent.Count, Refusals(stage));
        var arrived = stage.Journal.Ledger.Effects.Select(e => e.Body!).ToList();
        foreach (var observation in sent)
            Assert.True(arrived.Any(body => Differences(observation, body).Count == 0), $"nothing that arrived means the same as {observation["code"]!.ToJsonString()}");
    }

    private static IReadOnlyList<string> Differences(JsonNode sent, byte[] arrived)
    {
        using var before = JsonDocument.Parse(Bytes(sent));
        using var after = JsonDocument.Parse(arrived);
        return ObservationMeaning.Differences(before.RootElement, after.RootElement);
    }

    // The published examples name patients by a vendor's running numbers, or by numbers too short to be anybody's: no other journal can find them.
    // Those get a synthetic national id; all else is as published.
    private static IEnumerable<(string Name, JsonNode Json)> Samples(string folder)
    {
        var standards = Environment.GetEnvironmentVariable("HUB_STANDARDS");
        Assert.SkipWhen(string.IsNullOrEmpty(standards), "HUB_STANDARDS is not set: the published examples are not part of this repository");
        foreach (var file in Directory.EnumerateFiles(Path.Combine(standards!, "samples", "fhir", folder), "*.json").Order(StringComparer.Ordinal))
        {
            var json = JsonNode.Parse(File.ReadAllText(file).TrimStart('\uFEFF'))!;
            foreach (var observation in json["entry"]?.AsArray().Select(e => e!["resource"]).OfType<JsonNode>() ?? [json])
            {
                if (observation["subject"]?["identifier"]?["value"]?.GetValue<string>().Length != 11)
                    observation["subject"] = new JsonObject { ["identifier"] = new JsonObject { ["system"] = "urn:oid:2.16.578.1.12.4.1.4.1", ["value"] = Events.People[0].NationalId } };
            }

            yield return (Path.GetFileNameWithoutExtension(file), json);
        }
    }

    private static byte[] Bytes(JsonNode json) => Encoding.UTF8.GetBytes(json.ToJsonString());

    private static string Refusals(Stage stage) => string.Join("; ", stage.Journal.Ledger.Refusals.Select(r => $"{r.Reason} {string.Join(", ", r.Details)}"));

    /// <summary>On SQLite.</summary>
    public sealed class Embedded() : OfficialSampleJourneys(BackingKind.Embedded);

    /// <summary>On PostgreSQL and RabbitMQ.</summary>
    public sealed class OnServers() : OfficialSampleJourneys(BackingKind.Servers);
}
