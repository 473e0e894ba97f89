using System.CommandLine;
using Hub.Core.Adapters;
using Hub.Core.Errors;
using Hub.Host.Commands.Checks;
using Hub.Host.Composition;
using Hub.Host.Configuration;

namespace Hub.Host.Commands;

/// <summary><c>hub partner test</c>: tries the way to a partner before traffic does.</summary>
internal static class PartnerCommand
{
    private const string About =
        "Try the way to a partner from this machine: reach (name, connection), tls (protocol, chain, name, days left), auth (a token is fetched), clock (warning above 30 s), certificate (own and the partner's, ebXML), "
        + "ping (the partner's own question; a signed ebXML Ping; a Pong that goes to the hub's address is waited for in the store of the running hub). Sends nothing about a patient. Exit codes: 0 nothing failed, 1 something failed, 2 bad configuration or usage.";

    /// <summary>Makes the command.</summary>
    /// <returns>The command.</returns>
    public static Command Make()
    {
        var tenant = new Argument<string>("TENANT") { Description = "The tenant" };
        var partner = new Argument<string>("PARTNER") { Description = "The partner" };
        var store = new StoreOptions();
        var json = new Option<bool>("--json") { Description = "Print JSON" };
        var test = new Command("test", About) { tenant, partner, json };
        store.AddTo(test);
        test.SetAction(async (parsed, cancel) =>
        {
            var checks = Checks(store.Settings(parsed), parsed.GetValue(tenant)!, parsed.GetValue(partner)!);
            if (!checks.IsOk)
                return Terminal.Refuse(parsed.InvocationConfiguration.Error, checks.Errors, ExitCode.Usage);
            var findings = await checks.Value.RunAsync(cancel);
            FindingText.Print(parsed.InvocationConfiguration.Output, findings, parsed.GetValue(json));
            return FindingText.ExitOf(findings);
        });
        return new Command("partner", "Try partners.") { test };
    }

    private static Result<PartnerChecks> Checks(Result<HubSettings> settings, string name, string partnerName)
    {
        if (!settings.IsOk)
            return Result<PartnerChecks>.Failed(settings.Errors);
        var (adapters, directory) = (Parts.Adapters(), settings.Value.ConfigDirectory);
        var files = TenantFiles.Read(directory);
        if (!files.IsOk)
            return Result<PartnerChecks>.Failed(files.Errors);

        // A secret that is missing is found by the step that needs it; the file itself must be right.
        var tenants = files.Value.Check(adapters, Parts.Mappings(), secrets: null, settings.Value.Connections);
        if (!tenants.IsOk)
            return Result<PartnerChecks>.Failed(tenants.Errors);
        var tenant = tenants.Value.FirstOrDefault(t => t.Name == name);
        return tenant?.Partners.GetValueOrDefault(partnerName) is { } partner && adapters.Find(partner.Adapter) is { } adapter
            ? new PartnerChecks(partner, adapter, new SenderContext(TimeProvider.System, new SecretReader(directory), tenant), new PongWatch(settings.Value, name, partnerName, TimeProvider.System))
            : ConfigErrors.UnknownPartner.At("TENANT PARTNER", "There is no such tenant, or it has no such partner");
    }
}
