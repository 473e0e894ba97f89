using Hub.Core.Adapters;
using Hub.Simulators.Dips;
using Hub.Simulators.Gerica;
using Hub.Tests.Support;
using Xunit;

namespace Hub.UnitTests.Dips;

/// <summary>What the journal does on its bad days, over the wire, and what the hub makes of it.</summary>
public sealed class DipsQuirkTests
{
    public static TheoryData<string, string, bool> Quirks() => new()
    {
        { "closed", "HUB-DIPS-003", false },
        { "no episode", "HUB-DIPS-004", false },
        { "unknown", "HUB-SEND-006", false },
        { "no groups", "HUB-DIPS-005", true },
        { "read only", "HUB-DIPS-007", false },
        { "maintenance", "HUB-DIPS-006", true },
        { "page", "HUB-SEND-003", true },
        { "unavailable", "HUB-SEND-003", true },
        { "fault", "HUB-SEND-003", true },
        { "reset", "HUB-SEND-001", true },
        { "refuse", "HUB-SEND-001", true },
        { "other patient", "HUB-SEND-006", false },
    };

    [Theory]
    [MemberData(nameof(Quirks))]
    public async Task Should_say_what_is_wrong_and_whether_it_passes(string quirk, string code, bool retryable)
    {
        foreach (var style in Enum.GetValues<OutcomeStyle>())
        {
            await using var bench = await DipsBench.OpenAsync(patients: [new DipsPatient(DipsBench.National), new DipsPatient("11845599620")]);
            await bench.Server.SetFaultsAsync(Faults(quirk) with { Style = style });

            var failed = await bench.FailAsync(quirk == "no groups" ? DipsBench.Note() : DipsBench.Weight());

            Assert.Equal((code, retryable), (failed.Error.Code, failed.Error.Retryable));
            Assert.DoesNotContain(DipsBench.National, failed.Error.ToString(), StringComparison.Ordinal);
            Assert.Equal(0, bench.Server.Ledger.Count);
            await bench.Server.SetFaultsAsync(DipsFaults.None);
            if (retryable)
                Assert.IsType<SendOutcome.Delivered>(await bench.SendAsync(DipsBench.Weight(2)));
        }
    }

    [Theory]
    [InlineData("closed", "HUB-DIPS-003")]
    [InlineData("no episode", "HUB-DIPS-004")]
    [InlineData("unknown", "HUB-SEND-006")]
    public async Task Should_read_the_same_of_record_keeper(string quirk, string code)
    {
        await using var bench = await DipsBench.OpenAsync();
        await bench.Server.SetFaultsAsync(Faults(quirk));

        Assert.Equal(code, (await bench.FailAsync(DipsBench.Alarm())).Error.Code);
    }

    [Fact]
    public async Task Should_wait_as_long_as_it_is_told()
    {
        await using var bench = await DipsBench.OpenAsync();
        await bench.Server.SetFaultsAsync(new DipsFaults { Maintenance = true, RetryAfterSeconds = 90 });

        var failed = await bench.FailAsync(DipsBench.Weight());

        Assert.Equal((true, TimeSpan.FromSeconds(90)), (failed.PartnerDown, failed.RetryAfter));
    }

    [Fact]
    public async Task Should_slow_down_when_it_is_asked_to()
    {
        await using var bench = await DipsBench.OpenAsync();
        await bench.Server.SetFaultsAsync(new DipsFaults { RateLimit = 1, RetryAfterSeconds = 7 });

        var sent = await bench.Sender().SendAsync([.. Enumerable.Range(0, 20).Select(n => DipsBench.Item("dips.observation", Mappings.SampleMeasurements.Plain(Core.Content.MeasurementKind.HeartRate), key: $"k-{n}"))], CancellationToken.None);

        Assert.Contains(sent, o => o is SendOutcome.Failed { Error.Code: "HUB-SEND-004", PartnerDown: false } failed && failed.RetryAfter == TimeSpan.FromSeconds(7));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Should_not_send_again_what_the_journal_cannot_validate_also_when_it_says_500(bool as500)
    {
        await using var bench = await DipsBench.OpenAsync();
        await bench.Server.SetFaultsAsync(new DipsFaults { ValidationAs500 = as500 });
        var item = DipsBench.Weight();
        var spoiled = System.Text.Encoding.UTF8.GetString(item.Document.Body.Span).Replace("\"effectiveDateTime\"", "\"_effective\"", StringComparison.Ordinal);

        var failed = await bench.FailAsync(item with { Document = item.Document with { Body = System.Text.Encoding.UTF8.GetBytes(spoiled) } });

        Assert.Equal(("HUB-SEND-005", false), (failed.Error.Code, failed.Error.Retryable));
    }

    [Fact]
    public async Task Should_tell_a_wrong_subscription_key_from_a_wrong_token()
    {
        await using var bench = await DipsBench.OpenAsync();

        var key = await bench.FailAsync(DipsBench.Weight(), ("subscriptionKey", "file:other.key"));
        Assert.Equal(("HUB-DIPS-002", true, true), (key.Error.Code, key.Error.Retryable, key.PartnerDown));

        var scope = await bench.FailAsync(DipsBench.Weight(), ("fhirScope", DipsBench.RpmScope));
        Assert.Equal(("HUB-SEND-007", true), (scope.Error.Code, scope.Error.Retryable));
        Assert.Equal("HUB-TOKEN-001", (await bench.FailAsync(DipsBench.Weight(), ("fhirScope", "nhn:nothing"))).Error.Code);
    }

    [Fact]
    public async Task Should_fetch_another_token_when_the_journal_no_longer_takes_the_first()
    {
        await using var bench = await DipsBench.OpenAsync();
        var sender = bench.Sender();
        Assert.IsType<SendOutcome.Delivered>((await sender.SendAsync([DipsBench.Weight()], CancellationToken.None))[0]);
        // Tokens tell their time in whole seconds.
        var revoked = DateTimeOffset.FromUnixTimeSeconds(DateTimeOffset.UtcNow.ToUnixTimeSeconds() + 1);
        bench.Gate.RevokedBefore = revoked;
        await Wait.UntilAsync("the second after the first token's", TimeSpan.FromSeconds(10), () => DateTimeOffset.UtcNow >= revoked);

        Assert.IsType<SendOutcome.Delivered>((await sender.SendAsync([DipsBench.Note()], CancellationToken.None))[0]);
        Assert.Equal(2, bench.Tokens);
    }

    private static DipsFaults Faults(string quirk) => quirk switch
    {
        "closed" => new DipsFaults { ClosedJournals = [DipsBench.National] },
        "no episode" => new DipsFaults { WithoutEpisode = [DipsBench.National] },
        "unknown" => new DipsFaults { Unknown = [DipsBench.National] },
        "no groups" => new DipsFaults { NoEprGroups = true },
        "read only" => new DipsFaults { VitalSignsReadOnly = true },
        "maintenance" => new DipsFaults { Maintenance = true },
        "page" => new DipsFaults { Down = DownKind.Maintenance },
        "unavailable" => new DipsFaults { Down = DownKind.Unavailable },
        "fault" => new DipsFaults { ErrorRate = 1 },
        "reset" => new DipsFaults { Down = DownKind.Reset },
        "refuse" => new DipsFaults { Down = DownKind.Refuse },
        "other patient" => new DipsFaults { WrongPatient = true },
        _ => throw new ArgumentOutOfRangeException(nameof(quirk)),
    };
}
