using Hub.Host.Alerts;
using Hub.Host.Configuration;
using Xunit;
using static Hub.UnitTests.Alerts.FactBench;

namespace Hub.UnitTests.Alerts;

/// <summary>Alerts open once, stay while nobody knows better, close when their cause is gone for good, and everybody hears of it once.</summary>
public class AlertPlanTests
{
    private static readonly TimeSpan Calm = TimeSpan.FromMinutes(1);
    private static readonly Alert One = new("partner-down", AlertSeverity.Critical, "larvik", "journal", null, "It is down");
    private static readonly AlertSettings Settings = new();

    [Fact]
    public void Should_open_an_alert_once()
    {
        var opened = Assert.Single(Plan([], [One]));

        Assert.Equal((One, Now, null), (opened.Alert, opened.Since, opened.ClosedAt));
        Assert.Empty(Plan([opened], [One]));
        Assert.Empty(Plan([], [One with { OnlyStays = true }]));
    }

    [Fact]
    public void Should_close_only_when_the_cause_has_been_gone_for_a_while()
    {
        var open = new StoredAlert(One, Now.AddHours(-1));
        var going = Assert.Single(Plan([open], []));
        Assert.Equal((Now, null), (going.GoneSince!.Value, going.ClosedAt));
        Assert.Empty(Plan([going], [], Now.AddSeconds(59)));
        Assert.Equal(Now.AddMinutes(1), Assert.Single(Plan([going], [], Now.AddMinutes(1))).ClosedAt);
        Assert.Null(Assert.Single(Plan([going], [One], Now.AddSeconds(59))).GoneSince);
        Assert.Null(Assert.Single(Plan([going], [One with { OnlyStays = true }], Now.AddMinutes(9))).GoneSince);
    }

    [Fact]
    public void Should_leave_open_what_its_rule_cannot_tell() => Assert.Empty(Plan([new StoredAlert(One, Now.AddHours(-1))], null));

    [Fact]
    public void Should_close_what_no_rule_knows_any_more() =>
        Assert.NotNull(Assert.Single(AlertPlan.Of([new StoredAlert(One with { Rule = "gone" }, Now)], new Dictionary<string, IReadOnlyList<Alert>?>(), Now, TimeSpan.Zero)).ClosedAt);

    [Fact]
    public void Should_tell_again_when_a_warning_becomes_critical()
    {
        var warned = new StoredAlert(One with { Severity = AlertSeverity.Warning }, Now) { Told = Heard(AlertEvent.Opened, Now) };

        var raised = Assert.Single(Plan([warned], [One]));
        Assert.Equal(AlertEvent.Opened, AlertPlan.Owed(raised, "duty", Now, Settings));
        Assert.Equal(warned.Told, Assert.Single(Plan([warned], [warned.Alert with { Text = "It is still down" }])).Told);
    }

    [Fact]
    public void Should_owe_each_receiver_one_opening_repeats_and_one_closing()
    {
        var alert = new StoredAlert(One, Now);
        Assert.Equal(AlertEvent.Opened, AlertPlan.Owed(alert, "duty", Now, Settings));
        alert = alert with { Told = Heard(AlertEvent.Opened, Now) };
        Assert.Null(AlertPlan.Owed(alert, "duty", Now.AddHours(3), Settings));
        Assert.Equal(AlertEvent.Repeated, AlertPlan.Owed(alert, "duty", Now.AddHours(4), Settings));
        Assert.Null(AlertPlan.Owed(alert with { GoneSince = Now }, "duty", Now.AddHours(4), Settings));
        alert = alert with { ClosedAt = Now.AddHours(5) };
        Assert.Equal(AlertEvent.Closed, AlertPlan.Owed(alert, "duty", Now.AddHours(5), Settings));
        Assert.Null(AlertPlan.Owed(alert with { Told = Heard(AlertEvent.Closed, Now) }, "duty", Now.AddHours(9), Settings));
        Assert.Null(AlertPlan.Owed(alert, "somebody new", Now.AddHours(5), Settings));
    }

    [Fact]
    public void Should_keep_what_it_is_told_to_keep()
    {
        var alert = new StoredAlert(One, Now) { GoneSince = Now.AddHours(1), Told = Heard(AlertEvent.Repeated, Now.AddHours(2)) };

        var read = StoredAlert.Of(alert.Bytes(), 7);
        Assert.Equal((alert.Alert, alert.Since, alert.GoneSince, alert.ClosedAt, 7), (read.Alert, read.Since, read.GoneSince, read.ClosedAt, read.Version));
        Assert.Equal(alert.Told, read.Told);
    }

    private static Dictionary<string, Told> Heard(AlertEvent happened, DateTimeOffset at) => new() { ["duty"] = new Told(happened, at) };

    private static IReadOnlyList<StoredAlert> Plan(IReadOnlyList<StoredAlert> open, IReadOnlyList<Alert>? found, DateTimeOffset? now = null) =>
        AlertPlan.Of(open, new Dictionary<string, IReadOnlyList<Alert>?> { [One.Rule] = found }, now ?? Now, Calm);
}
