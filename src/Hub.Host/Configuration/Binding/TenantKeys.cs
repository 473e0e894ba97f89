using Hub.Host.Configuration.Yaml;

namespace Hub.Host.Configuration.Binding;

/// <summary>Every setting of a tenant file.</summary>
internal static class TenantKeys
{
    public static readonly KeySet Tenant = new("tenant", "tenant", "environment", "organization", "messaging", "parties", "handovers", "access", "partners", "routes", "unrouted", "retention", "alerts");
    public static readonly KeySet Organization = new("organization", "orgnr", "her", "name");
    public static readonly KeySet Messaging = new(
        "messaging", "her", "name", "phone", "mail", "signing", "decryption", "register", "trust", "revocation", "maildir", "sendmail", "answers", "answerWithin");
    public static readonly KeySet KeyPair = new("keyPair", "certificate", "key");
    public static readonly KeySet Her = new("her", "enterprise", "service", "patientsGp");
    public static readonly KeySet Partner = new(
        "partner", "adapter", "her", "inbound", "url", "auth", "timeout", "window", "batch", "spread", "drainRate", "breaker", "options", "expects");
    public static readonly KeySet Inbound = new("inbound", "auth", "every", "keys", "connection", "mode", "content", "maxBytes", "rate", "clockSkew", "consents", "reads", "services");
    public static readonly KeySet Auth = new(
        "auth", "kind", "clientId", "secret", "tokenUrl", "scope", "issuer", "organization", "tenancy", "dpop", "algorithm", "keyId", "assertion");
    public static readonly KeySet ActsFor = new("actsFor", "parent", "child");
    public static readonly KeySet Breaker = new("breaker", "failures", "probe", "maxProbe");
    public static readonly KeySet Route = new(
        "route", "name", "from", "content", "when", "to", "as", "retry", "requires", "onDeadLetter", "enabled");
    public static readonly KeySet Party = new("party", "kind", "orgnr", "title", "offers", "partners");
    public static readonly KeySet Handovers = new("handovers", "answerWithin");
    public static readonly KeySet Access = new("access", "party", "roles", "content", "requires", "while", "writes");
    public static readonly KeySet When = new("when", "triage", "category", "responsible");
    public static readonly KeySet Retry = new("retry", "schedule", "delays", "giveUpAfter", "jitter");

    public static readonly KeySet Expected = new("expected", "every", "hours", "days");
    public static readonly KeySet Retention = new("retention", "bodies");
    public static readonly KeySet Alerts = new(
        "alerts", "partnerDown", "queueAge", "deadlineStuck", "deadLetters", "clockSkew", "certificateExpiry", "keyExpiry", "retentionBehind", "planConflict");

    /// <summary>All of them; the first is the file itself.</summary>
    public static readonly IReadOnlyList<KeySet> All = [Tenant, Organization, Messaging, KeyPair, Party, Handovers, Access, Partner, Her, Inbound, Auth, ActsFor, Breaker, Route, When, Retry, Expected, Retention, Alerts];
}
