using System.Net;
using Hub.AcceptanceTests.Staging;
using Hub.Simulators.Gerica;
using Hub.Tests.Support;
using Xunit;

namespace Hub.AcceptanceTests.Journeys.Plans;

/// <summary>One self-treatment plan, edited from several places.</summary>
public abstract class PlanJourneys(BackingKind backing)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Should_bring_an_edit_at_the_vendor_to_journal_hospital_and_national_register()
    {
        await using var stage = await PlanStage.OpenAsync(backing);

        Assert.Equal(HttpStatusCode.Accepted, (await stage.VendorAsync("e-1", 1, p => p with { Title = "Første" })).Status);
        await stage.EverybodyShowsAsync("Første", 1);
        Assert.Equal(HttpStatusCode.Accepted, (await stage.VendorAsync("e-2", 2, p => p with { Title = "Andre" })).Status);
        await stage.EverybodyShowsAsync("Andre", 2);
        Assert.Equal(HttpStatusCode.Accepted, (await stage.HospitalAsync("h-1", 1, p => p with { Title = "Sykehusets" })).Status);
        await stage.EverybodyShowsAsync("Sykehusets", 3);
        await stage.Hub.DrainAsync();

        // The vendor wrote two versions and was told the third only; nobody sends anything back.
        Assert.Equal([3], stage.Vendor.Plans.Told.Select(t => t.Version));
        Assert.Equal([1, 2], stage.Clinic.Plans.Told.Select(t => t.Version));
        var history = (await stage.FhirAsync(HttpMethod.Get, $"CarePlan/{(string)(await stage.PlanAsync())["id"]!}/_history")).Body;
        Assert.Equal(["3", "2", "1"], history["entry"]!.AsArray().Select(e => (string)e!["resource"]!["meta"]!["versionId"]!));
        Assert.Equal(0, (await stage.Hub.Operator.LedgerAsync()).DeadLettered);
    }

    [Fact]
    public async Task Should_bring_a_change_in_the_national_register_to_everybody()
    {
        await using var stage = await PlanStage.OpenAsync(backing);
        await stage.VendorAsync("e-1", 1, p => p with { Title = "Første" });
        await stage.EverybodyShowsAsync("Første", 1);

        stage.Planer.Register.Edit(stage.Planer.Register.Ids[0], "Justert av fastlegen", c => c["title"] = "Fastlegens");
        await stage.EverybodyShowsAsync("Fastlegens", 2);
        await stage.Hub.DrainAsync();

        var plan = await stage.PlanAsync();
        Assert.Contains(plan["note"]!.AsArray(), n => (string)n!["text"]! == "Endret fordi: Justert av fastlegen");
        Assert.Equal(2, (int)stage.Planer.Register.Find(stage.Planer.Register.Ids[0])!["version"]!);
    }

    [Fact]
    public async Task Should_show_a_conflict_of_two_edits_at_once_and_settle_it_with_a_merged_version()
    {
        await using var stage = await PlanStage.OpenAsync(backing);
        await stage.VendorAsync("e-1", 1, p => p with { Title = "Første" });
        await stage.EverybodyShowsAsync("Første", 1);

        var both = await Task.WhenAll(stage.HospitalAsync("h-1", 1, p => p with { Title = "Sykehusets" }), stage.VendorAsync("e-2", 2, p => p with { Title = "Leverandørens" }));
        await stage.Hub.DrainAsync();
        await Wait.UntilAsync("one of them is a dead letter", Patience, async () => (await stage.Hub.Operator.LedgerAsync()).DeadLettered == 1);
        var states = new List<(string? State, string? Error)>();
        foreach (var reply in both)
        {
            var delivery = (await stage.Hub.Operator.MessageAsync(reply.Messages[0])).GetProperty("deliveries")[0];
            states.Add((delivery.GetProperty("state").GetString(), delivery.TryGetProperty("error", out var error) ? error.GetString() : null));
        }

        Assert.Contains(("deadLettered", "HUB-PLAN-001"), states);
        Assert.Contains(states, s => s.State == "delivered");
        var id = (string)(await stage.PlanAsync())["id"]!;
        var shown = (await stage.FhirAsync(HttpMethod.Get, $"CarePlan/{id}/$conflicts")).Body["entry"]!.AsArray().Select(e => e!["resource"]!).ToArray();
        var conflict = Assert.Single(shown, r => ((string?)r["id"])?.StartsWith($"{id}.", StringComparison.Ordinal) == true && (string)r["resourceType"]! == "CarePlan");
        var titles = shown.Where(r => (string)r["resourceType"]! == "CarePlan").Select(r => (string)r["title"]!).Order(StringComparer.Ordinal);
        Assert.Equal(["Første", "Leverandørens", "Sykehusets"], titles);

        var (read, current, tag) = await stage.FhirAsync(HttpMethod.Get, $"CarePlan/{id}");
        Assert.Equal((HttpStatusCode.OK, "W/\"2\""), (read, tag));
        current["title"] = "Begges";
        var merged = await stage.FhirAsync(HttpMethod.Post, $"CarePlan/{id}/$resolve?conflict={(string)conflict["id"]!}", current.ToJsonString(), tag, "Slått sammen");
        Assert.True(merged.Status == HttpStatusCode.OK, merged.Body.ToJsonString());
        await stage.Hub.DrainAsync();

        Assert.Equal("W/\"3\"", merged.ETag);
        Assert.Single((await stage.FhirAsync(HttpMethod.Get, $"CarePlan/{id}/$conflicts")).Body["entry"]!.AsArray());
        await Wait.UntilAsync("the merged version is everywhere", Patience, async () =>
        {
            await stage.Hub.DrainAsync();
            return stage.PlanerTitle == "Begges" && stage.JournalTitle == "Begges" && stage.Vendor.Plans.Last?.Version == 3;
        });
    }

    [Fact]
    public async Task Should_catch_up_with_a_partner_that_was_down_meanwhile()
    {
        await using var stage = await PlanStage.OpenAsync(backing);
        await stage.VendorAsync("e-1", 1, p => p with { Title = "Første" });
        await stage.EverybodyShowsAsync("Første", 1);
        await stage.Planer.GoDownAsync();
        await stage.Journal.SetFaultsAsync(new FaultPlan { Down = DownKind.Refuse });

        await stage.VendorAsync("e-2", 2, p => p with { Title = "Andre" });
        await Wait.UntilAsync("the hospital has it", Patience, () => Task.FromResult(stage.Clinic.Plans.Last?.Version == 2));
        await stage.HospitalAsync("h-1", 1, p => p with { Title = "Tredje" });
        await Wait.UntilAsync("the vendor has it", Patience, () => Task.FromResult(stage.Vendor.Plans.Last?.Version == 3));
        await stage.Planer.ComeBackAsync();
        await stage.Journal.SetFaultsAsync(FaultPlan.Healthy);

        await stage.EverybodyShowsAsync("Tredje", 3);
        var id = stage.Planer.Register.Ids[0];
        Assert.Equal(["Første", "Andre", "Tredje"], Enumerable.Range(1, 3).Select(v => (string)stage.Planer.Register.Find(id, v)!["clinical_content"]!["title"]!));
    }

    [Fact]
    public async Task Should_lose_nothing_when_the_hub_is_killed_between_the_version_and_its_telling()
    {
        await using var stage = await PlanStage.OpenAsync(backing);
        await stage.VendorAsync("e-1", 1, p => p with { Title = "Første" });
        await stage.EverybodyShowsAsync("Første", 1);

        for (var version = 2; version <= 4; version++)
        {
            var number = version;
            Assert.Equal(HttpStatusCode.Accepted, (await stage.VendorAsync($"e-{number}", number, p => p with { Title = $"Nr. {number}" })).Status);
            // At a moment of its own each time: while the version is taken, told, or on its way to somebody.
            if (number > 2)
                await Wait.UntilAsync("the version is there", Patience, async () => (string)(await stage.PlanAsync())["meta"]!["versionId"]! == $"{number}");
            await stage.Hub.RestartAsync();
        }

        await stage.EverybodyShowsAsync("Nr. 4", 4);
        await stage.Hub.DrainAsync();
        var id = stage.Planer.Register.Ids[0];
        Assert.Equal(["Første", "Nr. 2", "Nr. 3", "Nr. 4"], Enumerable.Range(1, 4).Select(v => (string)stage.Planer.Register.Find(id, v)!["clinical_content"]!["title"]!));
        Assert.Equal(4, (int)stage.Planer.Register.Find(id)!["version"]!);
    }

    /// <summary>On SQLite.</summary>
    public sealed class Embedded() : PlanJourneys(BackingKind.Embedded);

    /// <summary>On PostgreSQL and RabbitMQ.</summary>
    public sealed class OnServers() : PlanJourneys(BackingKind.Servers);
}
