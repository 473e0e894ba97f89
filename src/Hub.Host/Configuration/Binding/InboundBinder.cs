using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Core.Lookups;
using Hub.Core.Tenants;
using Hub.Host.Configuration.Yaml;

namespace Hub.Host.Configuration.Binding;

/// <summary>Reads how a partner sends to the hub.</summary>
internal static class InboundBinder
{
    private static readonly Dictionary<string, InboundAuth> Auths = new(StringComparer.Ordinal)
    {
        ["key"] = InboundAuth.Key,
        ["signature"] = InboundAuth.Signature,
        ["poll"] = InboundAuth.Poll,
        ["hub"] = InboundAuth.Hub,
    };

    /// <summary>Words for how strictly something is read.</summary>
    internal static readonly Dictionary<string, InboundMode> Modes = new(StringComparer.Ordinal)
    {
        ["strict"] = InboundMode.Strict,
        ["lenient"] = InboundMode.Lenient,
    };

    // What the connection decides for all of its tenants.
    private static readonly string[] OfConnection = ["auth", "keys", "maxBytes", "rate", "consents"];

    /// <summary>Reads the section.</summary>
    /// <param name="section">The settings.</param>
    /// <returns>The configuration.</returns>
    public static InboundConfig Bind(YamlSection section)
    {
        var connection = section.Text("connection");
        foreach (var key in OfConnection.Where(k => connection is not null && section.Value(k) is not null))
            section.Fail(key, ConfigErrors.BadValue, $"'{key}' has no meaning beside 'connection': hub.yaml says it for all tenants of the connection");
        var auth = connection is null ? section.OneOf("auth", InboundAuth.Key, Auths) : InboundAuth.Connection;
        var standard = new InboundConfig(section.Texts("keys"));
        if (auth == InboundAuth.Key && standard.Keys.Count == 0)
            section.Fail("keys", ConfigErrors.Missing, "'keys' is required: at least one key hash, made by 'hub key new'");
        if (auth is not (InboundAuth.Key or InboundAuth.Connection) && standard.Keys.Count > 0)
            section.Fail("keys", ConfigErrors.BadValue, $"'keys' has no meaning with auth: {auth.ToString().ToLowerInvariant()}");
        if (auth != InboundAuth.Poll && section.Value("every") is not null)
            section.Fail("every", ConfigErrors.BadValue, "'every' has a meaning with auth: poll only");
        return standard with
        {
            Keys = auth == InboundAuth.Connection ? [] : standard.Keys,
            Auth = auth,
            Connection = connection,
            Every = section.Duration("every", standard.Every, TimeSpan.FromMilliseconds(50), TimeSpan.FromDays(1)),
            Mode = section.OneOf("mode", standard.Mode, Modes),
            Content = Kinds(section),
            MaxBytes = section.Int("maxBytes", standard.MaxBytes, 1024, 100 * 1024 * 1024),
            Rate = section.Int("rate", standard.Rate, 0, 1_000_000),
            ClockSkew = section.Duration("clockSkew", standard.ClockSkew, TimeSpan.Zero, TimeSpan.FromDays(1)),
            Consents = section.Flag("consents", standard.Consents),
            Reads = Reads(section, standard.Reads),
            Services = Services(section, standard.Services),
        };
    }

    // Measured values and forms are for treaters, who ask with a token and a role.
    private static readonly Dictionary<string, LookupKind> ReadKinds = new(StringComparer.Ordinal)
    {
        ["personalia"] = LookupKind.Personalia,
        ["enrolled"] = LookupKind.Enrolled,
        ["plans"] = LookupKind.Plans,
    };

    private static IReadOnlySet<LookupKind> Reads(YamlSection section, IReadOnlySet<LookupKind> standard)
    {
        if (section.Value("reads") is null)
            return standard;
        var kinds = new HashSet<LookupKind>();
        foreach (var name in section.Texts("reads"))
        {
            if (ReadKinds.TryGetValue(name, out var kind))
                kinds.Add(kind);
            else
                section.Fail("reads", ConfigErrors.BadValue, $"'{name}' is nothing that a partner may ask for; expected one of: {string.Join(", ", ReadKinds.Keys)}");
        }

        return kinds;
    }

    private static IReadOnlySet<string> Services(YamlSection section, IReadOnlySet<string> standard)
    {
        var codes = section.Texts("services").ToHashSet(StringComparer.Ordinal);
        foreach (var code in codes.Where(c => !ServiceCodes.All.Contains(c)))
            section.Fail("services", ConfigErrors.BadValue, $"'{code}' is no service code of VKP; expected one of: {string.Join(", ", ServiceCodes.All)}");
        if (codes.Count > 0 && section.Value("reads") is null)
            section.Fail("services", ConfigErrors.BadValue, "'services' has a meaning with 'reads' only");
        else if (codes.Count == 0 && section.Value("reads") is not null)
            section.Fail("services", ConfigErrors.Missing, "'services' is required with 'reads': the service codes on whose behalf the partner may ask");
        return codes.Count > 0 ? codes : standard;
    }

    private static HashSet<ContentKind>? Kinds(YamlSection section)
    {
        if (section.Value("content") is null)
            return null;
        var kinds = new HashSet<ContentKind>();
        foreach (var name in section.Texts("content"))
        {
            if (ContentKindNames.TryParse(name, out var kind))
                kinds.Add(kind);
            else
                section.Fail("content", ConfigErrors.BadValue, RouteBinder.NoSuchKind(name));
        }

        return kinds;
    }
}
