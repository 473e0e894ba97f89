using System.Text;
using Hub.Adapters.Tellu;
using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Core.Identities;
using Hub.Core.Lookups;
using Hub.Simulators.Gerica;
using Hub.Simulators.Tellu;
using Hub.UnitTests.Gerica;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Hub.UnitTests.Tellu;

/// <summary>What a treater asks for is what the vendor has, no more and no less, and a part is never shown as the whole.</summary>
public sealed class TelluLookupTests
{
    private static readonly string Pid = TelluBench.Story.First(e => e.Content is Measurement).Person.NationalId;

    private static readonly IReadOnlyList<TelluEntry> Current =
    [
        .. TelluBench.Story.Where(e => e.Person.NationalId == Pid && e.Kind == 10).GroupBy(e => e.Id).Select(g => g.MaxBy(e => e.Revision)!).OrderByDescending(e => e.At),
    ];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Should_find_the_current_readings_newest_first(bool xml)
    {
        await using var vendor = await StartAsync();

        var answer = (await AskAsync(vendor, new LookupQuery.MeasurementsOf(Id(Pid)), xml)).Value;

        Assert.True(answer.Complete);
        Assert.Equal(Current.Select(e => e.Published), answer.Findings.Select(f => f.Updated!.Value));
        Assert.Equal(Current.Select(e => $"10-{e.Id}-{e.Revision}"), answer.Findings.Select(f => f.SourceId));
        Assert.Equal(Current.Select(e => ((Measurement)e.Content).Value?.Quantity?.Value), answer.Findings.Select(f => ((Measurement)f.Content).Value?.Quantity?.Value));
    }

    [Fact]
    public async Task Should_ask_for_kinds_a_period_and_the_last_of_each()
    {
        await using var vendor = await StartAsync();
        var kinds = Current.Select(e => e.Content.Category!).Distinct().Take(2).ToArray();
        var (from, to) = (Current[^1].At.AddHours(1), Current[0].At);

        var answer = (await AskAsync(vendor, new LookupQuery.MeasurementsOf(Id(Pid)) { What = kinds, From = from, To = to })).Value;
        var last = (await AskAsync(vendor, new LookupQuery.MeasurementsOf(Id(Pid)) { Last = 1 })).Value;

        Assert.Equal(Current.Count(e => kinds.Contains(e.Content.Category) && e.At >= from && e.At < to), answer.Findings.Count);
        Assert.Equal(Current.Select(e => e.Content.Category).Distinct().Order(), last.Findings.Select(f => f.Content.Category).Order());
    }

    [Fact]
    public async Task Should_say_when_there_is_more()
    {
        await using var vendor = await StartAsync();

        var answer = (await AskAsync(vendor, new LookupQuery.MeasurementsOf(Id(Pid)) { Limit = 3 })).Value;
        var all = (await AskAsync(vendor, new LookupQuery.MeasurementsOf(Id(Pid)) { Limit = Current.Count })).Value;

        Assert.Equal((3, false), (answer.Findings.Count, answer.Complete));
        Assert.Equal((Current.Count, true), (all.Findings.Count, all.Complete));
    }

    [Fact]
    public async Task Should_find_forms_and_versions_of_plans()
    {
        await using var vendor = await TelluServer.StartAsync();
        var story = TelluStory.Tell(4, 9, TelluBench.Monday, 12).ToList();
        vendor.Publish(story);
        var plans = story.Where(e => e.Kind == 50).GroupBy(e => e.Person.NationalId).MaxBy(g => g.Select(e => e.Revision).Max())!;
        var forms = story.Where(e => e.Kind == 40).GroupBy(e => e.Person.NationalId).First();

        var history = (await AskAsync(vendor, new LookupQuery.PlansOf(Id(plans.Key)) { History = true })).Value;
        var current = (await AskAsync(vendor, new LookupQuery.PlansOf(Id(plans.Key)))).Value;
        var answered = (await AskAsync(vendor, new LookupQuery.AnswersOf(Id(forms.Key)) { FormId = forms.First().Content.Category })).Value;

        Assert.Equal(plans.Select(e => e.Revision).Distinct().OrderDescending(), history.Findings.Select(f => ((SelfTreatmentPlan)f.Content).Version));
        Assert.Equal(plans.Max(e => e.Revision), ((SelfTreatmentPlan)Assert.Single(current.Findings).Content).Version);
        Assert.Equal(forms.Select(e => e.Id).Distinct().Count(), answered.Findings.Count);
    }

    [Fact]
    public async Task Should_have_nothing_to_say_of_what_the_vendor_does_not_measure()
    {
        await using var vendor = await StartAsync();

        var answer = (await AskAsync(vendor, new LookupQuery.MeasurementsOf(Id(Pid)) { What = ["no-such-kind"] })).Value;

        Assert.Equal((0, true), (answer.Findings.Count, answer.Complete));
    }

    [Fact]
    public async Task Should_tell_why_there_is_no_answer()
    {
        var vendor = await StartAsync();
        var query = new LookupQuery.MeasurementsOf(Id(Pid));
        Assert.Equal("HUB-LOOKUP-005", (await AskAsync(vendor, new LookupQuery.MeasurementsOf(Id("13116900216")))).Errors[0].Code);
        await vendor.SetFaultsAsync(new FaultPlan { ErrorRate = 1 });
        Assert.Equal("HUB-LOOKUP-003", (await AskAsync(vendor, query)).Errors[0].Code);
        await vendor.SetFaultsAsync(new FaultPlan { SlowMedianMs = 60_000 });
        Assert.Equal("HUB-LOOKUP-002", (await AskAsync(vendor, query, within: TimeSpan.FromMilliseconds(100))).Errors[0].Code);
        await vendor.DisposeAsync();
        Assert.Equal("HUB-LOOKUP-001", (await AskAsync(vendor, query)).Errors[0].Code);
    }

    [Theory]
    [InlineData("wrong-patient", "HUB-LOOKUP-004", false)]
    [InlineData("one-refused", null, false)]
    [InlineData("second-page-fails", null, false)]
    [InlineData("html", "HUB-LOOKUP-004", false)]
    [InlineData("goes-round", null, false)]
    public async Task Should_take_no_answer_on_trust(string what, string? code, bool complete)
    {
        await using var vendor = await Receiver.StartAsync((http, call) => OddAsync(http, call, what));
        await using var lookup = new TelluAdapter().OpenLookup(TelluBench.Partner(vendor.Url), TelluBench.Context());

        var answer = await lookup.AskAsync(new LookupQuery.MeasurementsOf(Id(Pid)), CancellationToken.None);

        Assert.Equal(code, answer.IsOk ? null : answer.Errors[0].Code);
        if (answer.IsOk)
            Assert.Equal((complete, true), (answer.Value.Complete, answer.Value.Findings.Count > 0));
    }

    private static Task OddAsync(HttpContext http, Call call, string what)
    {
        var second = call.Body.Contains("\"cursor\"", StringComparison.Ordinal);
        var stranger = TelluBench.Story.First(e => e.Kind == 10 && e.Person.NationalId != Pid);
        var page = Encoding.UTF8.GetString(TelluPage.Write(what == "wrong-patient" ? [Current[0], stranger] : [.. Current.Take(2)], "next", what is "second-page-fails" or "goes-round", false));
        return what switch
        {
            "html" => Receiver.WriteAsync(http, 200, "<html>Velkommen</html>", "text/html"),
            "one-refused" => Receiver.WriteAsync(http, 200, page.Replace($"\"id\":\"{Current[0].Id}\"", "\"id\":\"\"", StringComparison.Ordinal), "application/json"),
            "second-page-fails" when second => Receiver.WriteAsync(http, 500),
            _ => Receiver.WriteAsync(http, 200, page, "application/json"),
        };
    }

    private static async Task<TelluServer> StartAsync()
    {
        var vendor = await TelluServer.StartAsync();
        vendor.Publish(TelluBench.Story);
        return vendor;
    }

    private static Identifier Id(string pid) => new(IdentifierSystems.Fnr, pid);

    private static async Task<Result<LookupAnswer>> AskAsync(TelluServer vendor, LookupQuery query, bool xml = false, TimeSpan? within = null)
    {
        await using var lookup = new TelluAdapter().OpenLookup(TelluBench.Partner(vendor.Url, xml), TelluBench.Context());
        using var deadline = new CancellationTokenSource(within ?? TimeSpan.FromSeconds(10));
        return await lookup.AskAsync(query, deadline.Token);
    }
}
