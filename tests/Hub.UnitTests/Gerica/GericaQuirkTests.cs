using Hub.Core.Adapters;
using Hub.Simulators.Gerica;
using Hub.UnitTests.Simulators;
using Xunit;

namespace Hub.UnitTests.Gerica;

/// <summary>What journals of this kind are known for, on the wire.</summary>
public sealed class GericaQuirkTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("duplicate-tiltak", "HUB-GERICA-002")]
    [InlineData("closed-journal", "HUB-GERICA-003")]
    [InlineData("service-missing", "HUB-SEND-006")]
    [InlineData("patient-unknown", "HUB-SEND-006")]
    public async Task Should_tell_what_a_person_must_put_right_in_the_journal(string reason, string code)
    {
        await using var bench = await JournalBench.OpenAsync();
        await bench.Server.SetFaultsAsync(new FaultPlan { RejectPatients = [GericaClient.Known], RejectCode = reason });

        var outcome = await SendOneAsync(bench.Sender());

        var failed = Assert.IsType<SendOutcome.Failed>(outcome);
        Assert.Equal((code, false, false), (failed.Error.Code, failed.Error.Retryable, failed.PartnerDown));
    }

    [Theory]
    [InlineData(DownKind.Maintenance)]
    [InlineData(DownKind.MaintenancePage)]
    public async Task Should_park_what_waits_while_the_journal_shows_a_page_of_maintenance(DownKind down)
    {
        await using var bench = await JournalBench.OpenAsync();
        var sender = bench.Sender();
        Assert.IsType<SendOutcome.Delivered>(await SendOneAsync(sender));
        await bench.Server.SetFaultsAsync(new FaultPlan { Down = down });

        var failed = Assert.IsType<SendOutcome.Failed>(await SendOneAsync(sender, 2));

        Assert.Equal(("HUB-GERICA-004", true, true), (failed.Error.Code, failed.Error.Retryable, failed.PartnerDown));
        Assert.False(await sender.ProbeAsync(Cancel));
        await bench.Server.SetFaultsAsync(FaultPlan.Healthy);
        Assert.True(await sender.ProbeAsync(Cancel));
        Assert.IsType<SendOutcome.Delivered>(await SendOneAsync(sender, 2));
    }

    [Fact]
    public async Task Should_deliver_a_whole_batch_once_although_the_token_ends_in_the_middle_of_it()
    {
        await using var bench = await JournalBench.OpenAsync();
        await bench.Server.SetFaultsAsync(new FaultPlan { TokenEndsAfter = 2 });
        var sender = bench.Sender();

        var outcomes = await sender.SendAsync([.. Enumerable.Range(1, 5).Select(n => Item(n))], Cancel);

        Assert.All(outcomes, o => Assert.IsType<SendOutcome.Delivered>(o));
        Assert.Equal(5, bench.Server.Ledger.Effects.Count);
        Assert.All(bench.Server.Ledger.Effects, e => Assert.Equal(0, e.Repeats));
    }

    [Fact]
    public async Task Should_send_and_ask_in_the_version_that_the_tenant_names()
    {
        await using var bench = await JournalBench.OpenAsync();

        Assert.IsType<SendOutcome.Delivered>(await SendOneAsync(bench.Sender(("apiVersion", "2.0"))));
        Assert.True((await bench.AskAsync(JournalBench.Line.NationalId, ("apiVersion", "2.0"))).IsOk);
    }

    [Fact]
    public async Task Should_refuse_to_speak_another_version_than_the_tenant_names()
    {
        await using var bench = await JournalBench.OpenAsync();

        var sent = Assert.IsType<SendOutcome.Failed>(await SendOneAsync(bench.Sender(("apiVersion", "3.1"))));
        var asked = await bench.AskAsync(JournalBench.Line.NationalId, ("apiVersion", "3.1"));

        Assert.Equal(("HUB-GERICA-001", true, true), (sent.Error.Code, sent.Error.Retryable, sent.PartnerDown));
        Assert.Equal("options.apiVersion", sent.Error.Path);
        Assert.Equal("HUB-GERICA-001", asked.Errors[0].Code);
        Assert.Empty(bench.Server.Ledger.Effects);
    }

    [Theory]
    [InlineData("3.0-beta")]
    [InlineData("")]
    public async Task Should_notice_that_a_journal_was_upgraded_overnight(string speaks)
    {
        await using var bench = await JournalBench.OpenAsync();
        var sender = bench.Sender(("apiVersion", "2.0"));
        await bench.Server.SetFaultsAsync(new FaultPlan { SpeaksVersion = speaks });

        var sent = Assert.IsType<SendOutcome.Failed>(await SendOneAsync(sender));
        Assert.Equal("HUB-GERICA-001", sent.Error.Code);

        // What had reached the journal all the same is not filed twice when the versions agree again.
        await bench.Server.SetFaultsAsync(FaultPlan.Healthy);
        Assert.IsType<SendOutcome.Delivered>(await SendOneAsync(sender));
        Assert.Single(bench.Server.Ledger.Effects);
    }

    [Theory]
    [InlineData("apiVersion", "")]
    [InlineData("apiVersion", "2.0 or 3.0")]
    [InlineData("patientName", "hide")]
    public void Should_find_settings_that_cannot_be_right(string name, string value) =>
        Assert.Equal($"options.{name}", Assert.Single(Hub.Adapters.Gerica.GericaSettings.Check(new Core.Tenants.PartnerConfig("larvik", "gerica", "gerica") { Options = new Dictionary<string, string> { [name] = value } })).Path);

    private static async Task<SendOutcome> SendOneAsync(ISender sender, int number = 1) => (await sender.SendAsync([Item(number)], Cancel)).Single();

    private static OutboundItem Item(int number) => SenderBench.Item(number, body: GericaClient.Observation(90 + number, delivery: $"d{number}-"));
}
