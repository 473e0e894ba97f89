using Hub.Core.Adapters;
using Hub.Core.Errors;
using Hub.Core.Intake;
using Hub.Core.Storage;
using Hub.Core.Tenants;

namespace Hub.Host.Polling;

/// <summary>Takes what was fetched in, piece by piece: each is durable, or kept as refused, before the next one is looked at.</summary>
internal sealed partial class FeedItems(FeedParts parts, ILogger logger)
{
    private readonly RefusedRegister _refused = new(parts.Records, parts.Vault, parts.Time);
    private readonly ILogger _logger = logger;

    /// <summary>Takes a piece in.</summary>
    /// <param name="partner">Who it came from.</param>
    /// <param name="item">The piece.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>What became of it; an error when it cannot be told now and the page must be read again.</returns>
    public async Task<Result<FeedVerdict>> TakeAsync(PartnerConfig partner, FeedItem item, CancellationToken cancel)
    {
        var answer = await AcceptAsync(partner, item, cancel);
        var errors = answer.Errors.Concat(answer.Errors.Count == 0 ? answer.Entries.SelectMany(e => e.Errors.Select(fault => answer.IsBatch ? Placed(fault, e) : fault)) : []).ToList();
        if (errors.Find(MayPass) is { } passing)
            return passing;
        var taken = answer.Entries.Count(e => e.Status is EntryStatus.Accepted or EntryStatus.Repeated);
        var verdict = new FeedVerdict(errors, taken);
        if (errors.Count > 0 && await _refused.KeepAsync(partner, item, verdict, cancel))
            Kept(item.Label, partner.Tenant, partner.Name, errors[0].Code);
        parts.Meter.Took(partner, answer.Entries.Count(e => e.Status == EntryStatus.Accepted), answer.Entries.Count(e => e.Status == EntryStatus.Repeated), errors.Count > 0);
        return verdict;
    }

    private async Task<IntakeAnswer> AcceptAsync(PartnerConfig partner, FeedItem item, CancellationToken cancel)
    {
        if (item.Body.Length > partner.Inbound!.MaxBytes)
            return new IntakeAnswer([IntakeErrors.TooLarge.At()], [], false);
        try
        {
            return await parts.Intake.AcceptAsync(new IntakeRequest(partner.Tenant, partner.Name, item.Body, item.MediaType), cancel);
        }
        catch (Exception defect) when (defect is not (OperationCanceledException or StoreUnavailableException))
        {
            // One piece that brings a defect to light must not stop the feed for ever: it is kept, and taken in when the defect is mended.
            Failed(partner.Tenant, partner.Name, defect.GetType().FullName, defect.StackTrace);
            return new IntakeAnswer([IntakeErrors.Defect.At()], [], false);
        }
    }

    // Of a fault that has no place of its own, people must still be told which entry of the batch it is about.
    private static HubError Placed(HubError fault, EntryAnswer entry) => fault.Path is null ? fault with { Path = entry.Label } : fault;

    // The hub is full or without its database, or has just got a configuration without this partner: nothing of that is the message's fault.
    private static bool MayPass(HubError error) => error.Retryable || error.Code == AuthErrors.UnknownTenant.Code;

    [LoggerMessage(1521, LogLevel.Warning, "{Label} of the feed {Tenant}/{Partner} was refused ({Code}) and is kept for an operator")]
    private partial void Kept(string label, string tenant, string partner, string code);

    [LoggerMessage(1522, LogLevel.Error, "Taking in from the feed {Tenant}/{Partner} failed ({Type}); what was fetched is kept\n{Stack}")]
    private partial void Failed(string tenant, string partner, string? type, string? stack);
}
