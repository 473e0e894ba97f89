using System.Globalization;
using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Core.Tenants;
using Hub.Host.Configuration.Yaml;

namespace Hub.Host.Configuration.Binding;

/// <summary>Reads who may look at what.</summary>
internal static class AccessBinder
{
    private const int MostDays = 3650;

    /// <summary>Reads the section <c>access</c>.</summary>
    /// <param name="tenant">The tenant file.</param>
    /// <returns>The rules in file order.</returns>
    public static IReadOnlyList<AccessRule> Bind(YamlSection tenant) => [.. tenant.Items("access", TenantKeys.Access).Select(Rule)];

    private static AccessRule Rule(YamlSection section)
    {
        var roles = section.Texts("roles").ToHashSet(StringComparer.Ordinal);
        if (roles.Count == 0)
            section.Fail("roles", ConfigErrors.Missing, "'roles' is required: codes of Volven 9060 such as LE or SP, or system");
        foreach (var role in roles.Where(r => r != AccessRule.SystemRole && !(r.Length == 2 && r.All(char.IsAsciiLetterUpper))))
            section.Fail("roles", ConfigErrors.BadValue, $"'{role}' is neither a code of Volven 9060 (two capital letters) nor system");
        var (period, after) = Period(section);
        return new AccessRule(section.Required("party"), roles, Content(section))
        {
            Requires = RouteBinder.Purposes(section),
            While = period,
            After = after,
            Writes = section.Flag("writes", false),
        };
    }

    private static HashSet<ContentKind> Content(YamlSection section)
    {
        var kinds = new HashSet<ContentKind>();
        foreach (var name in section.Texts("content"))
        {
            if (ContentKindNames.TryParse(name, out var kind))
                kinds.Add(kind);
            else
                section.Fail("content", ConfigErrors.BadValue, RouteBinder.NoSuchKind(name));
        }

        if (kinds.Count == 0 && section.Value("content") is null)
            section.Fail("content", ConfigErrors.Missing, "'content' is required: the kinds that may be seen");
        return kinds;
    }

    private static (AccessPeriod, TimeSpan) Period(YamlSection section)
    {
        switch (section.Text("while"))
        {
            case null or "responsible":
                return (AccessPeriod.Responsible, TimeSpan.Zero);
            case "always":
                return (AccessPeriod.Always, TimeSpan.Zero);
            case { } text when text.EndsWith("d after", StringComparison.Ordinal)
                && int.TryParse(text.AsSpan(0, text.Length - "d after".Length), NumberStyles.None, CultureInfo.InvariantCulture, out var days)
                && days is > 0 and <= MostDays:
                return (AccessPeriod.After, TimeSpan.FromDays(days));
            default:
                section.Fail("while", ConfigErrors.BadValue, "'while' must be responsible, always, or a number of days such as '90d after'");
                return (AccessPeriod.Responsible, TimeSpan.Zero);
        }
    }
}
