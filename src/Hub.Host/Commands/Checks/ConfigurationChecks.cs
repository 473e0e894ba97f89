using Hub.Core.Errors;
using Hub.Core.Tenants;
using Hub.Host.Composition;
using Hub.Host.Configuration;

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
            : Finding.Ok("configuration", $"{tenants} tenants in {settings.Value.ConfigDirectory}"), settings.Value);
    }

    /// <summary>Whether every secret that the files point to can be read.</summary>
    /// <param name="arguments">What the command line says.</param>
    /// <returns>What was found, and the settings with the secrets of hub.yaml.</returns>
    public static (Finding Finding, HubSettings? Settings) Secrets(SettingArguments arguments)
    {
        var settings = SettingsReader.Read(arguments, Environment.GetEnvironmentVariable);
        var errors = settings.IsOk ? Errors(settings.Value, new SecretReader(settings.Value.ConfigDirectory), out _) : settings.Errors;
        return (errors.Count > 0
            ? Faulty("secrets", errors, "Make the file or variable readable for the account that runs the hub.")
            : Finding.Ok("secrets", "All can be read"), settings.IsOk ? settings.Value : null);
    }

    private static List<HubError> Errors(HubSettings settings, ISecretReader? secrets, out int tenants)
    {
        var (adapters, mappings) = (Parts.Adapters(), Parts.Mappings());
        var files = TenantFiles.Read(settings.ConfigDirectory);
        var read = files.IsOk ? files.Value.Check(adapters, mappings, secrets, settings.Connections) : Result<IReadOnlyList<TenantConfig>>.Failed(files.Errors);
        tenants = read.IsOk ? read.Value.Count : 0;
        return [.. ConnectionCheck.Errors(settings.Connections, adapters), .. read.Errors];
    }

    private static Finding Faulty(string check, IReadOnlyList<HubError> errors, string todo) =>
        new(check, Verdict.Failed, $"{errors[0]}{(errors.Count > 1 ? $", and {errors.Count - 1} more" : "")}", todo);

    // Stands for secrets, so that one that is missing is told as such and not as a fault of the file.
    private sealed class SecretsElsewhere : ISecretReader
    {
        public Result<string> Read(SecretReference reference) => reference.Location;
    }
}
