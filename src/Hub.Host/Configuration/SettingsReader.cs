using Hub.Core.Errors;
using Hub.Core.Tenants;
using Hub.Host.Configuration.Binding;
using Hub.Host.Configuration.Yaml;

namespace Hub.Host.Configuration;

/// <summary>What the command line says about settings; null = nothing.</summary>
/// <param name="Urls">Addresses to listen on.</param>
/// <param name="Config">Configuration directory.</param>
/// <param name="Data">Data directory.</param>
/// <param name="Node">Node name.</param>
public sealed record SettingArguments(IReadOnlyList<string>? Urls, string? Config, string? Data, string? Node);

/// <summary>The one place that puts settings together: defaults, then hub.yaml, then HUB_ variables, then the command line.</summary>
public static class SettingsReader
{
    /// <summary>Reads the settings.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="variable">Reads an environment variable.</param>
    /// <param name="secrets">Reads the secrets that hub.yaml points to; null = as a running hub does, relative to the configuration directory.</param>
    /// <returns>The settings, or every error in hub.yaml.</returns>
    public static Result<HubSettings> Read(SettingArguments arguments, Func<string, string?> variable, ISecretReader? secrets = null)
    {
        string? Value(string name) => variable(name) is { Length: > 0 } value ? value : null;
        var standard = new HubSettings();
        var directory = arguments.Config ?? Value("HUB_CONFIG") ?? standard.ConfigDirectory;
        var read = File(directory, standard with { ConfigDirectory = directory }, secrets ?? new SecretReader(directory));
        if (!read.IsOk)
            return read;
        var settings = read.Value;
        var urls = arguments.Urls is { Count: > 0 } asked ? asked : Value("HUB_URLS")?.Split(';', StringSplitOptions.RemoveEmptyEntries) ?? settings.Urls;
        if (!urls.All(ListenAddress.IsOne))
            return ConfigErrors.BadValue.At("urls", ListenAddress.Rule);
        if (settings.Tls is null && urls.Any(ListenAddress.IsSecure))
            return ConfigErrors.Missing.At("tls", ListenAddress.NeedsCertificate);
        return settings with
        {
            Urls = urls,
            DataDirectory = arguments.Data ?? Value("HUB_DATA") ?? settings.DataDirectory,
            Postgres = Value("HUB_POSTGRES") ?? settings.Postgres,
            RabbitMq = Value("HUB_RABBITMQ") ?? settings.RabbitMq,
            Telemetry = Otlp(Value("OTEL_EXPORTER_OTLP_ENDPOINT")) is { } otlp ? settings.Telemetry with { Otlp = otlp } : settings.Telemetry,
            Node = arguments.Node ?? Value("HUB_NODE") ?? settings.Node,
        };
    }

    private static Uri? Otlp(string? address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri : null;

    private static Result<HubSettings> File(string directory, HubSettings standard, ISecretReader secrets)
    {
        var path = Path.Combine(directory, "hub.yaml");
        if (!System.IO.File.Exists(path))
            return standard;
        try
        {
            return HubBinder.Bind(new YamlFile("hub.yaml", System.IO.File.ReadAllText(path)), standard, secrets);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return ConfigErrors.Malformed.At("hub.yaml", "The file cannot be read");
        }
    }
}
