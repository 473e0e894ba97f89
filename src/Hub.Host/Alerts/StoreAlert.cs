using System.Text;
using Hub.Core.Storage;
using Hub.Host.Alerts.Rules;
using Hub.Host.Composition;

namespace Hub.Host.Alerts;

/// <summary>The one alert that cannot be kept in the database. Each node tells it for itself, and remembers in a file of its own beside its data what it told, so that a restart does not tell it again. Receivers merge what nodes tell by <see cref="Alert.Group"/>.</summary>
/// <param name="services">What the node is made of.</param>
/// <param name="receivers">Who is told.</param>
internal sealed class StoreAlert(HubServices services, IReadOnlyList<IAlertReceiver> receivers)
{
    private readonly string _file = Path.Combine(services.Settings.DataDirectory, $"store-down-{Uri.EscapeDataString(services.Settings.Node)}.alert");
    private StoredAlert? _alert;
    private DateTimeOffset? _away;
    private bool _read;

    /// <summary>The alert; null when it is closed.</summary>
    public StoredAlert? Open => _alert is { ClosedAt: null } open && services.Time.GetUtcNow() - open.Since >= services.Settings.Alerts.StoreDown ? open : null;

    /// <summary>The database did not answer.</summary>
    /// <param name="cancel">Gives up.</param>
    /// <returns>When whoever is to be told was told.</returns>
    public async Task FailedAsync(CancellationToken cancel)
    {
        Read();
        var now = services.Time.GetUtcNow();
        _away ??= now;
        if (_alert is null or { ClosedAt: not null })
            _alert = new StoredAlert(StoreDown.Of(services.Settings.Node, _away.Value), _away.Value);
        if (now - _alert.Since >= services.Settings.Alerts.StoreDown)
            await TellAsync(now, cancel);
    }

    /// <summary>The database answered.</summary>
    /// <param name="cancel">Gives up.</param>
    /// <returns>When whoever is to be told was told.</returns>
    public async Task WorkedAsync(CancellationToken cancel)
    {
        Read();
        _away = null;
        if (_alert is null)
            return;
        var now = services.Time.GetUtcNow();
        if (_alert.ClosedAt is null)
        {
            _alert = _alert with { ClosedAt = now };
            if (_alert.Told.Count > 0 || now - _alert.Since >= services.Settings.Alerts.StoreDown)
                await services.Store.AppendAsync(new AuditEntry(now, $"node:{services.Settings.Node}", "alert.close", null, _alert.Alert.Id, _alert.Alert.Text), cancel);
        }

        if (!await TellAsync(now, cancel))
            return;
        _alert = null;
        File.Delete(_file);
    }

    private async Task<bool> TellAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var all = true;
        foreach (var receiver in receivers)
        {
            if (AlertPlan.Owed(_alert!, receiver.Name, now, services.Settings.Alerts) is not { } owed)
                continue;
            if (await receiver.TellAsync(new AlertNotice(owed, _alert!, now, services.Settings.Node), cancel) is not null)
            {
                all = false;
                continue;
            }

            _alert = _alert! with { Told = new Dictionary<string, Told>(_alert.Told) { [receiver.Name] = new Told(owed, now) } };
            Write();
        }

        return all;
    }

    private void Read()
    {
        if (_read)
            return;
        _read = true;
        if (!File.Exists(_file))
            return;
        try
        {
            _alert = StoredAlert.Of(Encoding.UTF8.GetBytes(File.ReadAllText(_file)), 0);
            _away = _alert.ClosedAt is null ? _alert.Since : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or System.Text.Json.JsonException)
        {
            // What was told is not known: it is told again.
            _alert = null;
        }
    }

    private void Write()
    {
        try
        {
            Directory.CreateDirectory(services.Settings.DataDirectory);
            File.WriteAllBytes(_file, _alert!.Bytes());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A restart will tell it again, which is better than not at all.
            return;
        }
    }
}
