using Hub.Core.Errors;
using Hub.Core.Tenants;
using Hub.Host.Configuration.Yaml;

namespace Hub.Host.Configuration.Binding;

/// <summary>Reads a partner of a tenant file.</summary>
internal static class PartnerBinder
{
    /// <summary>Reads the section; what is not set has the default of <see cref="PartnerConfig"/>.</summary>
    /// <param name="tenant">Tenant name.</param>
    /// <param name="orgnr">Organisation number of the tenant.</param>
    /// <param name="name">Partner name.</param>
    /// <param name="section">Its settings.</param>
    /// <returns>The partner.</returns>
    public static PartnerConfig Bind(string tenant, string orgnr, string name, YamlSection section)
    {
        var her = section.Section("her", TenantKeys.Her);
        if (her?.Value("patientsGp") is not null && (her.Value("enterprise") is not null || her.Value("service") is not null))
            her.Fail("patientsGp", ConfigErrors.BadValue, "'patientsGp' stands in place of 'enterprise' and 'service'");
        var standard = new PartnerConfig(tenant, name, section.Required("adapter"));
        return standard with
        {
            Inbound = section.Section("inbound", TenantKeys.Inbound) is { } inbound ? InboundBinder.Bind(inbound) : null,
            Url = section.Address("url", mail: true),
            Her = her is not null && her.Value("patientsGp") is null ? MessagingBinder.Her(her) : null,
            PatientsGp = her?.Text("patientsGp"),
            Auth = section.Section("auth", TenantKeys.Auth) is { } auth ? OutboundAuthBinder.Bind(auth, orgnr) : null,
            Timeout = section.Duration("timeout", standard.Timeout, TimeSpan.FromMilliseconds(10), TimeSpan.FromMinutes(10)),
            Window = section.Int("window", standard.Window, 1, 1024),
            Batch = section.Int("batch", standard.Batch, 1, 500),
            Spread = section.Int("spread", standard.Spread, 1, 1024),
            DrainRate = section.Int("drainRate", standard.DrainRate, 0, 1_000_000),
            Breaker = section.Section("breaker", TenantKeys.Breaker) is { } breaker ? Breaker(breaker) : standard.Breaker,
            Expects = ExpectedBinder.Bind(section),
            Options = Options(section),
        };
    }

    private static BreakerConfig Breaker(YamlSection section) => new(
        section.Int("failures", BreakerConfig.Default.Failures, 1, 1000),
        section.Duration("probe", BreakerConfig.Default.Probe, TimeSpan.FromMilliseconds(10), TimeSpan.FromHours(1)),
        section.Duration("maxProbe", BreakerConfig.Default.MaxProbe, TimeSpan.FromMilliseconds(10), TimeSpan.FromHours(24)));

    private static Dictionary<string, string> Options(YamlSection partner)
    {
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in partner.Pairs("options"))
            options[name] = value;
        return options;
    }
}
