using Hub.Core.Errors;
using Hub.Core.Tenants;
using Hub.Host.Configuration.Yaml;
using YamlDotNet.RepresentationModel;

namespace Hub.Host.Configuration.Binding;

/// <summary>Reads a tenant file into a <see cref="TenantConfig"/>: the one place that knows the file's form.</summary>
internal static class TenantBinder
{
    private static readonly Dictionary<string, TenantEnvironment> Environments = new(StringComparer.Ordinal)
    {
        ["production"] = TenantEnvironment.Production,
        ["test"] = TenantEnvironment.Test,
    };

    private static readonly Dictionary<string, UnroutedPolicy> Policies = new(StringComparer.Ordinal)
    {
        ["keep"] = UnroutedPolicy.Keep,
        ["deadLetter"] = UnroutedPolicy.DeadLetter,
    };

    private static readonly TimeSpan LongestRetention = TimeSpan.FromDays(3650);

    /// <summary>Reads the file. The tenant is there even when settings are wrong (defaults stand in), so that rules find the rest of the faults.</summary>
    /// <param name="file">The file.</param>
    /// <param name="errors">Every fault of form is added here.</param>
    /// <returns>The tenant; null when the file is not readable at all.</returns>
    public static BoundTenant? Bind(YamlFile file, List<HubError> errors)
    {
        var root = file.Parse();
        if (!root.IsOk)
        {
            errors.AddRange(root.Errors);
            return null;
        }

        var context = new BindContext(file.Name);
        var bound = Bind(file.Name, root.Value, context);
        errors.AddRange(context.Errors);
        return bound;
    }

    private static BoundTenant Bind(string file, YamlMappingNode root, BindContext context)
    {
        var section = new YamlSection(context, root, "", TenantKeys.Tenant);
        var name = section.Required("tenant");
        var organization = Organization(section);
        var partners = new Dictionary<string, PartnerConfig>(StringComparer.Ordinal);
        foreach (var (partner, settings) in section.Named("partners", TenantKeys.Partner))
            partners[partner] = PartnerBinder.Bind(name, organization.Orgnr, partner, settings);
        if (section.Value("partners") is null)
            section.Fail("partners", ConfigErrors.Missing, "'partners' is required");

        var routes = new List<RouteConfig>();
        var paths = new List<string>();
        foreach (var route in section.Items("routes", TenantKeys.Route))
        {
            foreach (var one in RouteBinder.Bind(route))
            {
                routes.Add(one);
                paths.Add(route.Path);
            }
        }

        var environment = section.OneOf("environment", TenantEnvironment.Production, Environments);
        var unrouted = section.OneOf("unrouted", UnroutedPolicy.Keep, Policies);
        var tenant = new TenantConfig(name, environment, organization, partners, routes, unrouted)
        {
            Messaging = section.Section("messaging", TenantKeys.Messaging) is { } messaging ? MessagingBinder.Bind(messaging) : null,
            Parties = PartyBinder.Bind(section, organization.Orgnr),
            Handovers = section.Section("handovers", TenantKeys.Handovers) is { } handovers ? Handovers(handovers) : null,
            Access = AccessBinder.Bind(section),
            Retention = section.Section("retention", TenantKeys.Retention) is { } retention ? Retention(retention) : null,
            Alerts = section.Section("alerts", TenantKeys.Alerts) is { } alerts ? AlertBinder.Limits(alerts) : null,
        };
        return new BoundTenant(file, tenant, paths, context.Lines);
    }

    private static HandoverSettings Handovers(YamlSection section)
    {
        var standard = new HandoverSettings();
        return standard with { AnswerWithin = section.Duration("answerWithin", standard.AnswerWithin, TimeSpan.FromHours(1), TimeSpan.FromDays(90)) };
    }

    private static RetentionConfig Retention(YamlSection section)
    {
        if (section.Value("bodies") is null)
            section.Fail("bodies", ConfigErrors.Missing, "'bodies' is required: how long bodies are kept, such as 90d");
        return new RetentionConfig(section.Duration("bodies", LongestRetention, TimeSpan.FromSeconds(1), LongestRetention));
    }

    private static OrganizationConfig Organization(YamlSection tenant)
    {
        if (tenant.Section("organization", TenantKeys.Organization) is not { } section)
        {
            if (tenant.Value("organization") is null)
                tenant.Fail("organization", ConfigErrors.Missing, "'organization' is required");
            return new OrganizationConfig("", null, null);
        }

        var her = section.Int("her", 0, 1, int.MaxValue);
        return new OrganizationConfig(section.Required("orgnr"), her == 0 ? null : her, section.Text("name"));
    }
}
