using Hub.Core.Adapters;
using Hub.Core.Storage;
using Hub.Core.Tenants;
using Hub.Host.Alerts;
using Hub.Host.Alerts.Rules;
using Hub.Host.Health;
using Xunit;
using static Hub.UnitTests.Alerts.FactBench;

namespace Hub.UnitTests.Alerts;

/// <summary>Each rule finds what it is for, and nothing when all is well.</summary>
public class AlertRuleTests
{
    public static TheoryData<string> Names => [.. AlertRules.All.Select(r => r.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Should_find_nothing_when_nothing_is_the_matter(string rule) => Assert.Empty(AlertRules.All.Single(r => r.Name == rule).Find(Quiet) ?? []);

    [Theory]
    [MemberData(nameof(Names))]
    public void Should_not_tell_what_is_not_known(string rule) =>
        Assert.Null(AlertRules.All.Single(r => r.Name == rule).Find(new AlertFacts(Now, Quiet.Settings, Quiet.Tenants)));

    [Fact]
    public void Should_name_every_rule_once_and_in_order() => Assert.Equal(AlertRules.All.Select(r => r.Name).Distinct().Order(StringComparer.Ordinal), AlertRules.All.Select(r => r.Name));

    [Fact]
    public void Should_keep_both_languages_and_read_what_was_kept_with_one()
    {
        var stored = new StoredAlert(StoreDown.Of("hub-1", Now), Now);
        var before = System.Text.Encoding.UTF8.GetString(stored.Bytes()).Replace("norwegian", "other", StringComparison.Ordinal);

        Assert.Equal(stored.Alert, StoredAlert.Of(stored.Bytes(), 0).Alert);
        Assert.Equal((stored.Alert.Text, null), (StoredAlert.Of(System.Text.Encoding.UTF8.GetBytes(before), 0).Alert.Text, StoredAlert.Of(System.Text.Encoding.UTF8.GetBytes(before), 0).Alert.Norwegian));
        Assert.Contains("har ikke hatt kontakt med databasen siden 04.03.2026 13:00:00 norsk tid (UTC+01:00)", stored.Alert.Norwegian, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_tell_of_a_partner_that_is_down_longer_than_it_may()
    {
        Assert.Empty(Find(new PartnerDown(), Quiet with { Partners = [Down(TimeSpan.FromSeconds(119))] }));
        var alert = Find(new PartnerDown(), Quiet with { Partners = [Down(TimeSpan.FromMinutes(2))] }).Single();
        Assert.Equal(("partner-down/larvik/journal", AlertSeverity.Critical, false), (alert.Id, alert.Severity, alert.OnlyStays));
        Assert.Contains("HUB-SEND-001", alert.Text, StringComparison.Ordinal);
        Assert.Empty(Find(new PartnerDown(), Quiet with { Partners = [Down(TimeSpan.FromMinutes(2))], Tenants = [Tenant(new TenantAlertLimits { PartnerDown = TimeSpan.FromHours(1) })] }));
        Assert.True(Find(new PartnerDown(), Quiet with { Partners = [Healthy with { Unsure = true }] }).Single().OnlyStays);
    }

    [Fact]
    public void Should_tell_of_a_queue_that_is_too_old_unless_its_partner_is_known_to_be_down()
    {
        var waiting = Healthy with { Waiting = 3, OldestWaitingAt = Now.AddMinutes(-16), OldestUnpausedAt = Now.AddMinutes(-16) };
        Assert.Equal("queue-age/larvik/journal", Find(new QueueAge(), Quiet with { Partners = [waiting] }).Single().Id);
        Assert.Empty(Find(new QueueAge(), Quiet with { Partners = [waiting with { OldestUnpausedAt = Now.AddMinutes(-14) }] }));
        Assert.Empty(Find(new QueueAge(), Quiet with { Partners = [waiting with { WaitingPaused = 3, OldestUnpausedAt = null }] }));
        Assert.Empty(Find(new QueueAge(), Quiet with { Partners = [waiting with { State = PartnerState.Down }] }));
        Assert.Empty(Find(new QueueAge(), Quiet with { Partners = [waiting with { State = PartnerState.Paused }] }));
    }

    [Fact]
    public void Should_count_what_an_expiring_certificate_would_break()
    {
        var mine = new CertificateUse("own-signing", "Larvik kommune", Now.AddDays(29));
        var theirs = new CertificateUse("partner-encryption", "Sykehuset", Now.AddDays(6));
        var fine = new CertificateUse("own-decryption", "Larvik kommune", Now.AddDays(31));
        var other = Journal with { Name = "hospital" };
        var found = Find(new CertificateExpiry(), Quiet with
        {
            Partners = [Healthy with { Waiting = 2, Certificates = [mine, fine] }, new PartnerHealth(other, PartnerState.Ok) { Waiting = 5, Certificates = [mine, theirs, fine] }],
        });

        Assert.Equal(["certificate-expiry/larvik/own-signing", "certificate-expiry/larvik/hospital/partner-encryption"], found.Select(a => a.Id));
        Assert.Equal("The own-signing certificate of Larvik kommune expires on 2026-04-02; 7 deliveries queued now would break", found[0].Text);
        Assert.Equal("Sertifikatet for egen signering, utstedt til Larvik kommune, går ut 02.04.2026; 7 leveranser som står i kø nå, ville blitt stoppet", found[0].Norwegian);
        Assert.Equal([AlertSeverity.Warning, AlertSeverity.Critical], found.Select(a => a.Severity));
        Assert.Contains("5 deliveries", found[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_tell_when_a_node_will_have_no_certificate_for_its_callers()
    {
        var found = Find(new CertificateExpiry(), Quiet with { Nodes = [Node with { CertificateEnds = Now.AddDays(29) }, Node with { Node = "hub-2", CertificateEnds = Now.AddDays(-1) }, Node with { Node = "hub-3", CertificateEnds = Now.AddDays(31) }] });

        Assert.Equal(["certificate-expiry/hub-1", "certificate-expiry/hub-2"], found.Select(a => a.Id));
        Assert.Equal([AlertSeverity.Warning, AlertSeverity.Critical], found.Select(a => a.Severity));
        Assert.Equal("The certificate that node hub-1 shows its callers expires on 2026-04-02; nobody can send to it then", found[0].Text);
        Assert.Equal("Sertifikatet som node hub-2 viser dem som kaller den, gikk ut 03.03.2026; da kan ingen sende til den", found[1].Norwegian);
    }

    [Fact]
    public void Should_tell_of_clocks_that_are_off()
    {
        var facts = Quiet with
        {
            Nodes = [Node with { Ahead = TimeSpan.FromSeconds(-31) }],
            Partners = [Healthy with { Ahead = TimeSpan.FromMinutes(3) }],
        };

        Assert.Equal(["clock-skew/hub-1", "clock-skew/larvik/journal"], Find(new ClockSkew(), facts).Select(a => a.Id));
        Assert.Contains("behind", Find(new ClockSkew(), facts)[0].Text, StringComparison.Ordinal);
        Assert.Contains("about 180 s ahead of", Find(new ClockSkew(), facts)[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_tell_what_is_the_matter_with_a_node()
    {
        var facts = Quiet with { Nodes = [Node with { DiskFree = 9, ConfigErrors = 2, ConfigError = "HUB-CONFIG-001", BrokerAwaySince = Now.AddMinutes(-1) }] };

        Assert.Equal(AlertSeverity.Warning, Find(new DiskLow(), facts).Single().Severity);
        Assert.Equal(AlertSeverity.Critical, Find(new DiskLow(), Quiet with { Nodes = [Node with { DiskFree = 4 }] }).Single().Severity);
        Assert.Equal("config-error/hub-1", Find(new ConfigError(), facts).Single().Id);
        Assert.Equal("broker-down/hub-1", Find(new BrokerDown(), facts).Single().Id);
        Assert.Empty(Find(new BrokerDown(), Quiet with { Nodes = [Node with { BrokerAwaySince = Now.AddSeconds(-59) }] }));
    }

    [Fact]
    public void Should_tell_of_what_is_lost_stuck_or_dead()
    {
        var facts = Quiet with
        {
            Stuck = [new PartnerCount("larvik", "journal", 2, Now.AddMinutes(-5))],
            Dead = [new PartnerCount("larvik", "journal", 1, null)],
            Ledger = new Ledger(4, 1, 1, 1, 3, 0),
            Audit = new AuditFacts(17),
        };

        Assert.Equal("deadline-stuck/larvik/journal", Find(new DeadlineStuck(), facts).Single().Id);
        Assert.Empty(Find(new DeadlineStuck(), Quiet with { Stuck = [new PartnerCount("larvik", "journal", 2, Now.AddMinutes(-4))] }));
        Assert.Equal("dead-letters/larvik/journal", Find(new DeadLetters(), facts).Single().Id);
        Assert.Empty(Find(new DeadLetters(), facts with { Tenants = [Tenant(new TenantAlertLimits { DeadLetters = 2 })] }));
        Assert.Equal("ledger-unbalanced", Find(new LedgerUnbalanced(), facts).Single().Id);
        Assert.Contains("17", Find(new AuditBroken(), facts).Single().Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_tell_of_tokens_that_end_and_of_bodies_that_stay()
    {
        Assert.Equal("key-expiry/larvik/drift", Find(new KeyExpiry(), Quiet with { Tokens = [new TokenFacts("drift", "larvik", Now.AddDays(13))] }).Single().Id);
        Assert.Empty(Find(new KeyExpiry(), Quiet with { Tokens = [new TokenFacts("drift", "larvik", Now.AddDays(-1))] }));
        Assert.Equal("retention-behind/larvik", Find(new RetentionBehind(), Quiet with { Retention = [new RetentionFacts("larvik", Now.AddDays(-93), TimeSpan.FromDays(90))] }).Single().Id);
    }

    [Fact]
    public void Should_tell_of_edits_of_plans_that_wait_too_long_for_a_person()
    {
        var facts = Quiet with { Conflicts = [new ConflictFacts("larvik", Now.AddDays(-5)), new ConflictFacts("larvik", Now.AddDays(-4)), new ConflictFacts("larvik", Now.AddDays(-1)), new ConflictFacts("skien", Now.AddDays(-2))] };

        var alert = Find(new PlanConflict(), facts).Single();
        Assert.Equal(("plan-conflict/larvik", AlertSeverity.Warning), (alert.Id, alert.Severity));
        Assert.Equal("2 edits of shared plans of larvik have waited longer than 3d for somebody to merge or dismiss them", alert.Text);
        Assert.Equal("2 endringer i delte planer i larvik har ventet lenger enn 3d på at noen slår dem sammen med planen eller avviser dem", alert.Norwegian);
        Assert.Empty(Find(new PlanConflict(), facts with { Tenants = [Tenant(new TenantAlertLimits { PlanConflict = TimeSpan.FromDays(9) })] }));
    }

    [Fact]
    public void Should_tell_of_a_silent_partner_and_only_keep_the_alert_while_it_is_not_sure()
    {
        var silent = new PartnerHealth(Journal with { Expects = new ExpectedTraffic(TimeSpan.FromMinutes(15)) }, PartnerState.Silent) { Since = Now.AddHours(-1) };

        Assert.False(Find(new PartnerSilent(), Quiet with { Partners = [silent] }).Single().OnlyStays);
        Assert.True(Find(new PartnerSilent(), Quiet with { Partners = [silent with { Unsure = true }] }).Single().OnlyStays);
    }

    private static PartnerHealth Down(TimeSpan since) => Healthy with { State = PartnerState.Down, Since = Now - since, LastError = "HUB-SEND-001" };

    // What is found is always told in both languages, about the same thing.
    private static List<Alert> Find(IAlertRule rule, AlertFacts facts)
    {
        List<Alert> found = [.. rule.Find(facts)!];
        Assert.All(found, a => Assert.True(a.Norwegian is { Length: > 0 } norwegian && norwegian != a.Text && (a.Partner is null || a.Text.Contains(a.Partner, StringComparison.Ordinal) == norwegian.Contains(a.Partner, StringComparison.Ordinal)), a.Id));
        return found;
    }
}
