using Hub.Core.Errors;
using Hub.Core.Tenants;
using Hub.Host.Configuration.Yaml;
using Hub.Host.Lookups;
using Hub.Host.Security;
using Hub.Host.Security.Tokens;

namespace Hub.Host.Configuration.Binding;

/// <summary>Reads hub.yaml over given settings.</summary>
internal static class HubBinder
{
    private static readonly Dictionary<string, string> Levels =
        new[] { "debug", "information", "warning", "error" }.ToDictionary(l => l, StringComparer.Ordinal);

    /// <summary>Reads the file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="standard">What holds where the file says nothing.</param>
    /// <param name="secrets">Reads the connection strings that the file points to.</param>
    /// <returns>The settings, or every error.</returns>
    public static Result<HubSettings> Bind(YamlFile file, HubSettings standard, ISecretReader secrets)
    {
        var root = file.Parse();
        if (!root.IsOk)
            return Result<HubSettings>.Failed(root.Errors);
        var context = new BindContext(file.Name);
        var section = new YamlSection(context, root.Value, "", HubKeys.Hub);
        var urls = section.Texts("urls");
        foreach (var url in urls.Where(u => !ListenAddress.IsOne(u)))
            section.Fail("urls", ConfigErrors.BadValue, ListenAddress.Rule);
        var origins = section.Texts("origins");
        foreach (var origin in origins.Where(o => !WebOrigin.IsOne(o)))
            section.Fail("origins", ConfigErrors.BadValue, WebOrigin.Rule);
        var operators = Operators(section);
        var settings = standard with
        {
            Urls = urls.Count == 0 ? standard.Urls : urls,
            DataDirectory = section.Text("data") ?? standard.DataDirectory,
            Postgres = Secret(section, "postgres", secrets) ?? standard.Postgres,
            RabbitMq = Secret(section, "rabbitmq", secrets) ?? standard.RabbitMq,
            Node = section.Text("node") ?? standard.Node,
            Partitions = section.Int("partitions", standard.Partitions, 1, 1024),
            OperatorKeys = operators,
            Connections = ConnectionBinder.Bind(section, operators),
            Tls = section.Section("tls", HubKeys.Tls) is { } tls ? Tls(tls) : standard.Tls,
            Limits = section.Section("limits", HubKeys.Limits) is { } limits ? Limits(limits, standard.Limits) : standard.Limits,
            Log = section.Section("log", HubKeys.Log) is { } log
                ? new LogSettings { Level = log.OneOf("level", standard.Log.Level, Levels), File = log.Text("file") }
                : standard.Log,
            Lookups = section.Section("lookups", HubKeys.Lookups) is { } lookups ? Lookups(lookups, standard.Lookups) : standard.Lookups,
            PublicUrl = section.Address("publicUrl") ?? standard.PublicUrl,
            Tokens = section.Section("tokens", HubKeys.Tokens) is { } tokens ? Tokens(tokens) : standard.Tokens,
            Origins = origins.Count == 0 ? standard.Origins : origins,
            Console = section.Flag("console", standard.Console),
            Alerts = section.Section("alerts", HubKeys.Alerts) is { } alerts ? AlertBinder.Bind(alerts, standard.Alerts) : standard.Alerts,
            Telemetry = section.Section("telemetry", HubKeys.Telemetry) is { } telemetry ? TelemetryBinder.Bind(telemetry, standard.Telemetry) : standard.Telemetry,
            ReloadEvery = section.Duration("reloadEvery", standard.ReloadEvery, TimeSpan.FromMilliseconds(50), TimeSpan.FromHours(1)),
        };
        return context.Errors.Count > 0 ? Result<HubSettings>.Failed(context.Errors) : settings;
    }

    private static string? Secret(YamlSection section, string key, ISecretReader secrets)
    {
        if (section.Text(key) is not { } text)
            return null;
        if (!SecretReader.IsReference(new SecretReference(text)))
        {
            section.Fail(key, ConfigErrors.SecretInFile, $"'{key}' must be file:/path or env:NAME");
            return null;
        }

        var secret = secrets.Read(new SecretReference(text));
        if (secret.IsOk)
            return secret.Value;
        section.Fail(key, ConfigErrors.SecretMissing, secret.Errors[0].Text);
        return null;
    }

    private static List<OperatorKey> Operators(YamlSection hub)
    {
        var keys = new List<OperatorKey>();
        foreach (var section in hub.Items("operators", HubKeys.Operator))
        {
            var name = section.Required("name");
            var text = section.Required("key");
            if (name.Length > 0 && keys.Any(k => k.Name == name))
                section.Fail("name", ConfigErrors.NotUnique, $"There are two operators called '{name}'");
            if (ApiKey.IsKey(text))
                section.Fail("key", ConfigErrors.SecretInFile, "A key must not stand in the file: write its hash, made by 'hub key hash'");
            else if (KeyHash.Parse(text) is { } hash)
                Add(section, keys, new OperatorKey(name, hash));
            else if (text.Length > 0)
                section.Fail("key", ConfigErrors.BadValue, "A key hash is 'sha256:' and 64 hexadecimal digits, made by 'hub key new'");
        }

        return keys;
    }

    private static void Add(YamlSection section, List<OperatorKey> keys, OperatorKey key)
    {
        if (keys.Any(k => k.Hash.SameAs(key.Hash)))
            section.Fail("key", ConfigErrors.NotUnique, "Two operators have the same key, and the audit log could not tell them apart");
        keys.Add(key);
    }

    // The key is read where it is used, and again when it was renewed.
    private static TlsSettings Tls(YamlSection section)
    {
        var key = new SecretReference(section.Required("key"));
        if (key.Location.Length > 0 && !SecretReader.IsReference(key))
            section.Fail("key", ConfigErrors.SecretInFile, "'key' must be file:/path or env:NAME");
        return new TlsSettings(section.Required("certificate"), key);
    }

    private static TokenSettings Tokens(YamlSection section)
    {
        var standard = new TokenSettings { Issuer = section.Required("issuer"), Audience = section.Required("audience") };
        return standard with
        {
            Jwks = section.Address("jwks"),
            AuthorizationEndpoint = section.Address("authorizationEndpoint"),
            TokenEndpoint = section.Address("tokenEndpoint"),
            ClockSkew = section.Duration("clockSkew", standard.ClockSkew, TimeSpan.Zero, TimeSpan.FromMinutes(5)),
            ProofRequired = section.Flag("proofRequired", standard.ProofRequired),
        };
    }

    private static LookupSettings Lookups(YamlSection section, LookupSettings standard) => new()
    {
        Deadline = section.Duration("deadline", standard.Deadline, TimeSpan.FromMilliseconds(50), TimeSpan.FromMinutes(1)),
        AlarmDeadline = section.Duration("alarmDeadline", standard.AlarmDeadline, TimeSpan.FromMilliseconds(50), TimeSpan.FromMinutes(1)),
        Keep = section.Duration("keep", standard.Keep, TimeSpan.Zero, TimeSpan.FromMinutes(1)),
        KeepBytes = section.Int("keepBytes", (int)standard.KeepBytes, 64 * 1024, 1024 * 1024 * 1024),
        KeepEntries = section.Int("keepEntries", standard.KeepEntries, 1, 1_000_000),
    };

    private static LimitSettings Limits(YamlSection section, LimitSettings standard) => new()
    {
        MaxConnections = section.Int("maxConnections", standard.MaxConnections, 1, 1_000_000),
        HeadersTimeout = section.Duration("headersTimeout", standard.HeadersTimeout, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5)),
        MinBytesPerSecond = section.Int("minBytesPerSecond", standard.MinBytesPerSecond, 1, 1_000_000),
        DrainDelay = section.Duration("drainDelay", standard.DrainDelay, TimeSpan.Zero, TimeSpan.FromMinutes(10)),
        ShutdownTimeout = section.Duration("shutdownTimeout", standard.ShutdownTimeout, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(10)),
    };
}
