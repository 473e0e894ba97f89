using Hub.Core.Tenants;

namespace Hub.Host.Configuration;

/// <summary>When and how people are alerted.</summary>
public sealed record AlertSettings
{
    /// <summary>How often the rules are asked; default 15 s.</summary>
    public TimeSpan Every { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>After what time an alert that is still open is sent again; default 4 h.</summary>
    public TimeSpan RepeatAfter { get; init; } = TimeSpan.FromHours(4);

    /// <summary>How long what an alert is about must be gone before it closes; default 1 min.</summary>
    public TimeSpan Calm { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How often the audit log is walked from end to end; default 6 h.</summary>
    public TimeSpan AuditEvery { get; init; } = TimeSpan.FromHours(6);

    /// <summary>How often the ledger is counted; default 10 min.</summary>
    public TimeSpan LedgerEvery { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Least free space where the data is, percent; default 10.</summary>
    public int DiskFree { get; init; } = 10;

    /// <summary>How long the broker may be away; default 1 min.</summary>
    public TimeSpan BrokerDown { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long the database may be away; default 30 s.</summary>
    public TimeSpan StoreDown { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Limits of tenants that say nothing themselves.</summary>
    public AlertLimits Limits { get; init; } = new();

    /// <summary>Where alerts are posted to; none = nowhere.</summary>
    public IReadOnlyList<WebhookSettings> Webhooks { get; init; } = [];

    /// <summary>Whom alerts are mailed to; null = nobody.</summary>
    public MailSettings? Mail { get; init; }
}

/// <summary>A receiver of alerts.</summary>
/// <param name="Name">Name in the log.</param>
/// <param name="Url">Where to post.</param>
/// <param name="Secret">Where the key is that signs what is posted.</param>
public sealed record WebhookSettings(string Name, Uri Url, SecretReference Secret)
{
    /// <summary>In which language it is told what is the matter; default English.</summary>
    public AlertLanguage Language { get; init; }
}

/// <summary>Alerts by mail.</summary>
/// <param name="From">Sender's address.</param>
/// <param name="To">Recipients.</param>
/// <param name="Sendmail">Program that takes the mail, sendmail-compatible.</param>
public sealed record MailSettings(string From, IReadOnlyList<string> To, string Sendmail)
{
    /// <summary>In which language the mails are; default English.</summary>
    public AlertLanguage Language { get; init; }
}

/// <summary>A language in which people are alerted.</summary>
public enum AlertLanguage
{
    /// <summary>English, times in UTC.</summary>
    English,

    /// <summary>Norwegian (bokmål), times as clocks in Norway show them.</summary>
    Norwegian,
}
