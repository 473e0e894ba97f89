using Hub.Adapters.Ebxml.Receiving;
using Hub.Core.Storage;
using Hub.Ebxml.Mime;
using Hub.Ebxml.Transport;
using Hub.Host.Composition;

namespace Hub.Host.Messaging;

/// <summary>Reads one tenant's Maildir. A mail leaves it only when the desk has made it durable or refused it; what cannot be read is put aside, and what cannot be taken now stays.</summary>
internal sealed partial class Mailbox : IAsyncDisposable
{
    private const int AtOnce = 50;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Breath = TimeSpan.FromSeconds(1);

    private readonly HubServices _services;
    private readonly string _tenant;
    private readonly ILogger _logger;
    private readonly MaildirReader _maildir;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _loop;

    public Mailbox(HubServices services, string tenant, string folder)
    {
        (_services, _tenant, Folder) = (services, tenant, folder);
        _logger = services.Logs.CreateLogger<Mailbox>();
        _maildir = new MaildirReader(new MaildirOptions(folder, PollInterval: TimeSpan.FromSeconds(2)), services.Time);
        _loop = RunAsync();
    }

    public string Folder { get; }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _loop;
        _stop.Dispose();
    }

    private async Task RunAsync()
    {
        try
        {
            await foreach (var taking in _maildir.WatchAsync(AtOnce, _stop.Token))
            {
                foreach (var failure in taking.Failures)
                    NotRead(_tenant, failure.Code);
                var moved = false;
                foreach (var mail in taking.Mails)
                    moved |= await TakeAsync(mail);
                if (!moved)
                    await Task.Delay(Breath, _services.Time, _stop.Token);
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            return;
        }
    }

    // False when the mail stays for another time. It stands in no other's way meanwhile: fifty mails that wait for a revocation list must not hold up all partners.
    private async Task<bool> TakeAsync(TakenMail mail)
    {
        var answer = await AskAsync(mail);
        _services.Meter.MailTaken(_tenant, answer.Status);
        try
        {
            return End(mail, answer);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // It is taken again, and recognised; a file system that is full must not end the reading for good.
            NotRead(_tenant, TransportCodes.MaildirUnreadable);
            _maildir.Postpone(mail, Pause);
            return false;
        }
    }

    private bool End(TakenMail mail, DeskAnswer answer)
    {
        switch (answer.Status)
        {
            case DeskStatus.Taken or DeskStatus.Refused:
                if (answer is { Status: DeskStatus.Refused, Error: { } refusal })
                    Refused(_tenant, refusal.Path, refusal.Code, refusal.Text);
                else if (answer.Error is { } remark)
                    Ignored(_tenant, remark.Code);
                if (answer.Pong is { } pong)
                    Answered(_tenant, pong.Partner, pong.MessageId);
                _maildir.Done(mail);
                return true;
            case DeskStatus.Unanswerable:
                Aside(_tenant, BounceReader.Read(MimeReader.Read(mail.Bytes)) is { } bounce ? $"bounce {bounce.Status}" : answer.Error?.Code ?? "-", mail.Name);
                _maildir.Quarantine(mail);
                return true;
            default:
                Later(_tenant, answer.Error?.Code ?? "-", mail.Name);
                _maildir.Postpone(mail, Pause);
                return false;
        }
    }

    private async Task<DeskAnswer> AskAsync(TakenMail mail)
    {
        try
        {
            return await _services.Desk.TakeAsync(_tenant, mail.Bytes, null, onSameConnection: false, _stop.Token);
        }
        catch (StoreUnavailableException)
        {
            return new DeskAnswer(DeskStatus.NotNow);
        }
#pragma warning disable CA1031 // One mail must not end the reading of all others; it is put aside and logged.
        catch (Exception defect) when (defect is not OperationCanceledException)
#pragma warning restore CA1031
        {
            Defect(_tenant, defect.GetType().FullName, defect.StackTrace);
            return new DeskAnswer(DeskStatus.Unanswerable);
        }
    }

    [LoggerMessage(1311, LogLevel.Warning, "The mailbox of {Tenant} could not be read or has a mail too large ({Code})")]
    private partial void NotRead(string tenant, string code);

    [LoggerMessage(1312, LogLevel.Warning, "A mail of {Tenant} was put into quarantine ({Reason}): {Name}")]
    private partial void Aside(string tenant, string reason, string name);

    [LoggerMessage(1313, LogLevel.Information, "A message of {Tenant} changed nothing ({Code})")]
    private partial void Ignored(string tenant, string code);

    [LoggerMessage(1317, LogLevel.Warning, "A mail to {Tenant} was refused, and its sender told so ({Partner} {Code}: {Text})")]
    private partial void Refused(string tenant, string? partner, string code, string text);

    [LoggerMessage(1319, LogLevel.Information, "{Tenant}/{Partner} answered the Ping {Ping} with a signed Pong, by mail")]
    private partial void Answered(string tenant, string partner, string ping);

    [LoggerMessage(1315, LogLevel.Debug, "A mail of {Tenant} waits, since it cannot be taken now ({Code}): {Name}")]
    private partial void Later(string tenant, string code, string name);

    [LoggerMessage(1314, LogLevel.Error, "Unexpected fault {Type} in a mail of {Tenant}\n{Stack}")]
    private partial void Defect(string tenant, string? type, string? stack);
}
