using Hub.Core.Errors;
using Hub.Core.Tenants;
using Hub.Host.Configuration.Yaml;

namespace Hub.Host.Configuration.Binding;

/// <summary>Reads when and how people are alerted.</summary>
internal static class AlertBinder
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(365);

    private static readonly Dictionary<string, AlertLanguage> Languages = new() { ["en"] = AlertLanguage.English, ["nb"] = AlertLanguage.Norwegian };

    /// <summary>Reads the section of hub.yaml.</summary>
    /// <param name="section">The settings.</param>
    /// <param name="standard">What holds where it says nothing.</param>
    /// <returns>The settings.</returns>
    public static AlertSettings Bind(YamlSection section, AlertSettings standard) => new()
    {
        Every = section.Duration("every", standard.Every, Shortest, TimeSpan.FromMinutes(10)),
        RepeatAfter = section.Duration("repeatAfter", standard.RepeatAfter, Shortest, Longest),
        Calm = section.Duration("calm", standard.Calm, TimeSpan.Zero, TimeSpan.FromHours(1)),
        AuditEvery = section.Duration("auditEvery", standard.AuditEvery, Shortest, Longest),
        LedgerEvery = section.Duration("ledgerEvery", standard.LedgerEvery, Shortest, Longest),
        DiskFree = section.Int("diskFree", standard.DiskFree, 0, 100),
        BrokerDown = section.Duration("brokerDown", standard.BrokerDown, Shortest, Longest),
        StoreDown = section.Duration("storeDown", standard.StoreDown, Shortest, Longest),
        Limits = standard.Limits.With(Limits(section)),
        Webhooks = [.. section.Items("webhooks", HubKeys.Webhook).Select(Webhook)],
        Mail = section.Section("mail", HubKeys.Mail) is { } mail ? Mail(mail) : standard.Mail,
    };

    /// <summary>Reads the limits of a tenant, or those that hold for all tenants.</summary>
    /// <param name="section">The settings.</param>
    /// <returns>What they say.</returns>
    public static TenantAlertLimits Limits(YamlSection section) => new()
    {
        PartnerDown = Time(section, "partnerDown"),
        QueueAge = Time(section, "queueAge"),
        DeadlineStuck = Time(section, "deadlineStuck"),
        DeadLetters = section.Value("deadLetters") is null ? null : section.Int("deadLetters", 1, 1, 1_000_000),
        ClockSkew = Time(section, "clockSkew"),
        CertificateExpiry = Time(section, "certificateExpiry"),
        KeyExpiry = Time(section, "keyExpiry"),
        RetentionBehind = Time(section, "retentionBehind"),
        PlanConflict = Time(section, "planConflict"),
    };

    private static TimeSpan? Time(YamlSection section, string key) => section.Value(key) is null ? null : section.Duration(key, Longest, Shortest, Longest);

    private static WebhookSettings Webhook(YamlSection section)
    {
        var secret = new SecretReference(section.Required("secret"));
        if (secret.Location.Length > 0 && !SecretReader.IsReference(secret))
            section.Fail("secret", ConfigErrors.SecretInFile, "'secret' must be file:/path or env:NAME");
        if (section.Value("url") is null)
            section.Fail("url", ConfigErrors.Missing, "'url' is required");
        var url = section.Address("url") ?? new Uri("https://localhost");
        if (url.Scheme != Uri.UriSchemeHttps && !url.IsLoopback)
            section.Fail("url", ConfigErrors.BadValue, "'url' must start with https:// unless it is this machine");
        return new WebhookSettings(section.Required("name"), url, secret) { Language = Language(section) };
    }

    private static MailSettings Mail(YamlSection section)
    {
        var to = section.Texts("to");
        if (to.Count == 0)
            section.Fail("to", ConfigErrors.Missing, "'to' is required: at least one address");
        return new MailSettings(section.Required("from"), to, section.Text("sendmail") ?? "/usr/sbin/sendmail") { Language = Language(section) };
    }

    private static AlertLanguage Language(YamlSection section) => section.OneOf("language", AlertLanguage.English, Languages);
}
