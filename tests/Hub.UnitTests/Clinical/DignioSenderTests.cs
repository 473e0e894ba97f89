using Hub.Adapters.Dignio;
using Hub.Adapters.Http;
using Hub.Core.Adapters;
using Hub.Core.Errors;
using Hub.Core.Tenants;
using Hub.Simulators.Dignio;
using Hub.UnitTests.Mappings;
using Xunit;

namespace Hub.UnitTests.Clinical;

/// <summary>Changes of follow-up reach the vendor's system once.</summary>
public sealed class DignioSenderTests
{
    [Fact]
    public async Task Should_be_told_once_however_often_it_is_sent()
    {
        await using var vendor = await DignioServer.StartAsync(new DignioServerOptions { Token = "hemmelig" });
        await using var sender = Open(vendor.Url);
        var item = Item(SampleClinical.Admitted);
        Assert.Equal(new SendOutcome.Delivered(null), await SendAsync(sender, item));
        Assert.Equal(new SendOutcome.Delivered(null, Repeat: true), await SendAsync(sender, item with { Attempt = 2 }));
        Assert.Equal("paused", vendor.Ledger.StateOf("13116900216"));
        Assert.Single(vendor.Ledger.Events);
        Assert.Equal(1, vendor.Ledger.Repeats);
        Assert.True(await sender.ProbeAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Should_say_that_the_patient_is_not_followed_up_there()
    {
        await using var vendor = await DignioServer.StartAsync(new DignioServerOptions { Patients = new HashSet<string> { "10915596784" } });
        await using var sender = Open(vendor.Url);
        var outcome = Assert.IsType<SendOutcome.Failed>(await SendAsync(sender, Item(SampleClinical.Admitted)));
        Assert.Equal(DeliveryErrors.PatientUnknown.Code, outcome.Error.Code);
        Assert.Empty(vendor.Ledger.Events);
    }

    [Fact]
    public async Task Should_try_again_when_nobody_answers_or_the_token_is_refused()
    {
        var vendor = await DignioServer.StartAsync(new DignioServerOptions { Token = "another" });
        await using var sender = Open(vendor.Url);
        Assert.Equal("HUB-SEND-007", Assert.IsType<SendOutcome.Failed>(await SendAsync(sender, Item(SampleClinical.Admitted))).Error.Code);
        await vendor.DisposeAsync();
        var outcome = Assert.IsType<SendOutcome.Failed>(await SendAsync(sender, Item(SampleClinical.Admitted)));
        Assert.True(outcome.Error.Retryable && outcome.PartnerDown);
    }

    [Theory]
    [InlineData(202, null)]
    [InlineData(301, "HUB-SEND-008")]
    [InlineData(404, "HUB-SEND-006")]
    [InlineData(409, "HUB-SEND-009")]
    [InlineData(422, "HUB-SEND-005")]
    [InlineData(429, "HUB-SEND-004")]
    [InlineData(500, "HUB-SEND-003")]
    public void Should_read_answers(int status, string? code) =>
        Assert.Equal(code, (DignioAnswer.Classify(status, new AnswerHeaders("application/json")) as SendOutcome.Failed)?.Error.Code);

    private static ISender Open(Uri url)
    {
        var partner = new PartnerConfig("larvik", "dignio", "dignio") { Url = url, Auth = new OutboundAuth(OutboundAuthKind.Bearer, new SecretReference("env:TOKEN"), null, null, null) };
        return new DignioAdapter().Open(partner, new SenderContext(TimeProvider.System, new FixedSecret(), MappingBench.Context().Tenant));
    }

    private static OutboundItem Item(Core.Content.ClinicalMessage message) => new("key-1", MappingBench.Map("dho.followup", message).Document!, 1);

    private static async Task<SendOutcome> SendAsync(ISender sender, OutboundItem item) => (await sender.SendAsync([item], TestContext.Current.CancellationToken))[0];

    private sealed class FixedSecret : ISecretReader
    {
        public Result<string> Read(SecretReference reference) => "hemmelig";
    }
}
