using Hub.Core.Content;
using Hub.Core.Lookups;
using Hub.Simulators.Gerica;
using Hub.Simulators.Siemens;
using Hub.UnitTests.Adapters;
using Hub.UnitTests.Gerica;
using Xunit;

namespace Hub.UnitTests.Siemens;

/// <summary>The vendor is asked by search, page by page; what it cannot give is said.</summary>
public sealed class SiemensLookupTests
{
    private static readonly SiemensStory Story = new([VendorBench.Home], 7, 3);

    [Fact]
    public async Task Should_find_values_under_the_ids_that_they_are_sent_with()
    {
        await using var bench = await WithRoundsAsync(12);
        var sent = Enumerable.Range(0, 12).SelectMany(r => new Hub.Adapters.Siemens.SiemensAdapter().Parse(GoldenCase.Message(Story.Visit(VendorBench.Home, VendorBench.Ada, r).Bytes)).Entries)
            .SelectMany(e => e.Events).Where(e => e.Content is Measurement).Select(e => e.SourceId).Order(StringComparer.Ordinal);

        var answer = (await bench.AskAsync(new LookupQuery.MeasurementsOf(VendorBench.Number(VendorBench.Ada)))).Value;

        Assert.True(answer.Complete);
        Assert.Equal(sent, answer.Findings.Select(f => f.SourceId).Order(StringComparer.Ordinal));
        Assert.Equal(answer.Findings.Select(f => ((Measurement)f.Content).Time.Start).OrderDescending(), answer.Findings.Select(f => ((Measurement)f.Content).Time.Start));
    }

    [Fact]
    public async Task Should_follow_pages_and_say_when_there_are_more()
    {
        await using var bench = await WithRoundsAsync(30, new SiemensServerOptions { PageSize = 4 });
        var whole = (await bench.AskAsync(new LookupQuery.MeasurementsOf(VendorBench.Number(VendorBench.Ada)))).Value;
        var some = (await bench.AskAsync(new LookupQuery.MeasurementsOf(VendorBench.Number(VendorBench.Ada)) { Limit = 6 })).Value;

        Assert.True(whole is { Complete: true, Findings.Count: > 20 }, $"{whole.Findings.Count}");
        Assert.Equal((false, 6), (some.Complete, some.Findings.Count));
        Assert.Equal(whole.Findings.Take(6).Select(f => f.SourceId), some.Findings.Select(f => f.SourceId));
    }

    [Fact]
    public async Task Should_keep_digits_and_ask_for_kind_period_and_number()
    {
        await using var bench = await WithRoundsAsync(18);
        var weights = (await bench.AskAsync(new LookupQuery.MeasurementsOf(VendorBench.Number(VendorBench.Ada)) { What = [MeasurementKind.BodyWeight, MeasurementKind.HeartRate], Last = 2 })).Value;
        var from = new DateTimeOffset(2026, 3, 1, 8, 6, 0, TimeSpan.FromHours(1));
        var period = (await bench.AskAsync(new LookupQuery.MeasurementsOf(VendorBench.Number(VendorBench.Ada)) { From = from, To = from.AddMinutes(6) })).Value;

        Assert.Equal([2, 2], weights.Findings.GroupBy(f => f.Content.Category).Select(g => g.Count()));
        Assert.True(weights.Complete);
        Assert.All(weights.Findings.Where(f => f.Content.Category == MeasurementKind.BodyWeight), f => Assert.Equal(1, ((Measurement)f.Content).Value!.Quantity!.Value.Scale));
        Assert.All(period.Findings, f => Assert.InRange(((Measurement)f.Content).Time.Start, from, from.AddMinutes(6)));
        Assert.NotEmpty(period.Findings);
    }

    [Fact]
    public async Task Should_give_the_corrected_version_under_its_own_id()
    {
        await using var bench = await WithRoundsAsync(6);
        var pulse = Story.Visit(VendorBench.Home, VendorBench.Ada, 4).Sources.Single(s => s.EndsWith("-pulse", StringComparison.Ordinal));
        bench.Server.Archive.Keep(Story.Correction(VendorBench.Home, VendorBench.Ada, pulse, 77.50m).Bytes);

        var found = Assert.Single((await bench.AskAsync(new LookupQuery.MeasurementsOf(VendorBench.Number(VendorBench.Ada)) { What = [MeasurementKind.HeartRate] })).Value.Findings);

        Assert.Equal($"urn:siemens-like:observation|{pulse}#v2", found.SourceId);
        Assert.Equal("77.50", ((Measurement)found.Content).Value!.Quantity!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Should_find_forms_and_plans_with_history()
    {
        await using var bench = await WithRoundsAsync(6);
        bench.Server.Plans.Begin("p-1", System.Text.Encoding.UTF8.GetBytes(VendorBench.Plan(1, "p-1")));
        bench.Server.Plans.Edit("p-1", t => t.Replace("\"Plan\"", "\"Plan to\"", StringComparison.Ordinal));

        var forms = (await bench.AskAsync(new LookupQuery.AnswersOf(VendorBench.Number(VendorBench.Ada)) { FormId = "urn:siemens-like:form:kols-uke" })).Value;
        var current = (await bench.AskAsync(new LookupQuery.PlansOf(VendorBench.Number(VendorBench.Ada)))).Value;
        var history = (await bench.AskAsync(new LookupQuery.PlansOf(VendorBench.Number(VendorBench.Ada)) { History = true })).Value;

        Assert.Equal("2", ((QuestionnaireAnswers)Assert.Single(forms.Findings).Content).FormVersion);
        Assert.Equal("Plan to", ((SelfTreatmentPlan)Assert.Single(current.Findings).Content).Title);
        Assert.Equal([2, 1], history.Findings.Select(f => ((SelfTreatmentPlan)f.Content).Version));
        Assert.Empty((await bench.AskAsync(new LookupQuery.AnswersOf(VendorBench.Number(VendorBench.Ada)) { FormId = "other" })).Value.Findings);
    }

    [Theory]
    [InlineData("down", "HUB-LOOKUP-001")]
    [InlineData("error", "HUB-LOOKUP-003")]
    [InlineData("garbled", "HUB-LOOKUP-004")]
    public async Task Should_say_why_there_is_no_answer(string how, string code)
    {
        await using var bench = await WithRoundsAsync(6);
        await bench.Server.SetFaultsAsync(how switch
        {
            "down" => new FaultPlan { Down = DownKind.Refuse },
            "error" => new FaultPlan { ErrorRate = 1 },
            _ => new FaultPlan { GarbleRate = 1 },
        });

        Assert.Equal(code, Assert.Single((await bench.AskAsync(new LookupQuery.MeasurementsOf(VendorBench.Number(VendorBench.Ada)))).Errors).Code);
    }

    [Fact]
    public async Task Should_not_follow_a_page_to_another_house()
    {
        await using var other = await Receiver.AnsweringAsync(200, "{}");
        await using var vendor = await Receiver.AnsweringAsync(200, $$"""{"resourceType":"Bundle","type":"searchset","link":[{"relation":"next","url":"{{other.Url}}fhir/_page/1"}],"entry":[]}""");

        var answer = (await AskAsync(vendor.Url)).Value;

        Assert.False(answer.Complete);
        Assert.Empty(other.Calls);
    }

    [Fact]
    public async Task Should_use_nothing_of_an_answer_about_somebody_else()
    {
        await using var bench = await WithRoundsAsync(6);
        var bo = VendorBench.Home.Patients(7, 3)[1];
        await using var vendor = await Receiver.AnsweringAsync(200, $$$$$$"""{"resourceType":"Bundle","type":"searchset","entry":[{"resource":{"resourceType":"Observation","id":"1","identifier":[{"system":"urn:x","value":"1"}],"status":"final","code":{"coding":[{"system":"http://loinc.org","code":"15074-8"}]},"subject":{"identifier":{"system":"urn:oid:2.16.578.1.12.4.1.4.1","value":"{{{{{{bo.NationalId}}}}}}"}},"effectiveDateTime":"2026-03-01T08:00:00+01:00","valueQuantity":{"value":5.5,"unit":"mmol/L","system":"http://unitsofmeasure.org","code":"mmol/L"}}}]}""");

        var errors = (await AskAsync(vendor.Url)).Errors;

        Assert.Equal("HUB-LOOKUP-004", Assert.Single(errors).Code);
        Assert.DoesNotContain(bo.NationalId, errors[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_never_put_the_number_into_an_address()
    {
        var addresses = new System.Collections.Concurrent.ConcurrentBag<string>();
        await using var vendor = await Receiver.StartAsync((http, _) =>
        {
            addresses.Add(http.Request.Path + http.Request.QueryString);
            return Receiver.WriteAsync(http, 200, """{"resourceType":"Bundle","type":"searchset"}""");
        });

        await AskAsync(vendor.Url);

        Assert.NotEmpty(addresses);
        Assert.All(addresses, a => Assert.DoesNotContain(VendorBench.Ada.NationalId, a, StringComparison.Ordinal));
        Assert.Contains(VendorBench.Ada.NationalId, Assert.Single(vendor.Calls).Body, StringComparison.Ordinal);
    }

    private static async Task<VendorBench> WithRoundsAsync(int rounds, SiemensServerOptions? options = null)
    {
        var bench = await VendorBench.OpenAsync(options);
        for (var round = 0; round < rounds; round++)
        {
            foreach (var person in VendorBench.Home.Patients(7, 3))
                bench.Server.Archive.Keep(Story.Visit(VendorBench.Home, person, round).Bytes);
        }

        return bench;
    }

    private static async Task<Core.Errors.Result<LookupAnswer>> AskAsync(Uri vendor)
    {
        await using var lookup = VendorBench.LookupAt(vendor);
        return await lookup.AskAsync(new LookupQuery.MeasurementsOf(VendorBench.Number(VendorBench.Ada)), CancellationToken.None);
    }
}
