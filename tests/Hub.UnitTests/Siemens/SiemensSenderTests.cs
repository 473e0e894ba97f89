using Hub.Core.Adapters;
using Hub.Simulators.Gerica;
using Hub.Simulators.Siemens;
using Xunit;

namespace Hub.UnitTests.Siemens;

/// <summary>Plans go to the vendor under its own lock, and nothing is overwritten.</summary>
public sealed class SiemensSenderTests
{
    [Fact]
    public async Task Should_put_versions_one_after_the_other()
    {
        await using var bench = await VendorBench.OpenAsync();

        Assert.Equal("CarePlan/plan-1/_history/1", Delivered(await bench.SendAsync("fhir.careplan", VendorBench.Plan(1))).Receipt);
        Assert.False(Delivered(await bench.SendAsync("fhir.careplan", VendorBench.Plan(2, delivery: "d2"), "k2")).Repeat);
        Assert.Equal(2, bench.Server.Plans.VersionOf("plan-1"));
    }

    [Fact]
    public async Task Should_know_its_own_version_again_when_the_answer_was_lost()
    {
        await using var bench = await VendorBench.OpenAsync();
        await bench.Server.SetFaultsAsync(new FaultPlan { LostAnswerRate = 1 });
        Assert.Equal("HUB-SEND-001", Failed(await bench.SendAsync("fhir.careplan", VendorBench.Plan(1))).Error.Code);
        await bench.Server.SetFaultsAsync(FaultPlan.Healthy);

        Assert.True(Delivered(await bench.SendAsync("fhir.careplan", VendorBench.Plan(1))).Repeat);
        Assert.True(Delivered(await bench.SendAsync("fhir.careplan", VendorBench.Plan(1), "another-key")).Repeat);
        Assert.Single(bench.Server.Ledger.Taken);
    }

    [Fact]
    public async Task Should_go_on_from_an_earlier_version_that_the_vendor_has()
    {
        await using var bench = await VendorBench.OpenAsync();
        await bench.SendAsync("fhir.careplan", VendorBench.Plan(1));

        Delivered(await bench.SendAsync("fhir.careplan", VendorBench.Plan(4, delivery: "d4"), "k4"));
        Assert.Equal(4, bench.Server.Plans.VersionOf("plan-1"));
        Delivered(await bench.SendAsync("fhir.careplan", VendorBench.Plan(3, "plan-2", "d5"), "k5"));
    }

    [Fact]
    public async Task Should_call_it_a_conflict_when_somebody_edited_meanwhile()
    {
        await using var bench = await VendorBench.OpenAsync();
        await bench.SendAsync("fhir.careplan", VendorBench.Plan(1));
        bench.Server.Plans.Edit("plan-1", text => text.Replace("\"Plan\"", "\"Endret i appen\"", StringComparison.Ordinal).Replace("urn:hub:delivery", "urn:hub:was", StringComparison.Ordinal));

        var failed = Failed(await bench.SendAsync("fhir.careplan", VendorBench.Plan(2, delivery: "d2"), "k2"));

        Assert.Equal(("HUB-SEND-009", false), (failed.Error.Code, failed.Error.Retryable));
        Assert.Equal(2, bench.Server.Plans.VersionOf("plan-1"));
    }

    [Fact]
    public async Task Should_put_a_plan_that_began_in_the_app_where_the_app_has_it()
    {
        await using var bench = await VendorBench.OpenAsync();
        bench.Server.Plans.Begin("p-7", System.Text.Encoding.UTF8.GetBytes(VendorBench.Plan(1, "p-7")));
        var ours = VendorBench.Plan(2, "0f4c", "d2").Replace("\"identifier\":[", "\"identifier\":[{\"system\":\"urn:siemens-like:plan\",\"value\":\"p-7\"},", StringComparison.Ordinal);

        Delivered(await bench.SendAsync("fhir.careplan", ours));

        Assert.Equal(2, bench.Server.Plans.VersionOf("p-7"));
    }

    [Theory]
    [InlineData("down", "HUB-SEND-003", true)]
    [InlineData("unknown", "HUB-SEND-006", false)]
    [InlineData("broken", "HUB-SEND-005", false)]
    public async Task Should_tell_faults_apart(string how, string code, bool retryable)
    {
        await using var bench = await VendorBench.OpenAsync(new SiemensServerOptions { Patients = how == "unknown" ? new HashSet<string> { "13116900216" } : new HashSet<string>() });
        if (how == "down")
            await bench.Server.SetFaultsAsync(new FaultPlan { Down = DownKind.Unavailable, RetryAfterSeconds = 7 });

        var failed = Failed(await bench.SendAsync("fhir.patient", how == "broken" ? "{}" : $$"""{"resourceType":"Patient","identifier":[{"system":"urn:oid:2.16.578.1.12.4.1.4.1","value":"{{VendorBench.Ada.NationalId}}"}]}"""));

        Assert.Equal((code, retryable), (failed.Error.Code, failed.Error.Retryable));
        Assert.DoesNotContain(VendorBench.Ada.NationalId, failed.Error.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_send_personalia_and_changes_of_follow_up_once()
    {
        await using var bench = await VendorBench.OpenAsync();
        var patient = $$"""{"resourceType":"Patient","identifier":[{"system":"urn:oid:2.16.578.1.12.4.1.4.1","value":"{{VendorBench.Ada.NationalId}}"}]}""";
        var paused = $$$"""{"eventId":"e1","type":"follow-up-status","patient":{"nationalId":"{{{VendorBench.Ada.NationalId}}}"},"state":"paused","reason":"Innlagt","effectiveAt":"2026-03-01T10:00:00+01:00","source":{"message":"m","type":"LOG_INNLAGT","chain":"m","sentAt":"2026-03-01T10:00:00+01:00","cancels":false}}""";

        Assert.False(Delivered(await bench.SendAsync("fhir.patient", patient)).Repeat);
        Assert.True(Delivered(await bench.SendAsync("fhir.patient", patient)).Repeat);
        Delivered(await bench.SendAsync("dho.followup", paused, "e1"));

        Assert.Equal("Patient", Assert.Single(bench.Server.Ledger.Taken).Type);
        Assert.Equal("paused", bench.Server.Ledger.FollowUps.StateOf(VendorBench.Ada.NationalId));
    }

    private static SendOutcome.Delivered Delivered(SendOutcome outcome) => Assert.IsType<SendOutcome.Delivered>(outcome);

    private static SendOutcome.Failed Failed(SendOutcome outcome) => Assert.IsType<SendOutcome.Failed>(outcome);
}
