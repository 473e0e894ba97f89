using System.Text;
using System.Text.Json;
using Hub.Core.Adapters;
using Hub.Core.Content;
using Hub.Core.Tenants;
using Hub.Simulators.Dips;
using Xunit;

namespace Hub.UnitTests.Dips;

/// <summary>Documents on their way into the simulated journal, with HelseID's tokens.</summary>
public sealed class DipsSenderTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Should_write_a_vital_sign_with_its_digits_and_the_journals_own_patient(bool dpop)
    {
        await using var bench = await DipsBench.OpenAsync(dpop: dpop);

        var receipt = Assert.IsType<SendOutcome.Delivered>(await bench.SendAsync(DipsBench.Weight())).Receipt;

        var kept = Assert.Single(bench.Server.All("Observation"));
        using var observation = JsonDocument.Parse(kept);
        Assert.Equal("72.50", observation.RootElement.GetProperty("valueQuantity").GetProperty("value").GetRawText());
        Assert.StartsWith("Observation/obs", receipt, StringComparison.Ordinal);
        using var sent = JsonDocument.Parse(Assert.Single(bench.Server.Ledger.Effects).Body!);
        var subject = sent.RootElement.GetProperty("subject");
        Assert.StartsWith("Patient/cdp", subject.GetProperty("reference").GetString(), StringComparison.Ordinal);
        Assert.Equal(DipsBench.National, subject.GetProperty("identifier").GetProperty("value").GetString());
        Assert.Equal(("hub", DipsBench.National, "key-1"), bench.Server.Ledger.Effects[0] is var e ? (e.Client, e.Patient, e.Key) : default);
    }

    [Fact]
    public async Task Should_write_a_note_as_a_document_whose_bytes_become_a_binary()
    {
        await using var bench = await DipsBench.OpenAsync();

        Assert.StartsWith("DocumentReference/ako", Assert.IsType<SendOutcome.Delivered>(await bench.SendAsync(DipsBench.Note())).Receipt, StringComparison.Ordinal);

        using var document = JsonDocument.Parse(Assert.Single(bench.Server.All("DocumentReference")));
        var attachment = document.RootElement.GetProperty("content")[0].GetProperty("attachment");
        Assert.False(attachment.TryGetProperty("data", out _));
        using var binary = JsonDocument.Parse(bench.Server.Find("Binary", attachment.GetProperty("url").GetString()!.Split('/')[^1])!);
        Assert.StartsWith("%PDF", Encoding.Latin1.GetString(binary.RootElement.GetProperty("data").GetBytesFromBase64()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_give_an_alert_to_record_keeper_under_its_own_scope()
    {
        await using var bench = await DipsBench.OpenAsync();

        Assert.IsType<SendOutcome.Delivered>(await bench.SendAsync(DipsBench.Alarm()));

        Assert.Equal("Bundle", Assert.Single(bench.Server.Ledger.Effects).Form);
        Assert.Equal(["POST api/v1/rpm-alert/fhir-r4/bundle"], bench.Server.Requests.Keys);
    }

    [Fact]
    public async Task Should_write_a_form_and_its_scores_all_or_nothing_and_once()
    {
        await using var bench = await DipsBench.OpenAsync();

        Assert.False(Assert.IsType<SendOutcome.Delivered>(await bench.SendAsync(DipsBench.Form())).Repeat);
        Assert.True(Assert.IsType<SendOutcome.Delivered>(await bench.SendAsync(DipsBench.Form(2))).Repeat);

        Assert.Single(bench.Server.All("QuestionnaireResponse"));
        Assert.Single(bench.Server.All("Observation"));
        Assert.Equal((2, 2, 0), (bench.Server.Ledger.Count, bench.Server.Ledger.Repeats, bench.Server.Ledger.Conflicts));
    }

    [Fact]
    public async Task Should_write_a_plan_under_its_own_id_so_that_the_next_version_takes_its_place()
    {
        await using var bench = await DipsBench.OpenAsync();
        var plan = SelfPlan.SamplePlans.Copd with { Version = 1 };

        Assert.IsType<SendOutcome.Delivered>(await bench.SendAsync(DipsBench.Item("fhir.careplan", plan)));
        Assert.IsType<SendOutcome.Delivered>(await bench.SendAsync(DipsBench.Item("fhir.careplan", plan with { Version = 2, Title = "Ny" }, key: "key-2")));

        Assert.Contains("Ny", Assert.Single(bench.Server.All("CarePlan")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_ask_for_a_patient_once_and_never_in_an_address()
    {
        await using var bench = await DipsBench.OpenAsync();
        var sender = bench.Sender();

        var sent = await sender.SendAsync([.. Enumerable.Range(1, 3).Select(n => DipsBench.Item("dips.observation", Mappings.SampleMeasurements.Plain(MeasurementKind.HeartRate), key: $"k-{n}"))], Cancel);
        await sender.SendAsync([DipsBench.Note()], Cancel);

        Assert.All(sent, o => Assert.IsType<SendOutcome.Delivered>(o));
        Assert.InRange(bench.Server.Requests["POST Patient/_search"], 1, 3);
        Assert.DoesNotContain(bench.Server.Requests.Keys, k => k.StartsWith("GET", StringComparison.Ordinal));
        Assert.Equal(1, bench.Tokens);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Should_find_what_arrived_when_its_answer_was_lost(bool knowsNoCondition)
    {
        await using var bench = await DipsBench.OpenAsync();
        foreach (var (first, second) in new[] { (DipsBench.Weight(), DipsBench.Weight(2)), (DipsBench.Note(), DipsBench.Note(2)) })
        {
            await bench.Server.SetFaultsAsync(new DipsFaults { LostAnswerRate = 1, NoConditionalCreate = knowsNoCondition });
            Assert.Equal("HUB-SEND-001", (await bench.FailAsync(first)).Error.Code);
            await bench.Server.SetFaultsAsync(new DipsFaults { NoConditionalCreate = knowsNoCondition });
            Assert.True(Assert.IsType<SendOutcome.Delivered>(await bench.SendAsync(second)).Repeat);
        }

        Assert.Single(bench.Server.All("Observation"));
        Assert.Single(bench.Server.All("DocumentReference"));
        Assert.Equal(0, bench.Server.Ledger.Repeats);
    }

    [Fact]
    public async Task Should_take_a_duplicate_at_record_keeper_as_delivered_before()
    {
        await using var bench = await DipsBench.OpenAsync();
        await bench.Server.SetFaultsAsync(new DipsFaults { LostAnswerRate = 1 });
        await bench.FailAsync(DipsBench.Alarm());
        await bench.Server.SetFaultsAsync(DipsFaults.None);

        Assert.True(Assert.IsType<SendOutcome.Delivered>(await bench.SendAsync(DipsBench.Alarm(2))).Repeat);
        Assert.Single(bench.Server.Ledger.Effects);
    }

    [Fact]
    public async Task Should_probe_the_service_that_the_routes_use()
    {
        await using var bench = await DipsBench.OpenAsync();

        Assert.True(await bench.Sender().ProbeAsync(Cancel));
        Assert.True(await bench.Sender([new RouteConfig("alarms", ["dignio"], ContentKind.Alert, "dips", "dips.alert")]).ProbeAsync(Cancel));
        Assert.Equal(["GET api/v1/utils/AuthCheck", "GET metadata"], bench.Server.Requests.Keys.Order(StringComparer.Ordinal));
        Assert.False(await bench.Sender(("subscriptionKey", "file:other.key")).ProbeAsync(Cancel));
    }

    [Fact]
    public async Task Should_hold_documents_back_while_the_journal_runs_another_version()
    {
        await using var bench = await DipsBench.OpenAsync();

        var failed = await bench.FailAsync(DipsBench.Weight(), ("apiVersion", "2.0.0"));

        Assert.Equal(("HUB-DIPS-001", "options.apiVersion", true), (failed.Error.Code, failed.Error.Path, failed.PartnerDown));
        Assert.Contains("1.0.0", failed.Error.Text, StringComparison.Ordinal);
        Assert.Equal("HUB-DIPS-001", (await bench.FailAsync(DipsBench.Weight(), ("fhirVersion", "5.0.0"))).Error.Code);
        Assert.Equal(0, bench.Server.Ledger.Count);
        Assert.IsType<SendOutcome.Delivered>(await bench.SendAsync(DipsBench.Weight(), ("apiVersion", "1.0.0"), ("fhirVersion", "4.0.1")));
    }

    [Fact]
    public async Task Should_not_send_what_is_not_fhir()
    {
        await using var bench = await DipsBench.OpenAsync();
        var text = DipsBench.Weight() with { Document = new Core.Mappings.OutboundDocument("x.text", "text/plain", "hei"u8.ToArray(), "d-1") };

        Assert.Equal("HUB-DIPS-007", (await bench.FailAsync(text)).Error.Code);
        Assert.Empty(bench.Server.Requests);
    }
}
