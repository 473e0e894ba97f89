using Hub.Core.Errors;
using Hub.Core.Tenants;
using Hub.Host.Composition;
using Hub.Host.Configuration;
using Hub.Host.Security.Tls;

namespace Hub.Host.Commands.Checks;

/// <summary>Looks at the files that a node would read.</summary>
internal static class ConfigurationChecks
{
    /// <summary>Everything in the files but whether secrets are there.</summary>
    /// <param name="arguments">What the command line says.</param>
    /// <returns>What was found, and the settings where they can be read.</returns>
    public static (Finding Finding, HubSettings? Settings) Files(SettingArguments arguments)
    {
        var settings = SettingsReader.Read(arguments, Environment.GetEnvironmentVariable, new SecretsElsewhere());
        if (!settings.IsOk)
            return (Faulty("configuration", settings.Errors, "Correct hub.yaml; 'hub config check' lists every error."), null);
        var errors = Errors(settings.Value, secrets: null, out var tenants);
        return (errors.Count > 0
            ? Faulty("configuration", errors, "Correct the files; 'hub config check' lists every error.")
            : tenants.Count == 0
                ? new Finding("configuration", Verdict.Warning, $"There is no tenant in {settings.Value.ConfigDirectory}", "Write tenants/NAME.yaml, or name the right directory with --config or HUB_CONFIG.")
                : Finding.Ok("configuration", $"{(tenants.Count == 1 ? "1 tenant" : $"{tenants.Count} tenants")} in {settings.Value.ConfigDirectory}"), settings.Value);
    }

    /// <summary>Whether every secret that the files point to can be read.</summary>
    /// <param name="arguments">What the command line says.</param>
    /// <param name="now">The time.</param>
    /// <returns>What was found of secrets and certificates, and the settings with the secrets of hub.yaml.</returns>
    public static (IReadOnlyList<Finding> Findings, HubSettings? Settings) Secrets(SettingArguments arguments, DateTimeOffset now)
    {
        var settings = SettingsReader.Read(arguments, Environment.GetEnvironmentVariable);
        if (!settings.IsOk)
            return ([Unreadable(settings.Errors), NoCertificates], null);
        var secrets = new SecretReader(settings.Value.ConfigDirectory);
        var errors = Errors(settings.Value, secrets, out var tenants);
        return (errors.Count > 0
            ? [Unreadable(errors), NoCertificates]
            : [Finding.Ok("secrets", "All can be read"), .. CertificateChecks.Of(settings.Value.Tls, tenants, Parts.Adapters(), secrets, now)], settings.Value);
    }

    private static Finding NoCertificates => Finding.Skipped("certificates", "The secrets come first");

    private static Finding Unreadable(IReadOnlyList<HubError> errors) => Faulty("secrets", errors, "Make the file or variable readable for the account that runs the hub.");

    private static List<HubError> Errors(HubSettings settings, ISecretReader? secrets, out IReadOnlyList<TenantConfig> tenants)
    {
        var (adapters, mappings) = (Parts.Adapters(), Parts.Mappings());
        var files = TenantFiles.Read(settings.ConfigDirectory);
        var read = files.IsOk ? files.Value.Check(adapters, mappings, secrets, settings.Connections) : Result<IReadOnlyList<TenantConfig>>.Failed(files.Errors);
        tenants = read.IsOk ? read.Value : [];
        var own = secrets is not null && settings.Tls is { } tls ? CertificateFile.Read(tls, secrets).Errors : [];
        return [.. own, .. ConnectionCheck.Errors(settings.Connections, adapters), .. read.Errors];
    }

    private static Finding Faulty(string check, IReadOnlyList<HubError> errors, string todo) =>
        new(check, Verdict.Failed, $"{errors[0]}{(errors.Count > 1 ? $", and {errors.Count - 1} more" : "")}", todo);

    // Stands for secrets, so that one that is missing is told as such and not as a fault of the file.
    private sealed class SecretsElsewhere : ISecretReader
    {
        public Result<string> Read(SecretReference reference) => reference.Location;
    }
}
