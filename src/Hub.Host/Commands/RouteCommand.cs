using System.CommandLine;
using Hub.Core.Adapters;
using Hub.Core.Errors;
using Hub.Core.Tenants;
using Hub.Host.Composition;
using Hub.Host.Configuration;

namespace Hub.Host.Commands;

/// <summary><c>hub route try</c>: which routes want a recorded message, and what would be sent. Touches no database and no network.</summary>
internal static class RouteCommand
{
    /// <summary>Makes the command.</summary>
    /// <returns>The command.</returns>
    public static Command Make()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "The message as the partner sends it" };
        var config = Shared.Config();
        var tenant = new Option<string>("--tenant") { Description = "Tenant", Required = true, HelpName = "NAME" };
        var partner = new Option<string>("--partner") { Description = "Partner that sends the message", Required = true, HelpName = "NAME" };
        var consents = new Option<string[]>("--consent") { Description = "A purpose that the patient has consented to; may be repeated", HelpName = "PURPOSE" };
        var mediaType = new Option<string>("--media-type") { Description = "Media type of the message", DefaultValueFactory = _ => "application/json", HelpName = "TYPE" };
        var json = new Option<bool>("--json") { Description = "Print JSON" };
        var command = new Command("try", "Parse a message, ask every route, and show the documents that would be sent with the ledger of their fields.") { file, config, tenant, partner, consents, mediaType, json };
        command.SetAction(parsed =>
        {
            var settings = SettingsReader.Read(new SettingArguments(null, parsed.GetValue(config), null, null), Environment.GetEnvironmentVariable);
            if (!settings.IsOk)
                return Refuse(settings.Errors);
            var parts = new TrialParts(Parts.Adapters(), Parts.Mappings(), TimeProvider.System);
            var tenants = Tenants(settings.Value.ConfigDirectory, parts);
            if (!tenants.IsOk)
                return Refuse(tenants.Errors);
            var chosen = tenants.Value.FirstOrDefault(t => t.Name == parsed.GetValue(tenant));
            if (chosen?.Partners.GetValueOrDefault(parsed.GetValue(partner)!) is not { Inbound: not null } source
                || parts.Adapters.Find(source.Adapter) is not IInboundAdapter)
                return Refuse([ConfigErrors.UnknownPartner.At("--partner", "There is no such tenant, or no such partner that sends")]);
            var input = parsed.GetValue(file)!;
            if (!input.Exists)
                return Refuse([ConfigErrors.Missing.At("FILE", "The file does not exist")]);
            var trial = RouteTrial.Run(chosen, source, File.ReadAllBytes(input.FullName), parsed.GetValue(mediaType)!, parsed.GetValue(consents)?.ToHashSet() ?? [], parts);
            Console.Write(parsed.GetValue(json) ? TrialReport.Json(trial) : TrialReport.Text(trial));
            return trial.Succeeded ? ExitCode.Done : ExitCode.Failed;
        });
        return new Command("route", "Try routes.") { command, RouteSimulateCommand.Make() };
    }

    private static Result<IReadOnlyList<TenantConfig>> Tenants(string directory, TrialParts parts)
    {
        var files = TenantFiles.Read(directory);
        return files.IsOk ? files.Value.Check(parts.Adapters, parts.Mappings, secrets: null) : Result<IReadOnlyList<TenantConfig>>.Failed(files.Errors);
    }

    private static int Refuse(IReadOnlyList<HubError> errors)
    {
        Shared.Print(errors);
        return ExitCode.Usage;
    }
}
