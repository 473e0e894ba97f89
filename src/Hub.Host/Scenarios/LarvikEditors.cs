using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hub.Core.Content;
using Hub.Simulators.Dignio;

namespace Hub.Host.Scenarios;

/// <summary>Two who change the same version of a plan over the FHIR face at once: the second is shown both. An edit that nobody waits for is kept until somebody merges it.</summary>
internal static class LarvikEditors
{
    private const string Tenant = "larvik";
    private const string Flow = "4 shared plan";
    private const string First = "Endret hos leverandøren";
    private const string Second = "Endret i journalen";
    private const string Merged = "Slått sammen av begge";

    /// <summary>Plays its steps; plans were written before.</summary>
    /// <param name="stage">The running hub.</param>
    /// <param name="story">What happened before: the patient of its first plan is the one.</param>
    /// <param name="vendor">Is told.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>When played.</returns>
    public static async Task PlayAsync(ScenarioStage stage, IReadOnlyList<FeedEvent> story, DignioServer vendor, CancellationToken cancel)
    {
        var edited = story.First(e => e.Content is SelfTreatmentPlan);
        var (id, began) = ("", 0);
        JsonNode latest = null!;
        await stage.StepAsync(Flow, "two change the same version at once: the second is answered 409 with the latest version, the one that both began from, and its own", async () =>
        {
            var read = (await AskAsync(stage, "profil", HttpMethod.Post, "CarePlan/_search", $"patient.identifier={edited.Person.NationalId}", 200, mediaType: "application/x-www-form-urlencoded"))["entry"]![0]!["resource"]!;
            id = (string)read["id"]!;
            began = Version(read);
            await WriteAsync(stage, "dignio", HttpMethod.Put, $"CarePlan/{id}", With(read, First), began, "Ny medisin", 200);
            var shown = (await WriteAsync(stage, "profil", HttpMethod.Put, $"CarePlan/{id}", With(read, Second), began, "Etter hjemmebesøk", 409))["entry"]!.AsArray().Select(e => e!["resource"]!).ToArray();
            latest = shown[1];
            var titles = shown.Skip(1).Select(r => (string)r["title"]!).ToArray();
            return titles.SequenceEqual([First, (string)read["title"]!, Second]) ? (string)shown[0]["issue"]![0]!["details"]!["coding"]![0]!["code"]! : throw new ScenarioFailedException($"shown were {string.Join(", ", titles)}");
        });
        await stage.StepAsync(Flow, "the vendor's webhook, which nobody waits for, brings an edit of that old version, too: it is kept as a conflict, shown, and settled by a version that merges both; everybody has that one", async () =>
        {
            await EditAsync(stage, edited, $"{id}/{began}");
            JsonNode[] conflicts = [];
            await stage.UntilAsync("the conflict is shown", async () => (conflicts = await ConflictsAsync(stage, id)).Length == 1, cancel);
            var version = Version(latest);
            await WriteAsync(stage, "profil", HttpMethod.Post, $"CarePlan/{id}/$resolve?conflict={(string)conflicts[0]["id"]!}", With(latest, Merged), version, "Avklart på telefon", 200);
            await stage.UntilAsync("the vendor has the merged version", () => Task.FromResult(vendor.Plans.Of(edited.Person.NationalId)?.Body.GetProperty("title").GetString() == Merged), cancel);
            await stage.DrainAsync(cancel);
            return (await ConflictsAsync(stage, id)).Length == 0 ? string.Create(CultureInfo.InvariantCulture, $"version {version + 1}") : throw new ScenarioFailedException("the conflict is still there");
        });
    }

    private static async Task<JsonNode[]> ConflictsAsync(ScenarioStage stage, string id)
    {
        var shown = (await AskAsync(stage, "profil", HttpMethod.Get, $"CarePlan/{id}/$conflicts", null, 200))["entry"]?.AsArray().Select(e => e!["resource"]!) ?? [];
        return [.. shown.Where(r => ((string?)r["id"])?.StartsWith($"{id}.", StringComparison.Ordinal) == true && (string?)r["resourceType"] == "CarePlan")];
    }

    private static async Task EditAsync(ScenarioStage stage, FeedEvent before, string basis)
    {
        var plan = (SelfTreatmentPlan)before.Content;
        var edited = plan with { Title = "Endret i appen", Version = plan.Version + 50, Time = new ClinicalTime(stage.Now), BasedOn = basis, ReasonForChange = "Pasienten ba om det." };
        var body = Encoding.UTF8.GetString(DignioJson.Write(before with { EventId = $"{before.EventId}-edited", OccurredAt = stage.Now, SendAt = stage.Now, Content = edited }).Span);
        var (status, answer) = await stage.CallAsync(Tenant, "dignio", HttpMethod.Post, $"in/{Tenant}/dignio", body);
        if (status != 202)
            throw new ScenarioFailedException($"answered {status}: {answer}");
    }

    private static int Version(JsonNode plan) => int.Parse((string)plan["meta"]!["versionId"]!, CultureInfo.InvariantCulture);

    private static string With(JsonNode plan, string title)
    {
        var changed = plan.DeepClone();
        changed["title"] = title;
        return changed.ToJsonString();
    }

    private static Task<JsonNode> WriteAsync(ScenarioStage stage, string partner, HttpMethod method, string path, string body, int version, string reason, int expected) =>
        AskAsync(stage, partner, method, path, body, expected, new Dictionary<string, string> { ["If-Match"] = $"W/\"{version.ToString(CultureInfo.InvariantCulture)}\"", ["X-Provenance"] = Provenance(stage, reason) });

    private static async Task<JsonNode> AskAsync(
        ScenarioStage stage, string partner, HttpMethod method, string path, string? body, int expected, Dictionary<string, string>? headers = null, string mediaType = "application/fhir+json")
    {
        var (status, text) = await stage.CallAsync(stage.Cast.Partners[(Tenant, partner)].Key, method, $"fhir/{Tenant}/{path}", body, mediaType, headers);
        return status == expected ? JsonNode.Parse(text)! : throw new ScenarioFailedException($"{method} was answered {status}: {text}");
    }

    // Headers carry no letters beyond ASCII: they stand as escapes.
    private static string Provenance(ScenarioStage stage, string reason) => JsonSerializer.Serialize(new
    {
        resourceType = "Provenance",
        target = new[] { new { display = "plan" } },
        recorded = stage.Now,
        reason = new[] { new { text = reason } },
        agent = new[] { new { who = new { type = "Practitioner", display = "Sykepleier Prøve" } } },
    });
}
