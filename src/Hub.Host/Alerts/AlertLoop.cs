using Hub.Core.Storage;
using Hub.Host.Composition;
using Hub.Host.Health;

namespace Hub.Host.Alerts;

/// <summary>Looks at this node, reports what it sees, and on one node of all looks after the alerts.</summary>
public sealed partial class AlertLoop : IAsyncDisposable
{
    private readonly HubServices _services;
    private readonly HealthDesk _desk;
    private readonly ILogger _logger;
    private readonly IReadOnlyList<IAlertReceiver> _receivers;
    private readonly AlertTurn _turn;
    private readonly StoreAlert _store;
    private readonly WorkLease _lease;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _loop;

    /// <summary>Starts looking.</summary>
    /// <param name="services">What the node is made of. Its database need not answer yet.</param>
    public AlertLoop(HubServices services)
    {
        ArgumentNullException.ThrowIfNull(services);
        (_services, _desk) = (services, services.Health);
        _logger = services.Logs.CreateLogger<AlertLoop>();
        var settings = services.Settings.Alerts;
        _receivers =
        [
            .. settings.Webhooks.Select(w => new WebhookReceiver(w, services.Secrets)),
            .. (settings.Mail?.To ?? []).Select(to => new MailReceiver(settings.Mail!, to, services.Time)),
        ];
        _turn = new AlertTurn(services, _desk, _receivers);
        _store = new StoreAlert(services, _receivers);
        _lease = new WorkLease(services, "alerts");
        _loop = Task.Run(LoopAsync);
    }

    // A turn may have to wait for receivers that do not answer.
    private TimeSpan LeaseLength => (_services.Settings.Alerts.Every * 2) + TimeSpan.FromSeconds(30);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _loop;
        await _turn.EndedAsync();
        foreach (var receiver in _receivers)
            receiver.Dispose();
        _stop.Dispose();
    }

    private async Task LoopAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            await TurnAsync(_stop.Token);
            await Task.Delay(_services.Settings.Alerts.Every, _services.Time, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await ReleaseAsync();
    }

    // What fails here is the database or a defect: neither may end the loop.
    private async Task TurnAsync(CancellationToken cancel)
    {
        try
        {
            if (_services.Engine is null)
                throw new StoreUnavailableException();
            await ReportAsync(cancel);
            _desk.StoreAnswers = true;
            await _store.WorkedAsync(cancel);
            if (await _lease.TakeAsync(LeaseLength, cancel))
                await _turn.RunAsync(cancel);
            else
                _desk.Latest = null;
        }
        catch (StoreUnavailableException)
        {
            _desk.StoreAnswers = false;
            _desk.Latest = null;
            await _store.FailedAsync(CancellationToken.None);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return;
        }
#pragma warning disable CA1031 // The loop must live on; what went wrong is logged.
        catch (Exception defect)
#pragma warning restore CA1031
        {
            Failed(defect.GetType().FullName, defect.StackTrace);
        }
    }

    private async Task ReportAsync(CancellationToken cancel)
    {
        var facts = await _desk.Watch.LookAsync(cancel);
        _desk.Node = facts;
        var contacts = _desk.Book.Changed();
        await _services.Store.ReportAsync(new NodeReport(facts.Node, facts.At, facts.Text(), contacts) { IsFresh = _desk.Book.IsNew }, cancel);
        _desk.Book.Reported(contacts);
    }

    private async Task ReleaseAsync()
    {
        try
        {
            // What this node thought of partners counts no longer: the others see for themselves.
            if (_services.Engine is not null && _desk.Node is { } facts)
                await _services.Store.ReportAsync(new NodeReport(facts.Node, _services.Time.GetUtcNow(), facts.Text(), []) { IsFresh = true }, CancellationToken.None);
            await _lease.ReleaseAsync(CancellationToken.None);
        }
        catch (StoreUnavailableException)
        {
            // It ends by itself.
            return;
        }
    }

    [LoggerMessage(1604, LogLevel.Error, "Looking after the alerts failed ({Type}) and goes on\n{Stack}")]
    private partial void Failed(string? type, string? stack);
}
