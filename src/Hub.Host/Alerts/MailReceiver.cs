using System.Globalization;
using System.Text;
using Hub.Ebxml.Agreements;
using Hub.Ebxml.Mime;
using Hub.Ebxml.Transport;
using Hub.Host.Configuration;

namespace Hub.Host.Alerts;

/// <summary>Mails alerts to one recipient, through the mail program of this machine.</summary>
/// <param name="settings">Sender and program.</param>
/// <param name="to">The recipient.</param>
/// <param name="time">The clock.</param>
internal sealed class MailReceiver(MailSettings settings, string to, TimeProvider time) : IAlertReceiver
{
    private readonly SendmailTransport _mail = new(new SendmailOptions(settings.Sendmail, null, TimeSpan.FromSeconds(30)), settings.From, time);

    /// <inheritdoc/>
    public string Name => $"mail:{to}";

    /// <inheritdoc/>
    public async Task<string?> TellAsync(AlertNotice notice, CancellationToken cancel)
    {
        var alert = notice.Alert.Alert;
        var subject = Plain($"[hub {(alert.Severity == AlertSeverity.Critical ? "critical" : "warning")}] {AlertJson.Word(notice.Event)}: {alert.Id}");
        MimeHeader[] headers =
        [
            new("From", settings.From), new("To", to), new("Subject", subject.Length > 200 ? subject[..200] : subject),
            new("Date", notice.At.ToUniversalTime().ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture)),
            new("Auto-Submitted", "auto-generated"), new("MIME-Version", "1.0"), new("Content-Type", "text/plain; charset=us-ascii"),
        ];
        var outcome = await _mail.SendAsync(new WireMessage(headers, Encoding.ASCII.GetBytes(Text(notice))), new ChannelEndpoint($"mailto:{to}"), cancel);
        return outcome is NotTaken { Reason: var reason } ? reason.Code : null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // The mail program ends with each mail.
    }

    private static string Text(AlertNotice notice)
    {
        var (stored, alert) = (notice.Alert, notice.Alert.Alert);
        var text = new StringBuilder();
        text.Append(Plain(alert.Text)).Append("\n\n");
        text.Append(CultureInfo.InvariantCulture, $"Rule     {alert.Rule}\n");
        text.Append(CultureInfo.InvariantCulture, $"Since    {AlertText.At(stored.Since)}\n");
        if (stored.ClosedAt is { } closed)
            text.Append(CultureInfo.InvariantCulture, $"Closed   {AlertText.At(closed)}\n");
        text.Append(CultureInfo.InvariantCulture, $"Told by  {Plain(notice.Node)}\n");
        text.Append(CultureInfo.InvariantCulture, $"Runbook  {AlertRules.Runbook(alert.Rule)}\n");
        return text.ToString();
    }

    // Mail carries these letters in encodings of its own; a mail about an alert needs none of them.
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text)
            plain.Append(letter switch { 'æ' => "ae", 'ø' => "o", 'å' => "a", 'Æ' => "Ae", 'Ø' => "O", 'Å' => "A", < ' ' => " ", > '~' => "?", _ => letter.ToString() });
        return plain.ToString();
    }
}
