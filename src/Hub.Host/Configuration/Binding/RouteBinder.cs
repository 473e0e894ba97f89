using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Core.Tenants;
using Hub.Host.Configuration.Yaml;

namespace Hub.Host.Configuration.Binding;

/// <summary>Reads a route. A route to several partners becomes one route per partner, named <c>route-partner</c>.</summary>
internal static class RouteBinder
{
    private const string ConsentPrefix = "consent:";

    private static readonly Dictionary<string, DeadLetterPolicy> Policies = new(StringComparer.Ordinal)
    {
        ["continue"] = DeadLetterPolicy.Continue,
        ["park"] = DeadLetterPolicy.Park,
    };

    private static readonly Dictionary<string, Triage> Lights = Enum.GetValues<Triage>()
        .ToDictionary(t => t.ToString().ToLowerInvariant(), t => t, StringComparer.Ordinal);

    /// <summary>Reads the section.</summary>
    /// <param name="section">The settings.</param>
    /// <returns>One route per partner it delivers to.</returns>
    public static IReadOnlyList<RouteConfig> Bind(YamlSection section)
    {
        var name = section.Required("name");
        var targets = section.Texts("to");
        if (targets.Count == 0)
            section.Fail("to", ConfigErrors.Missing, "'to' is required");
        var first = new RouteConfig(name, section.Texts("from"), Kind(section), targets.Count > 0 ? targets[0] : "", section.Required("as"))
        {
            When = section.Section("when", TenantKeys.When) is { } when ? Filter(when) : RouteFilter.Everything,
            Requires = Purposes(section),
            Retry = section.Section("retry", TenantKeys.Retry) is { } retry ? RetryBinder.Bind(retry) : RetryConfig.Default,
            OnDeadLetter = section.OneOf("onDeadLetter", DeadLetterPolicy.Continue, Policies),
            Enabled = section.Flag("enabled", true),
        };
        return targets.Count <= 1 ? [first] : [.. targets.Select(t => first with { Name = $"{name}-{t}", To = t })];
    }

    /// <summary>Says that a content kind is not known.</summary>
    /// <param name="written">What stands there.</param>
    /// <returns>The sentence.</returns>
    public static string NoSuchKind(string written) =>
        $"There is no content '{written}'; known are {string.Join(", ", ContentKindNames.All.Select(k => k.Name))}";

    private static ContentKind Kind(YamlSection section)
    {
        var written = section.Required("content");
        if (ContentKindNames.TryParse(written, out var kind))
            return kind;
        if (written.Length > 0)
            section.Fail("content", ConfigErrors.BadValue, NoSuchKind(written));
        return ContentKind.Measurement;
    }

    private static RouteFilter Filter(YamlSection when)
    {
        HashSet<Triage>? triage = null;
        foreach (var light in when.Texts("triage"))
        {
            triage ??= [];
            if (Lights.TryGetValue(light, out var value))
                triage.Add(value);
            else
                when.Fail("triage", ConfigErrors.BadValue, $"There is no traffic light '{light}'; known are {string.Join(", ", Lights.Keys)}");
        }

        var categories = when.Texts("category");
        var responsible = when.Texts("responsible");
        return new RouteFilter(triage, categories.Count == 0 ? null : categories.ToHashSet(StringComparer.Ordinal))
        {
            Responsible = responsible.Count == 0 ? null : responsible.ToHashSet(StringComparer.Ordinal),
        };
    }

    /// <summary>Reads the setting <c>requires</c>: purposes without <c>consent:</c>.</summary>
    public static List<string> Purposes(YamlSection section)
    {
        var purposes = new List<string>();
        foreach (var requirement in section.Texts("requires"))
        {
            if (requirement.StartsWith(ConsentPrefix, StringComparison.Ordinal) && PurposeText.IsPurpose(requirement[ConsentPrefix.Length..]))
                purposes.Add(requirement[ConsentPrefix.Length..]);
            else
                section.Fail("requires", ConfigErrors.BadValue, $"'requires' must be consent:PURPOSE. {PurposeText.Rule}");
        }

        return purposes;
    }
}
