using System.Text;
using System.Text.Json.Nodes;
using Hub.Adapters.Tellu;
using Hub.Core.Adapters;
using Hub.Core.Content;
using Hub.Simulators.Gerica;
using Hub.Simulators.Tellu;
using Hub.UnitTests.Gerica;
using Hub.UnitTests.Mappings;
using Xunit;

namespace Hub.UnitTests.Tellu;

/// <summary>Personalia, plans and changes of follow-up reach the vendor's system once, and take the place of what was there.</summary>
public sealed class TelluSenderTests
{
    private const string Pid = "13116900216";

    private static readonly Personalia Known = new(new ClinicalTime(new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.FromHours(1))))
    {
        Given = "Line",
        Family = "Danser",
        Addresses = [new PostalAddress(["Storgata 1"], "8006", "Bodø", "home")],
    };

    [Fact]
    public async Task Should_put_personalia_in_the_place_of_those_before()
    {
        await using var vendor = await TelluServer.StartAsync(new TelluServerOptions { KeepBodies = true });
        await using var sender = Open(vendor);
        var first = Item("k1", "dho.personalia", Known);

        Assert.Equal(new SendOutcome.Delivered(null), await SendAsync(sender, first));
        Assert.Equal(new SendOutcome.Delivered(null, Repeat: true), await SendAsync(sender, first with { Attempt = 2 }));
        Assert.Equal(new SendOutcome.Delivered(null), await SendAsync(sender, Item("k2", "dho.personalia", Known with { Family = "Dansere" })));

        Assert.Equal([1, 2], vendor.Ledger.Personalia.Select(p => p.Version));
        Assert.All(vendor.Ledger.Personalia, p => Assert.Equal(Pid, p.Patient));
        Assert.Equal("Dansere", JsonNode.Parse(vendor.Ledger.Personalia[^1].Body!)!["patient"]!["name"]!["family"]!.GetValue<string>());
        Assert.True(await sender.ProbeAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Should_not_make_somebody_known_who_is_not_followed_up()
    {
        await using var vendor = await TelluServer.StartAsync(new TelluServerOptions { Patients = new HashSet<string> { "10915596784" } });
        await using var sender = Open(vendor);

        foreach (var form in new[] { "dho.personalia", "fhir.careplan" })
            Assert.Equal("HUB-SEND-006", CodeOf(await SendAsync(sender, form == "fhir.careplan" ? Item("k3", form, Plan(1)) : Item("k4", form, Known))));
        Assert.Empty(vendor.Ledger.Personalia);
        Assert.Empty(vendor.Ledger.Plans);
    }

    [Fact]
    public async Task Should_never_pass_a_protected_address_on()
    {
        await using var vendor = await TelluServer.StartAsync(new TelluServerOptions { KeepBodies = true });
        await using var sender = Open(vendor);
        var hidden = Item("k1", "dho.personalia", Known with { Protection = AddressProtection.StrictlyConfidential });
        var broken = JsonNode.Parse(hidden.Document.Body.Span)!;
        broken["addresses"] = new JsonArray(new JsonObject { ["city"] = "Bodø" });
        var shown = hidden with { Document = hidden.Document with { Body = Encoding.UTF8.GetBytes(broken.ToJsonString()) }, IdempotencyKey = "k2" };

        Assert.IsType<SendOutcome.Delivered>(await SendAsync(sender, hidden));
        Assert.Equal("HUB-SEND-005", CodeOf(await SendAsync(sender, shown)));

        Assert.Equal(0, vendor.Ledger.ProtectedShown);
        Assert.DoesNotContain("Storgata", Encoding.UTF8.GetString(Assert.Single(vendor.Ledger.Personalia).Body!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_put_each_version_of_a_plan_after_the_one_before_it()
    {
        await using var vendor = await TelluServer.StartAsync();
        await using var sender = Open(vendor);

        Assert.IsType<SendOutcome.Delivered>(await SendAsync(sender, Item("p1", "fhir.careplan", Plan(1))));
        Assert.IsType<SendOutcome.Delivered>(await SendAsync(sender, Item("p2", "fhir.careplan", Plan(2))));
        Assert.IsType<SendOutcome.Delivered>(await SendAsync(sender, Item("p5", "fhir.careplan", Plan(5))));
        Assert.Equal("HUB-SEND-009", CodeOf(await SendAsync(sender, Item("p4", "fhir.careplan", Plan(4)))));
        Assert.Equal(new SendOutcome.Delivered($"plans/{vendor.Ledger.Plans[0].Id}/v5", Repeat: true), await SendAsync(sender, Item("p5", "fhir.careplan", Plan(5)) with { Attempt = 2 }));

        Assert.Equal([1, 2, 5], vendor.Ledger.Plans.Select(p => p.Version));
        Assert.All(vendor.Ledger.Plans, p => Assert.Equal(Pid, p.Patient));
    }

    [Fact]
    public async Task Should_begin_a_plan_with_a_later_version_where_the_first_never_came()
    {
        await using var vendor = await TelluServer.StartAsync();
        await using var sender = Open(vendor);

        Assert.IsType<SendOutcome.Delivered>(await SendAsync(sender, Item("p3", "fhir.careplan", Plan(3))));
        Assert.Equal([3], vendor.Ledger.Plans.Select(p => p.Version));
    }

    [Fact]
    public async Task Should_tell_of_an_admission_once()
    {
        await using var vendor = await TelluServer.StartAsync();
        await using var sender = Open(vendor);
        var item = Item("k1", "dho.followup", SampleClinical.Admitted);

        await vendor.SetFaultsAsync(new FaultPlan { LostAnswerRate = 1 });
        Assert.Equal("HUB-SEND-001", CodeOf(await SendAsync(sender, item)));
        await vendor.SetFaultsAsync(FaultPlan.Healthy);
        Assert.Equal(new SendOutcome.Delivered(null, Repeat: true), await SendAsync(sender, item with { Attempt = 2 }));

        Assert.Equal("paused", vendor.Ledger.FollowUps.StateOf(Pid));
        Assert.Single(vendor.Ledger.FollowUps.Events);
    }

    [Fact]
    public async Task Should_wait_as_long_as_the_partner_asks_and_see_that_it_is_down()
    {
        await using var vendor = await TelluServer.StartAsync();
        await using var sender = Open(vendor);
        await vendor.SetFaultsAsync(new FaultPlan { Down = DownKind.Unavailable, RetryAfterSeconds = 7 });

        foreach (var item in new[] { Item("k1", "dho.personalia", Known), Item("k2", "fhir.careplan", Plan(1)), Item("k3", "dho.followup", SampleClinical.Admitted) })
        {
            var outcome = Assert.IsType<SendOutcome.Failed>(await SendAsync(sender, item));
            Assert.Equal(("HUB-SEND-003", true, TimeSpan.FromSeconds(7)), (outcome.Error.Code, outcome.PartnerDown, outcome.RetryAfter));
        }

        Assert.False(await sender.ProbeAsync(CancellationToken.None));
    }

    [Theory]
    [InlineData(200, "", null)]
    [InlineData(204, "", null)]
    [InlineData(302, "", "HUB-SEND-008")]
    [InlineData(403, "", "HUB-SEND-007")]
    [InlineData(404, """{"error":{"code":4041}}""", "HUB-SEND-006")]
    [InlineData(404, """{"error":{"code":4042}}""", "HUB-SEND-006")]
    [InlineData(404, "<html>", "HUB-SEND-003")]
    [InlineData(408, "", "HUB-SEND-002")]
    [InlineData(409, "", "HUB-SEND-009")]
    [InlineData(412, "", "HUB-SEND-009")]
    [InlineData(422, """{"error":{"code":"4220"}}""", "HUB-SEND-005")]
    [InlineData(423, "", "HUB-SEND-003")]
    [InlineData(429, "[]", "HUB-SEND-004")]
    [InlineData(500, "", "HUB-SEND-003")]
    public async Task Should_read_answers(int status, string body, string? code)
    {
        await using var vendor = await Receiver.AnsweringAsync(status, body.Length == 0 ? null : body, "application/json");
        await using var sender = new TelluAdapter().Open(TelluBench.Partner(vendor.Url), TelluBench.Context());

        Assert.Equal(code, CodeOf(await SendAsync(sender, Item("k1", "dho.followup", SampleClinical.Admitted))));
    }

    [Fact]
    public async Task Should_say_so_when_somebody_works_on_the_patient()
    {
        await using var vendor = await Receiver.StartAsync((http, call) => call.Path == "/patients/find"
            ? Receiver.WriteAsync(http, 200, """{"userId":"u-1"}""", "application/json", ("ETag", "\"v1\""))
            : Receiver.WriteAsync(http, 412));
        await using var sender = new TelluAdapter().Open(TelluBench.Partner(vendor.Url), TelluBench.Context());

        var outcome = Assert.IsType<SendOutcome.Failed>(await SendAsync(sender, Item("k1", "dho.personalia", Known)));

        Assert.Equal(("HUB-SEND-003", true, 4), (outcome.Error.Code, outcome.Error.Retryable, vendor.Calls.Count));
        Assert.All(vendor.Calls, c => Assert.DoesNotContain(Pid, c.Path, StringComparison.Ordinal));
    }

    private static SelfTreatmentPlan Plan(int version) =>
        new("p1", version, new ClinicalTime(new DateTimeOffset(2026, 3, version, 8, 0, 0, TimeSpan.FromHours(1))), [new PlanZone(Triage.Green, "Som vanlig.", "Fortsett.", [])]);

    private static ISender Open(TelluServer vendor) => new TelluAdapter().Open(TelluBench.Partner(vendor.Url), TelluBench.Context());

    private static OutboundItem Item(string key, string mapping, HomeContent content) => new(key, MappingBench.Map(mapping, content).Document!, 1);

    private static string? CodeOf(SendOutcome outcome) => (outcome as SendOutcome.Failed)?.Error.Code;

    private static async Task<SendOutcome> SendAsync(ISender sender, OutboundItem item) => (await sender.SendAsync([item], CancellationToken.None))[0];
}
