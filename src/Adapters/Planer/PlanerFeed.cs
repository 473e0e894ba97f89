using System.Globalization;
using System.Text;
using Hub.Adapters.Plans;
using Hub.Core.Adapters;
using Hub.Core.Errors;
using Hub.Core.Registers;
using Hub.Core.Storage;
using Hub.Core.Tenants;

namespace Hub.Adapters.Planer;

/// <summary>Looks at the plans that the hub has written in Planer, one after another, and brings in what others have changed there. Planer tells nobody, and lists no changes: only plans that the hub knows are looked at.</summary>
internal sealed class PlanerFeed(PartnerConfig partner, SenderContext context) : IFeed
{
    private const int Page = 50;
    private const int MostVersions = 100;

    private readonly PlanerClient _planer = new(partner, context);

    /// <inheritdoc/>
    public async Task<Result<FeedPage>> ReadAsync(string? position, CancellationToken cancel)
    {
        if (context.Registers is not { } registers)
            return LookupErrors.Failed.At(detail: "There is no register around");
        try
        {
            return await ReadAsync(registers, position ?? "", cancel);
        }
        catch (StoreUnavailableException)
        {
            return LookupErrors.Failed.At(detail: "The database does not answer");
        }
        catch (OperationCanceledException)
        {
            return LookupErrors.TimedOut.At();
        }
    }

    /// <inheritdoc/>
    public async Task ConfirmAsync(FeedPage page, IReadOnlyList<FeedVerdict> verdicts, CancellationToken cancel)
    {
        if (context.Registers is not { } registers)
            return;
        var copies = Copies(registers);
        foreach (var item in page.Items)
        {
            if (ContentText.ReadRecord<PlanerEdit>(item.Body.Span) is not { } edit || PlanerPlan.Read(Encoding.UTF8.GetBytes(edit.Answer)) is not { } fetched)
                continue;
            if (await copies.FindAsync(edit.Plan, cancel) is { } copy && copy.Copy.Fetched < fetched.Version)
                await copies.SaveAsync(copy, copy.Copy with { Fetched = fetched.Version }, cancel);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _planer.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<Result<FeedPage>> ReadAsync(HubRegisters registers, string after, CancellationToken cancel)
    {
        var known = await Copies(registers).PageAsync(after, Page, cancel);
        var items = new List<FeedItem>();
        foreach (var copy in known.Select(k => k.Copy).Where(c => c is { Id: not null, Sent: not null }))
        {
            if (await AddAsync(registers, copy, items, cancel) is { } error)
                return error;
        }

        // At the end it begins again with the next look.
        var more = known.Count == Page;
        return new FeedPage(items, more ? known[^1].Copy.Plan : "", more);
    }

    private async Task<HubError?> AddAsync(HubRegisters registers, PlanerCopy seen, List<FeedItem> items, CancellationToken cancel)
    {
        var read = await _planer.ReadAsync(seen.Id!, cancel);
        // A plan that is gone there is told to nobody from here: the next write says so.
        if (read is { Failure: null, Status: 404 })
            return null;
        if (read is not { Failure: null, Status: 200 } || PlanerPlan.Read(read.Body) is not { } held)
            return PlanerAnswer.Lookup(read);
        if (held.Version <= seen.Known)
            return null;

        // The hub notes what it writes before it writes it: looked at after the answer, the note tells whose the version is.
        var copy = (await Copies(registers).FindAsync(seen.Plan, cancel))?.Copy ?? seen;
        if (held.Version <= copy.Known || IsBeingWritten(copy, held))
            return null;
        var number = copy.Written.Count == 0 ? 0 : copy.Written.Keys.Max();
        if ((await new PlanShelf(registers, partner.Tenant).HistoryAsync(copy.Plan, cancel)).FirstOrDefault(v => v.Number == number) is not { } basis)
            return null;
        for (var version = Math.Max(copy.Known + 1, held.Version - MostVersions); version <= held.Version; version++)
        {
            var answer = version == held.Version ? read : await _planer.VersionAsync(copy.Id!, version, cancel);
            if (answer is not { Failure: null, Status: 200 } || PlanerPlan.Read(answer.Body) is null)
                return PlanerAnswer.Lookup(answer);
            var edit = new PlanerEdit(copy.Plan, basis.Edit.Patient, number, basis.Edit.Plan, copy.Sent!, Encoding.UTF8.GetString(answer.Body.Span));
            items.Add(new FeedItem(string.Create(CultureInfo.InvariantCulture, $"{copy.Id}/{version}"), ContentText.WriteRecord(edit), "application/json"));
        }

        return null;
    }

    // The hub's own writing whose answer was lost is no edit.
    private static bool IsBeingWritten(PlanerCopy copy, PlanerPlan held) =>
        copy.Sending is { } sending && PlanerRequest.Read(Encoding.UTF8.GetBytes(sending)) is { } request && held.Says(request.Status, request.Content);

    private PlanerCopies Copies(HubRegisters registers) => new(registers, partner.Tenant, partner.Name, context.Time);
}
