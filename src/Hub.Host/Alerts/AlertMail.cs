using System.Globalization;

namespace Hub.Host.Alerts;

/// <summary>What a mail about an alert says. Pure.</summary>
internal static class AlertMail
{
    /// <summary>In English, with times in UTC.</summary>
    /// <param name="notice">What is told.</param>
    /// <returns>Subject and text; lines end in LF.</returns>
    public static (string Subject, string Text) English(AlertNotice notice)
    {
        var (stored, alert) = (notice.Alert, notice.Alert.Alert);
        var closed = stored.ClosedAt is { } at ? $"Closed   {AlertText.At(at)}\n" : "";
        return (
            $"[hub {(alert.Severity == AlertSeverity.Critical ? "critical" : "warning")}] {AlertJson.Word(notice.Event)}: {alert.Id}",
            string.Create(CultureInfo.InvariantCulture, $"{Line(alert.Text)}\n\nRule     {alert.Rule}\nSince    {AlertText.At(stored.Since)}\n{closed}Told by  {Line(notice.Node)}\nRunbook  {AlertRules.Runbook(alert.Rule)}\n"));
    }

    /// <summary>In Norwegian, with times as clocks in Norway show them.</summary>
    /// <param name="notice">What is told.</param>
    /// <returns>Subject and text; lines end in LF.</returns>
    public static (string Subject, string Text) Norwegian(AlertNotice notice)
    {
        var (stored, alert) = (notice.Alert, notice.Alert.Alert);
        var closed = stored.ClosedAt is { } at ? $"Lukket      {AlertNorwegian.At(at)}\n" : "";
        return (
            $"[hub {AlertNorwegian.Word(alert.Severity)}] {AlertNorwegian.Word(notice.Event)}: {alert.Id}",
            string.Create(CultureInfo.InvariantCulture, $"{Line(alert.Norwegian ?? alert.Text)}\n\nRegel       {alert.Rule}\nSiden       {AlertNorwegian.At(stored.Since)}\n{closed}Meldt av    {Line(notice.Node)}\nVeiledning  {AlertRules.Runbook(alert.Rule)}\n"));
    }

    private static string Line(string text) => new([.. text.Select(c => char.IsControl(c) ? ' ' : c)]);
}
