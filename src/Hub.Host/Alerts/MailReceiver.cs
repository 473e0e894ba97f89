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
        var (subject, text) = settings.Language == AlertLanguage.Norwegian ? AlertMail.Norwegian(notice) : AlertMail.English(notice);
        var plain = Ascii.IsValid(text);
        MimeHeader[] headers =
        [
            new("From", settings.From), new("To", to), new("Subject", MailLetters.Header(Shortened(subject))),
            new("Date", notice.At.ToUniversalTime().ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture)),
            new("Auto-Submitted", "auto-generated"), new("MIME-Version", "1.0"),
            .. plain
                ? [new MimeHeader("Content-Type", "text/plain; charset=us-ascii")]
                : new[] { new MimeHeader("Content-Type", "text/plain; charset=utf-8"), new MimeHeader("Content-Transfer-Encoding", "quoted-printable") },
        ];
        var body = Encoding.ASCII.GetBytes(plain ? text : MailLetters.Body(text));
        var outcome = await _mail.SendAsync(new WireMessage(headers, body), new ChannelEndpoint($"mailto:{to}"), cancel);
        return outcome is NotTaken { Reason: var reason } ? reason.Code : null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // The mail program ends with each mail.
    }

    // Letters beyond ASCII take several characters each, and a header has 998 at most.
    private static string Shortened(string subject) => (Ascii.IsValid(subject) ? 200 : 100) is var most && subject.Length > most ? subject[..most] : subject;
}
