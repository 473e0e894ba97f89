using System.Text;
using Hub.Core.Adapters;
using Hub.Core.Errors;
using Hub.Core.Mappings;
using Hub.Core.Tenants;
using Hub.Host.Configuration.Binding;
using Hub.Host.Configuration.Rules;
using Hub.Host.Configuration.Yaml;

namespace Hub.Host.Configuration;

/// <summary>The tenant files as read at one moment.</summary>
/// <param name="Files">The files, in name order.</param>
internal sealed record TenantFiles(IReadOnlyList<YamlFile> Files)
{
    /// <summary>All files as one text: what a stored snapshot holds.</summary>
    public string Text { get; } = string.Concat(Files.Select(f => $"# {f.Name}\n{f.Text}\n"));

    /// <summary>Reads <c>tenants/*.yaml</c>.</summary>
    /// <param name="directory">Configuration directory.</param>
    /// <returns>The files, or why they cannot be read.</returns>
    public static Result<TenantFiles> Read(string directory)
    {
        var tenants = Path.Combine(directory, "tenants");
        if (!Directory.Exists(tenants))
            return ConfigErrors.Missing.At(tenants, "There is no directory 'tenants' in the configuration directory");
        var files = new List<YamlFile>();
        var errors = new List<HubError>();
        string[] paths;
        try
        {
            paths = [.. Directory.EnumerateFiles(tenants).Order(StringComparer.Ordinal)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return ConfigErrors.Malformed.At(tenants, "The directory cannot be read: give the account that runs the hub the right to");
        }

        errors.AddRange(paths.Where(p => p.EndsWith(".yml", StringComparison.Ordinal))
            .Select(p => ConfigErrors.BadValue.At($"tenants/{Path.GetFileName(p)}", "Only files that end in .yaml are read: rename this one, or move it away")));
        foreach (var path in paths.Where(p => p.EndsWith(".yaml", StringComparison.Ordinal)))
        {
            var name = $"tenants/{Path.GetFileName(path)}";
            try
            {
                // A file beyond the limit is not read at all: the parser's own limit would come too late for memory.
                var isHuge = new FileInfo(path).Length > 4L * YamlFile.MaxLength;
                if (isHuge)
                    errors.Add(ConfigErrors.Malformed.At(name, $"The file is larger than {YamlFile.MaxLength} characters"));
                else
                    files.Add(new YamlFile(name, File.ReadAllText(path, Encoding.UTF8)));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                errors.Add(ConfigErrors.Malformed.At(name, "The file cannot be read"));
            }
        }

        return errors.Count > 0 ? Result<TenantFiles>.Failed(errors) : new TenantFiles(files);
    }

    /// <summary>Binds and checks all files.</summary>
    /// <param name="adapters">Adapters of the installation.</param>
    /// <param name="mappings">Mappings of the installation.</param>
    /// <param name="secrets">Reads secrets; null = not checked.</param>
    /// <param name="connections">Connections of hub.yaml; null = not checked.</param>
    /// <returns>The tenants, or every error of every file.</returns>
    public Result<IReadOnlyList<TenantConfig>> Check(
        AdapterCatalogue adapters, MappingCatalogue mappings, ISecretReader? secrets, IReadOnlyDictionary<string, ConnectionSettings>? connections = null)
    {
        var errors = new List<HubError>();
        var bound = Files.Select(f => TenantBinder.Bind(f, errors)).OfType<BoundTenant>().ToList();
        errors.AddRange(TenantRules.Check(new RuleContext(adapters, mappings, bound, secrets) { Connections = connections }));
        return errors.Count > 0
            ? Result<IReadOnlyList<TenantConfig>>.Failed([.. errors.OrderBy(FileOf, StringComparer.Ordinal).ThenBy(LineOf)])
            : bound.ConvertAll(b => b.Config);
    }

    /// <summary>What adapters want people to see, though it keeps the hub from nothing.</summary>
    /// <param name="adapters">Adapters of the installation.</param>
    /// <param name="secrets">Reads secrets.</param>
    /// <param name="now">The time.</param>
    /// <returns>Remarks with file, line and path, each once; none for files that do not bind.</returns>
    public IReadOnlyList<HubError> Remarks(AdapterCatalogue adapters, ISecretReader secrets, DateTimeOffset now)
    {
        var bound = Files.Select(f => TenantBinder.Bind(f, [])).OfType<BoundTenant>();
        return [.. bound.SelectMany(t => AdapterCheckRule.Remarks(t, adapters, secrets, now)).Distinct().OrderBy(FileOf, StringComparer.Ordinal).ThenBy(LineOf)];
    }

    private static string FileOf(HubError error) => (error.Path ?? "").Split(':')[0];

    private static int LineOf(HubError error) => int.TryParse((error.Path ?? "").Split(':', ' ').ElementAtOrDefault(1), out var line) ? line : 0;
}
