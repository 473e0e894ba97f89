using Hub.Core.Adapters;
using Hub.Core.Errors;
using Hub.Core.Mappings;
using Hub.Core.Tenants;

namespace Hub.Host.Configuration;

/// <summary>The configuration of tenants from files: loaded once at start, then again whenever a file changes. A bad change leaves the old snapshot in force.</summary>
/// <param name="directory">Configuration directory.</param>
/// <param name="adapters">Adapters of the installation.</param>
/// <param name="mappings">Mappings of the installation.</param>
/// <param name="secrets">Reads secrets.</param>
/// <param name="logger">Where reloads are logged.</param>
/// <param name="connections">Connections of hub.yaml; null = not checked.</param>
public sealed partial class ConfigFiles(
    string directory, AdapterCatalogue adapters, MappingCatalogue mappings, ISecretReader secrets, ILogger<ConfigFiles> logger,
    IReadOnlyDictionary<string, ConnectionSettings>? connections = null) : ISnapshotSource
{
    private ConfigSnapshot _current = new(0, []);
    private IReadOnlyList<HubError> _errors = [];
    private string? _seen;
    private string _text = "";

    /// <inheritdoc/>
    public event Action<ConfigSnapshot>? Changed;

    /// <inheritdoc/>
    public ConfigSnapshot Current => Volatile.Read(ref _current);

    /// <summary>Errors of the files as they are now, when they are not in force; empty when they are.</summary>
    public IReadOnlyList<HubError> Errors => Volatile.Read(ref _errors);

    /// <summary>The directory that is watched.</summary>
    public string Directory => directory;

    /// <summary>Loads for the first time, with the provisional number 0: nothing is decided before <see cref="NumberAsync"/>.</summary>
    /// <returns>Every error; empty when the snapshot is in force.</returns>
    public IReadOnlyList<HubError> Load()
    {
        var read = TenantFiles.Read(directory);
        var tenants = read.IsOk ? read.Value.Check(adapters, mappings, secrets, connections) : Result<IReadOnlyList<TenantConfig>>.Failed(read.Errors);
        if (!tenants.IsOk)
            return tenants.Errors;
        (_seen, _text) = (read.Value.Text, read.Value.Text);
        Volatile.Write(ref _current, new ConfigSnapshot(0, tenants.Value));
        return [];
    }

    /// <summary>Gives the loaded snapshot the number under which it is stored.</summary>
    /// <param name="store">Stores a text and gives its number.</param>
    /// <returns>When it is in force.</returns>
    public async Task NumberAsync(Func<string, Task<int>> store) => Swap(new ConfigSnapshot(await store(_text), Current.Tenants));

    /// <summary>Looks at the files and brings a change into force.</summary>
    /// <param name="store">Stores a text and gives its number.</param>
    /// <returns>True when a new snapshot is in force.</returns>
    public async Task<bool> ReloadAsync(Func<string, Task<int>> store)
    {
        var read = TenantFiles.Read(directory);
        if (!read.IsOk)
        {
            Refuse(read.Errors);
            return false;
        }

        if (read.Value.Text == _seen)
            return false;
        var tenants = read.Value.Check(adapters, mappings, secrets, connections);
        if (!tenants.IsOk)
        {
            _seen = read.Value.Text;
            Refuse(tenants.Errors);
            return false;
        }

        // Stored first: a message must never name a snapshot that nobody can look up.
        var number = await store(read.Value.Text);
        (_seen, _text) = (read.Value.Text, read.Value.Text);
        Volatile.Write(ref _errors, []);
        Swap(new ConfigSnapshot(number, tenants.Value));
        Reloaded(number, tenants.Value.Count);
        return true;
    }

    private void Swap(ConfigSnapshot snapshot)
    {
        Volatile.Write(ref _current, snapshot);
        Changed?.Invoke(snapshot);
    }

    private void Refuse(IReadOnlyList<HubError> errors)
    {
        if (errors.SequenceEqual(Errors))
            return;
        Volatile.Write(ref _errors, errors);
        foreach (var error in errors)
            Refused(error.Code, error.Path, error.Text);
    }

    [LoggerMessage(1001, LogLevel.Information, "Configuration snapshot {Number} is in force: {Tenants} tenants")]
    private partial void Reloaded(int number, int tenants);

    [LoggerMessage(1002, LogLevel.Error, "Configuration not taken: {Code} at {Path}: {Text}")]
    private partial void Refused(string code, string? path, string text);
}
