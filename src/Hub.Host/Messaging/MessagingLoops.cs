using Hub.Core.Storage;
using Hub.Host.Composition;

namespace Hub.Host.Messaging;

/// <summary>What runs beside the faces for the message network: answers go out, mailboxes are read, old exchanges are forgotten. Nothing runs for installations without a tenant on the network.</summary>
public sealed partial class MessagingLoops : IAsyncDisposable
{
    /// <summary>How long exchanges are remembered: far beyond the four days in which a sender may resend (HITS 1171), since the messages in them are the evidence of receipt.</summary>
    public static readonly TimeSpan Remembered = TimeSpan.FromDays(90);

    private const int Page = 100;
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Sweep = TimeSpan.FromHours(1);

    private readonly HubServices _services;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _stop = new();
    private readonly Dictionary<string, Mailbox> _mailboxes = new(StringComparer.Ordinal);
    private readonly Task _answers;
    private readonly Task _mail;
    private readonly Task _sweep;

    /// <summary>Starts the loops.</summary>
    /// <param name="services">What the hub is made of; its engine has started.</param>
    public MessagingLoops(HubServices services)
    {
        ArgumentNullException.ThrowIfNull(services);
        _services = services;
        _logger = services.Logs.CreateLogger<MessagingLoops>();
        _answers = RepeatAsync(Look, AnswersAsync, services.Desk.Post.WaitAsync);
        _mail = RepeatAsync(Look, MailboxesAsync, WaitAsync);
        _sweep = RepeatAsync(Sweep, ForgetAsync, WaitAsync);
    }

    private bool IsUsed => _services.Snapshots.Current.Tenants.Any(t => t.Messaging is not null);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_answers, _mail, _sweep);
        foreach (var mailbox in _mailboxes.Values)
            await mailbox.DisposeAsync();
        _stop.Dispose();
    }

    // What fails here is the database or a defect: neither may end the loop.
    private async Task RepeatAsync(TimeSpan every, Func<CancellationToken, Task> work, Func<TimeSpan, CancellationToken, Task> wait)
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                if (IsUsed)
                    await work(_stop.Token);
                await wait(every, _stop.Token);
            }
            catch (OperationCanceledException) when (_stop.IsCancellationRequested)
            {
                return;
            }
            catch (StoreUnavailableException)
            {
                await Task.Delay(Pause, _services.Time, CancellationToken.None);
            }
#pragma warning disable CA1031 // The loop must live on; what went wrong is logged.
            catch (Exception defect)
#pragma warning restore CA1031
            {
                Failed(defect.GetType().FullName, defect.StackTrace);
                await Task.Delay(Pause, _services.Time, CancellationToken.None);
            }
        }
    }

    private async Task WaitAsync(TimeSpan time, CancellationToken cancel) => await Task.Delay(time, _services.Time, cancel);

    private async Task AnswersAsync(CancellationToken cancel)
    {
        while (await _services.Desk.Post.SendDueAsync(Page, cancel) == Page)
            cancel.ThrowIfCancellationRequested();
    }

    // A mailbox follows the configuration: it is opened when a tenant names one, and closed when it no longer does.
    private async Task MailboxesAsync(CancellationToken cancel)
    {
        var wanted = _services.Snapshots.Current.Tenants.Where(t => t.Messaging?.Maildir is not null)
            .ToDictionary(t => t.Name, t => _services.Secrets.Locate(t.Messaging!.Maildir!), StringComparer.Ordinal);
        foreach (var (tenant, mailbox) in _mailboxes.Where(m => wanted.GetValueOrDefault(m.Key) != m.Value.Folder).ToList())
        {
            _mailboxes.Remove(tenant);
            await mailbox.DisposeAsync();
        }

        foreach (var (tenant, folder) in wanted.Where(w => !_mailboxes.ContainsKey(w.Key)))
            _mailboxes[tenant] = new Mailbox(_services, tenant, folder);
    }

    private async Task ForgetAsync(CancellationToken cancel) =>
        await _services.Store.ForgetExchangesAsync(_services.Time.GetUtcNow() - Remembered, cancel);

    [LoggerMessage(1301, LogLevel.Error, "A loop of the message network failed ({Type}) and goes on\n{Stack}")]
    private partial void Failed(string? type, string? stack);
}
