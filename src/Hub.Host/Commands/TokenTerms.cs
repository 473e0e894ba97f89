using System.CommandLine;
using System.Text.RegularExpressions;
using Hub.Core.Errors;
using Hub.Core.Storage;
using Hub.Host.Configuration;
using Hub.Host.Configuration.Binding;
using Hub.Host.Security;

namespace Hub.Host.Commands;

/// <summary>What a new token is to be, from the command line.</summary>
internal sealed partial class TokenTerms
{
    private const int MostDays = 730;

    private readonly Option<string> _role = new("--role") { Description = "operator (all tenants, no bodies), administrator, viewer or vendor", Required = true, HelpName = "ROLE" };
    private readonly Option<string?> _tenant = new("--tenant") { Description = "The tenant it reaches; for every role but operator", HelpName = "NAME" };
    private readonly Option<string?> _partner = new("--partner") { Description = "The partner whose traffic it reaches; for vendors", HelpName = "NAME" };
    private readonly Option<string> _name = new("--name") { Description = "Name of the token in the audit log; used once", Required = true, HelpName = "NAME" };
    private readonly Option<int> _days = Shared.Number("--days", $"Days until it expires, 1 to {MostDays}", 90, 1, MostDays);

    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">The command.</param>
    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _role, _tenant, _partner, _name, _days })
            command.Options.Add(option);
    }

    /// <summary>Reads the terms.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="settings">Where the tenants' files are.</param>
    /// <param name="hash">Hash of the new token.</param>
    /// <param name="now">The time now.</param>
    /// <returns>The token, or every error.</returns>
    public Result<IssuedToken> Read(ParseResult parsed, HubSettings settings, KeyHash hash, DateTimeOffset now)
    {
        var errors = new List<HubError>();
        var (name, tenant, partner, days) = (parsed.GetValue(_name)!, parsed.GetValue(_tenant), parsed.GetValue(_partner), parsed.GetValue(_days));
        var role = OperatorToken.RoleOf(parsed.GetValue(_role)!);
        if (role is null)
            errors.Add(ConfigErrors.BadValue.At("--role", "Must be operator, administrator, viewer or vendor"));
        else if (!OperatorToken.Fits(role.Value, tenant, partner))
            errors.Add(ConfigErrors.BadValue.At("--role", "operator takes neither --tenant nor --partner, vendor takes both, administrator and viewer take --tenant"));
        if (!Name().IsMatch(name))
            errors.Add(ConfigErrors.BadValue.At("--name", "Must be 1 to 60 letters, digits, dots, hyphens or underscores"));

        // A misspelt tenant would make a token that opens nothing and looks like one that does.
        if (tenant is not null && !(Name().IsMatch(tenant) && File.Exists(Path.Combine(settings.ConfigDirectory, "tenants", tenant + ".yaml"))))
            errors.Add(ConfigErrors.BadValue.At("--tenant", "There is no file of this tenant in the configuration directory (--config)"));
        else if (tenant is not null && partner is not null && PartnersOf(settings, tenant) is { } partners && !partners.Contains(partner))
            errors.Add(ConfigErrors.UnknownPartner.At("--partner", $"The tenant has no such partner; it has {string.Join(", ", partners)}"));
        if (settings.OperatorKeys.Any(k => k.Name == name))
            errors.Add(ConfigErrors.NotUnique.At("--name", "A key of hub.yaml has this name, and the audit log could not tell them apart"));
        return errors.Count > 0
            ? Result<IssuedToken>.Failed(errors)
            : new IssuedToken(name, hash.ToString(), OperatorToken.NameOf(role!.Value), tenant, partner, now, now.AddDays(days));
    }

    // Null for a file that is not readable: 'hub config check' says why.
    private static IReadOnlyCollection<string>? PartnersOf(HubSettings settings, string tenant) =>
        TenantFiles.Read(settings.ConfigDirectory) is { IsOk: true, Value: var read } && read.Files.FirstOrDefault(f => f.Name == $"tenants/{tenant}.yaml") is { } file
            && TenantBinder.Bind(file, []) is { } bound ? [.. bound.Config.Partners.Keys] : null;

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9._-]{0,59}\z")]
    private static partial Regex Name();
}
