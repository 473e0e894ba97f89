using FsCheck;
using FsCheck.Fluent;
using Hub.Core.Deliveries;
using Hub.Core.Errors;
using Hub.Core.Tenants;
using Xunit;

namespace Hub.UnitTests.Deliveries;

public sealed class RecoveryPolicyTests
{
    private static readonly DateTimeOffset Accepted = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Should_follow_the_standard_schedule()
    {
        int[] seconds = [1, 5, 30, 120, 600, 1800, 3600, 3600, 3600];
        for (var attempt = 1; attempt <= seconds.Length; attempt++)
            Assert.Equal(new Recovery.RetryAt(Accepted.AddSeconds(seconds[attempt - 1])), Decide(attempt, DeliveryErrors.PartnerFault.At()));
    }

    [Fact]
    public void Should_spread_by_the_jitter_of_the_route() =>
        Assert.Equal(new Recovery.RetryAt(Accepted.AddSeconds(36)), Decide(3, DeliveryErrors.PartnerFault.At(), sample: 1m));

    [Fact]
    public void Should_dead_letter_permanent_errors_at_once_with_their_own_code() =>
        Assert.Equal(new Recovery.DeadLetter("HUB-SEND-006"), Decide(1, DeliveryErrors.PatientUnknown.At()));

    [Fact]
    public void Should_wait_as_long_as_the_partner_asks() =>
        Assert.Equal(new Recovery.RetryAt(Accepted.AddSeconds(90)), Decide(1, DeliveryErrors.Throttled.At(), TimeSpan.FromSeconds(90)));

    [Fact]
    public void Should_not_come_earlier_than_the_schedule_however_soon_the_partner_says() =>
        Assert.Equal(new Recovery.RetryAt(Accepted.AddSeconds(30)), Decide(3, DeliveryErrors.Throttled.At(), TimeSpan.FromSeconds(2)));

    [Fact]
    public void Should_bound_what_the_partner_asks() =>
        Assert.Equal(new Recovery.RetryAt(Accepted.AddHours(1)), Decide(1, DeliveryErrors.Throttled.At(), TimeSpan.FromDays(300)));

    [Fact]
    public void Should_give_up_when_the_next_try_would_be_too_late() =>
        Assert.Equal(new Recovery.DeadLetter("HUB-DELIVERY-001"), Decide(8, DeliveryErrors.PartnerFault.At(), now: Accepted.AddHours(95.5)));

    [Fact]
    public void Should_never_retry_before_now_nor_after_the_give_up_time()
    {
        Prop.ForAll(Tries(), t =>
        {
            var now = Accepted.AddMilliseconds(t.ElapsedMs);
            var recovery = RecoveryPolicy.Decide(t.Try, t.Config, now);
            return recovery switch
            {
                Recovery.RetryAt retry => retry.At >= now && retry.At <= RecoveryPolicy.GiveUpAt(Accepted, t.Config),
                Recovery.DeadLetter dead => dead.Code == DeliveryErrors.GivenUp.Code,
                _ => false,
            };
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Should_wait_no_less_at_a_later_attempt()
    {
        Prop.ForAll(Tries(), t =>
        {
            var patient = t.Config with { GiveUpAfter = TimeSpan.FromDays(100_000) };
            var first = RecoveryPolicy.Decide(t.Try, patient, Accepted);
            var second = RecoveryPolicy.Decide(t.Try with { Attempt = t.Try.Attempt + 1 }, patient, Accepted);
            return first is Recovery.RetryAt one && second is Recovery.RetryAt two && two.At >= one.At;
        }).QuickCheckThrowOnFailure();
    }

    private static Recovery Decide(int attempt, HubError error, TimeSpan? retryAfter = null, decimal sample = 0, DateTimeOffset? now = null) =>
        RecoveryPolicy.Decide(new FailedTry(attempt, error, retryAfter, Accepted, sample), RetryConfig.Default, now ?? Accepted);

    private static Arbitrary<(FailedTry Try, RetryConfig Config, long ElapsedMs)> Tries() => Arb.From(
        from attempt in Gen.Choose(1, 20)
        from asked in Gen.Choose(-1, 10_000_000)
        from sample in Gen.Choose(0, 100)
        from jitter in Gen.Choose(0, 100)
        from delays in Gen.ListOf(Gen.Choose(0, 10_000_000))
        from giveUp in Gen.Choose(0, 500_000_000)
        from elapsed in Gen.Choose(0, 600_000_000)
        select (
            new FailedTry(attempt, DeliveryErrors.PartnerFault.At(), asked < 0 ? null : TimeSpan.FromMilliseconds(asked), Accepted, sample / 100m),
            new RetryConfig([.. delays.Order().Select(d => TimeSpan.FromMilliseconds(d))], TimeSpan.FromMilliseconds(giveUp), jitter / 100m),
            (long)elapsed));
}
