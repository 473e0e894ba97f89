using System.CommandLine;
using Hub.Core.Errors;
using Hub.Core.Tenants;
using Hub.Host.Alerts;
using Hub.Host.Composition;
using Hub.Host.Configuration;
using Hub.Host.Security.Tls;

namespace Hub.Host.Commands;

/// <summary><c>hub config check</c>: finds every error in the configuration before it is live. <c>hub config rules</c>: its limits as rules for Prometheus.</summary>
internal static class ConfigCommand
{
    /// <summary>Makes the command.</summary>
    /// <returns>The command.</returns>
    public static Command Make()
    {
        var config = Shared.Config();
        var noSecrets = new Option<bool>("--no-secrets") { Description = "Do not look whether secrets can be read (on a machine that does not have them)" };
        var check = new Command("check", "Check hub.yaml and every tenant file: all errors at once, with file, line and path. Exit code 2 when there are any. Warnings (a certificate that expires, a partner that the register lacks) do not change it.") { config, noSecrets };
        check.SetAction(parsed => Check(parsed.InvocationConfiguration, parsed.GetValue(config), parsed.GetValue(noSecrets)));
        return new Command("config", "Look at the configuration.") { check, Rules() };
    }

    private static Command Rules()
    {
        var config = Shared.Config();
        var rules = new Command("rules", "Print the alert rules for Prometheus with the limits of this configuration (alerts: in hub.yaml and tenant files). Exit codes: 0 done, 2 bad configuration.") { config };
        rules.SetAction(parsed =>
        {
            var settings = SettingsReader.Read(new SettingArguments(null, parsed.GetValue(config), null, null), Environment.GetEnvironmentVariable, new SecretsElsewhere());
            if (!settings.IsOk)
                return Terminal.Refuse(parsed.InvocationConfiguration.Error, settings.Errors, ExitCode.Usage);
            var files = TenantFiles.Read(settings.Value.ConfigDirectory);
            var tenants = files.IsOk ? files.Value.Check(Parts.Adapters(), Parts.Mappings(), null, settings.Value.Connections) : Result<IReadOnlyList<TenantConfig>>.Failed(files.Errors);
            if (!tenants.IsOk)
                return Terminal.Refuse(parsed.InvocationConfiguration.Error, tenants.Errors, ExitCode.Usage);
            parsed.InvocationConfiguration.Output.Write(PrometheusRules.Of(settings.Value.Alerts, tenants.Value));
            return ExitCode.Done;
        });
        return rules;
    }

    private static int Check(InvocationConfiguration run, string? directory, bool noSecrets)
    {
        var settings = SettingsReader.Read(new SettingArguments(null, directory, null, null), Environment.GetEnvironmentVariable, noSecrets ? new SecretsElsewhere() : null);
        var path = settings.IsOk ? settings.Value.ConfigDirectory : directory ?? Environment.GetEnvironmentVariable("HUB_CONFIG") ?? "config";
        var (adapters, mappings) = (Parts.Adapters(), Parts.Mappings());
        var files = TenantFiles.Read(path);
        var tenants = files.IsOk
            ? files.Value.Check(adapters, mappings, noSecrets ? null : new SecretReader(path), settings.IsOk ? settings.Value.Connections : null)
            : Result<IReadOnlyList<TenantConfig>>.Failed(files.Errors);
        var certificate = settings.IsOk && !noSecrets && settings.Value.Tls is { } tls ? CertificateFile.Read(tls, new SecretReader(path)).Errors : [];
        var broker = settings.IsOk && !noSecrets ? BrokerAddress.Errors(settings.Value) : [];
        HubError[] errors = [.. settings.Errors, .. broker, .. certificate, .. settings.IsOk ? ConnectionCheck.Errors(settings.Value.Connections, adapters) : [], .. tenants.Errors];
        if (errors.Length > 0)
        {
            Shared.Print(errors, run.Error);
            if (errors.Any(e => e.Code == ConfigErrors.UnknownAdapter.Code))
                run.Error.WriteLine($"Adapters: {string.Join(", ", adapters.Names)}");
            if (errors.Any(e => e.Code == ConfigErrors.UnknownMapping.Code))
                run.Error.WriteLine($"Mappings: {string.Join(", ", mappings.All.Select(m => m.Name))}");
            return ExitCode.Usage;
        }

        foreach (var tenant in tenants.Value)
            run.Output.WriteLine($"{tenant.Name}: {tenant.Partners.Count} partners, {tenant.Routes.Count} routes, {(tenant.Environment == TenantEnvironment.Test ? "test" : "production")}");
        var remarks = noSecrets ? [] : files.Value.Remarks(adapters, new SecretReader(path), TimeProvider.System.GetUtcNow());
        foreach (var remark in remarks)
            run.Error.WriteLine($"warning: {remark.Path}: {remark.Code}: {remark.Text}");
        run.Output.WriteLine(remarks.Count switch { 0 => "No errors", 1 => "No errors, 1 warning", var count => $"No errors, {count} warnings" });
        return ExitCode.Done;
    }

    // Stands for secrets that are on another machine.
    private sealed class SecretsElsewhere : ISecretReader
    {
        public Result<string> Read(SecretReference reference) => reference.Location;
    }
}
