using Hub.Host.Configuration.Yaml;

namespace Hub.Host.Configuration.Binding;

/// <summary>Every setting of hub.yaml.</summary>
internal static class HubKeys
{
    public static readonly KeySet Hub = new("hub", "urls", "data", "postgres", "rabbitmq", "node", "partitions", "operators", "connections", "limits", "log", "reloadEvery", "lookups", "publicUrl", "tokens", "origins", "console", "alerts", "telemetry", "tls");
    public static readonly KeySet Operator = new("operator", "name", "key");
    public static readonly KeySet Connection = new("connection", "adapter", "keys", "mode", "maxBytes", "rate");
    public static readonly KeySet Limits = new("limits", "maxConnections", "headersTimeout", "minBytesPerSecond", "drainDelay", "shutdownTimeout");
    public static readonly KeySet Log = new("log", "level", "file");

    public static readonly KeySet Lookups = new("lookups", "deadline", "alarmDeadline", "keep", "keepBytes", "keepEntries");

    public static readonly KeySet Tokens = new(
        "tokens", "issuer", "audience", "jwks", "authorizationEndpoint", "tokenEndpoint", "clockSkew", "proofRequired");

    public static readonly KeySet Alerts = new(
        "alerts", "every", "repeatAfter", "calm", "auditEvery", "ledgerEvery", "diskFree", "brokerDown", "storeDown", "webhooks", "mail",
        "partnerDown", "queueAge", "deadlineStuck", "deadLetters", "clockSkew", "certificateExpiry", "keyExpiry", "retentionBehind", "planConflict");

    public static readonly KeySet Webhook = new("webhook", "name", "url", "secret", "language");
    public static readonly KeySet Mail = new("mail", "from", "to", "sendmail", "language");
    public static readonly KeySet Telemetry = new("telemetry", "otlp", "every", "traces");
    public static readonly KeySet Tls = new("tls", "certificate", "key");

    /// <summary>All of them; the first is the file itself.</summary>
    public static readonly IReadOnlyList<KeySet> All = [Hub, Operator, Connection, Limits, Log, Lookups, Tokens, Alerts, Webhook, Mail, Telemetry, Tls];
}
