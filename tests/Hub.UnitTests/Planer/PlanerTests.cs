using Hub.Adapters.Planer;
using Hub.Adapters.Plans;
using Hub.Core.Adapters;
using Hub.Core.Content;
using Hub.Core.Lookups;
using Hub.Core.Storage;
using Hub.UnitTests.Plans;
using Xunit;

namespace Hub.UnitTests.Planer;

/// <summary>Shared plans in the national register: created once, written over never, and what others change there comes back.</summary>
public sealed class PlanerTests
{
    [Fact]
    public async Task Should_create_a_plan_once_and_then_write_its_versions()
    {
        await using var bench = await PlanerBench.OpenAsync();

        Assert.IsType<SendOutcome.Delivered>(await bench.WriteAsync("1", p => p));
        Assert.IsType<SendOutcome.Delivered>(await bench.WriteAsync("2", p => p with { Title = "Ny tittel", ReasonForChange = "Kontroll" }));

        var id = Assert.Single(bench.Server.Register.Ids);
        var held = bench.Server.Register.Find(id)!;
        Assert.Equal((2, "Ny tittel", "Kontroll"), ((int)held["version"]!, (string)held["clinical_content"]!["title"]!, (string)held["comment"]!));
        Assert.Equal(["green", "yellow", "red"], held["clinical_content"]!["zones"]!.AsArray().Select(z => (string)z!["level"]!));
    }

    [Fact]
    public async Task Should_recognise_what_it_wrote_when_the_answer_was_lost()
    {
        await using var bench = await PlanerBench.OpenAsync();
        bench.Server.LoseAnswers = 1;
        var lost = Assert.IsType<SendOutcome.Failed>(await bench.WriteAsync("1", p => p));
        Assert.True(lost.Error.Retryable);
        var first = (await bench.World.HistoryAsync())[0];
        var told = first.Edit.Plan with { PlanId = first.Key, Version = 1 };

        var again = Assert.IsType<SendOutcome.Delivered>(await bench.SendAsync(told));
        bench.Server.LoseAnswers = 1;
        Assert.IsType<SendOutcome.Failed>(await bench.WriteAsync("2", p => p with { Title = "To" }));
        Assert.Empty(await bench.FetchAsync());
        var second = Assert.IsType<SendOutcome.Delivered>(await bench.SendAsync((await bench.World.HistoryAsync())[0].Edit.Plan with { PlanId = first.Key, Version = 2 }));

        Assert.True(again.Repeat && second.Repeat);
        Assert.Equal(2, (int)bench.Server.Register.Find(Assert.Single(bench.Server.Register.Ids))!["version"]!);
    }

    [Fact]
    public async Task Should_not_take_for_an_edit_what_it_writes_while_it_looks()
    {
        await using var bench = await PlanerBench.OpenAsync();
        await bench.WriteAsync("1", p => p);
        bench.Server.BeforeAnswer = async () => Assert.IsType<SendOutcome.Delivered>(await bench.WriteAsync("2", p => p with { Title = "To" }));

        Assert.Empty(await bench.FetchAsync());
        Assert.Null(bench.Server.BeforeAnswer);
        Assert.Equal(2, (await bench.World.HistoryAsync())[0].Number);
        Assert.Empty(await bench.FetchAsync());
    }

    [Fact]
    public async Task Should_bring_in_what_others_change_there_and_keep_what_planer_has_no_place_for()
    {
        await using var bench = await PlanerBench.OpenAsync();
        await bench.WriteAsync("1", p => p);
        var id = bench.Server.Register.Ids[0];
        bench.Server.Register.Edit(id, "Justert av fastlege", c =>
        {
            c["title"] = "Ny tittel fra registeret";
            c["zones"]![1]!["action"] = "Ring legen";
        });

        Assert.IsType<SendOutcome.Delivered>(Assert.Single(await bench.FetchAsync()));
        Assert.Empty(await bench.FetchAsync());

        var latest = (await bench.World.HistoryAsync())[0];
        Assert.Equal((2, "planer", "Justert av fastlege"), (latest.Number, latest.Edit.Origin, latest.Edit.Plan.ReasonForChange));
        var expected = SelfPlan.SamplePlans.Copd;
        expected = expected with { Title = "Ny tittel fra registeret", Zones = [expected.Zones[0], expected.Zones[1] with { Action = "Ring legen" }, expected.Zones[2]] };
        Assert.True(PlanMeaning.IsSame(expected, latest.Edit.Plan));
        Assert.Empty(bench.World.Systems["planer"].Lane);
    }

    [Fact]
    public async Task Should_write_over_a_change_there_only_with_a_version_that_builds_on_it()
    {
        await using var bench = await PlanerBench.OpenAsync();
        await bench.WriteAsync("1", p => p);
        var id = bench.Server.Register.Ids[0];
        bench.Server.Register.Edit(id, "Endret i registeret", c => c["title"] = "Registerets");

        var refused = Assert.IsType<SendOutcome.Failed>(await bench.WriteAsync("2", p => p with { Title = "Leverandørens" }));
        var conflict = Assert.IsType<SendOutcome.Failed>(Assert.Single(await bench.FetchAsync()));
        Assert.Equal(("HUB-PLAN-011", "HUB-PLAN-001"), (refused.Error.Code, conflict.Error.Code));
        Assert.Equal("Registerets", (string)bench.Server.Register.Find(id)!["clinical_content"]!["title"]!);

        var open = Assert.Single(await bench.World.ConflictsAsync());
        var latest = (await bench.World.HistoryAsync())[0];
        bench.World.Clock.Now += TimeSpan.FromSeconds(5);
        var merged = latest.Edit.Plan with { PlanId = latest.Key, Version = 0, Title = "Begges", BasedOn = $"{latest.Key}/{latest.Number}", Time = new ClinicalTime(bench.World.Clock.Now) };
        await bench.World.Register.SettleAsync(latest.Key, new PlanEdit("treater", "merge", "treater", PlanWorld.Line, merged), [open.Record.Key], TestContext.Current.CancellationToken);
        await bench.World.TickAsync();

        Assert.IsType<SendOutcome.Delivered>(await bench.DeliverAsync());
        Assert.Equal("Begges", (string)bench.Server.Register.Find(id)!["clinical_content"]!["title"]!);
    }

    [Fact]
    public async Task Should_write_over_a_change_there_that_was_dismissed()
    {
        await using var bench = await PlanerBench.OpenAsync();
        await bench.WriteAsync("1", p => p);
        var id = bench.Server.Register.Ids[0];
        bench.Server.Register.Edit(id, "Endret i registeret", c => c["title"] = "Registerets");
        Assert.IsType<SendOutcome.Failed>(await bench.WriteAsync("2", p => p with { Title = "Leverandørens" }));
        Assert.IsType<SendOutcome.Failed>(Assert.Single(await bench.FetchAsync()));

        var (record, conflict) = Assert.Single(await bench.World.ConflictsAsync());
        Assert.Equal(conflict.At, record.Due!.Value, TimeSpan.FromMilliseconds(1));
        var act = new OperatorAct("operator:kari", bench.World.Clock.Now, "the treater says that the plan is right");
        Assert.True(await bench.World.Register.Shelf.DismissAsync(record, conflict with { SettledBy = 2 }, act, TestContext.Current.CancellationToken));
        Assert.False(await bench.World.Register.Shelf.DismissAsync(record, conflict with { SettledBy = 2 }, act, TestContext.Current.CancellationToken));
        Assert.Empty(await bench.World.ConflictsAsync());

        Assert.IsType<SendOutcome.Delivered>(await bench.WriteAsync("3", p => p with { Title = "Leverandørens igjen" }));
        Assert.Equal("Leverandørens igjen", (string)bench.Server.Register.Find(id)!["clinical_content"]!["title"]!);
    }

    [Fact]
    public async Task Should_go_on_when_somebody_saved_there_without_changing_anything()
    {
        await using var bench = await PlanerBench.OpenAsync();
        await bench.WriteAsync("1", p => p);
        bench.Server.Register.Edit(bench.Server.Register.Ids[0], "Lest gjennom", _ => { });

        Assert.IsType<SendOutcome.Delivered>(Assert.Single(await bench.FetchAsync()));
        Assert.Single(await bench.World.HistoryAsync());
        Assert.IsType<SendOutcome.Delivered>(await bench.WriteAsync("2", p => p with { Title = "To" }));

        Assert.Equal(3, (int)bench.Server.Register.Find(bench.Server.Register.Ids[0])!["version"]!);
    }

    [Fact]
    public async Task Should_answer_with_every_version_that_the_register_has()
    {
        await using var bench = await PlanerBench.OpenAsync();
        await bench.WriteAsync("1", p => p);
        await bench.WriteAsync("2", p => p with { Title = "To" });
        await using var lookup = new PlanerAdapter().OpenLookup(bench.Partner, bench.World.Context);

        var now = await lookup.AskAsync(new LookupQuery.PlansOf(PlanWorld.Line.Id), TestContext.Current.CancellationToken);
        var all = await lookup.AskAsync(new LookupQuery.PlansOf(PlanWorld.Line.Id) { History = true }, TestContext.Current.CancellationToken);

        Assert.Equal([2], now.Value.Findings.Select(f => ((SelfTreatmentPlan)f.Content).Version));
        Assert.Equal([2, 1], all.Value.Findings.Select(f => ((SelfTreatmentPlan)f.Content).Version));
        Assert.Equal("To", ((SelfTreatmentPlan)all.Value.Findings[0].Content).Title);
    }

    [Fact]
    public async Task Should_say_that_the_register_does_not_answer()
    {
        await using var bench = await PlanerBench.OpenAsync();
        await bench.WriteAsync("1", p => p);
        await bench.Server.GoDownAsync();
        await using var lookup = new PlanerAdapter().OpenLookup(bench.Partner, bench.World.Context);

        var asked = await lookup.AskAsync(new LookupQuery.PlansOf(PlanWorld.Line.Id), TestContext.Current.CancellationToken);
        var sent = Assert.IsType<SendOutcome.Failed>(await bench.WriteAsync("2", p => p with { Title = "To" }));

        Assert.Equal("HUB-LOOKUP-001", asked.Errors[0].Code);
        Assert.True(sent is { PartnerDown: true, Error.Retryable: true });
    }

    [Fact]
    public async Task Should_answer_as_the_public_page_says()
    {
        await using var bench = await PlanerBench.OpenAsync();
        await bench.WriteAsync("1", p => p);
        var id = bench.Server.Register.Ids[0];
        using var http = new HttpClient { BaseAddress = bench.Server.Url };

        Assert.Equal(400, await StatusAsync(http, HttpMethod.Get, "plan"));
        Assert.Equal(400, await StatusAsync(http, HttpMethod.Get, "plan/not-a-uuid/version/1"));
        Assert.Equal(400, await StatusAsync(http, HttpMethod.Get, $"plan/{id}/version/x"));
        Assert.Equal(404, await StatusAsync(http, HttpMethod.Get, $"plan/{id}/version/7"));
        Assert.Equal(422, await StatusAsync(http, HttpMethod.Put, $"plan/{id}", Body()));
        Assert.Equal(409, await StatusAsync(http, HttpMethod.Put, $"plan/{id}", Body(version: 7)));
        Assert.Equal(200, await StatusAsync(http, HttpMethod.Put, $"plan/{id}", Body(version: 1)));
    }

    private static string Body(int? version = null) => new System.Text.Json.Nodes.JsonObject
    {
        ["version"] = version,
        ["status"] = "active",
        ["comment"] = "c",
        ["updated_by"] = new System.Text.Json.Nodes.JsonObject { ["name"] = "x" },
        ["clinical_content"] = System.Text.Json.Nodes.JsonNode.Parse("""{"title":"t","description":"d","zones":[{"condition":"c","action":"a","level":"green"}]}"""),
    }.ToJsonString();

    private static async Task<int> StatusAsync(HttpClient http, HttpMethod method, string path, string? body = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : new StringContent(body) };
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return (int)response.StatusCode;
    }
}
