using System.Text.RegularExpressions;
using Hub.Core.Errors;

namespace Hub.Host.Configuration.Rules;

/// <summary>The tenant has the name of its file: lower-case letters, digits and hyphens, at most 40.</summary>
internal sealed partial class TenantNameRule : ITenantRule
{
    /// <inheritdoc/>
    public IEnumerable<HubError> Check(BoundTenant tenant, RuleContext context)
    {
        var name = tenant.Config.Name;
        if (name.Length == 0)
            yield break;
        if (!Form().IsMatch(name))
            yield return tenant.Error(ConfigErrors.BadValue, "tenant", "A tenant name has lower-case letters, digits and hyphens, at most 40");
        if (Path.GetFileNameWithoutExtension(tenant.File) != name)
            yield return tenant.Error(ConfigErrors.BadValue, "tenant", $"The file of tenant '{name}' must be called {name}.yaml");
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,39}$")]
    private static partial Regex Form();
}
