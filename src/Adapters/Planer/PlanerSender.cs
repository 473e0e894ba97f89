using System.Globalization;
using System.Text;
using Hub.Adapters.Plans;
using Hub.Core.Adapters;
using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Core.Identities;
using Hub.Core.Storage;
using Hub.Core.Tenants;

namespace Hub.Adapters.Planer;

/// <summary>Writes versions of shared plans into Planer: reads, compares, and writes over nothing that the version does not build on.</summary>
internal sealed class PlanerSender(PartnerConfig partner, SenderContext context) : ISender
{
    private const string Form = "planer.plan";

    private readonly PlanerClient _planer = new(partner, context);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<SendOutcome>> SendAsync(IReadOnlyList<OutboundItem> documents, CancellationToken cancel)
    {
        var outcomes = new List<SendOutcome>(documents.Count);
        foreach (var item in documents)
            outcomes.Add(await SendOneAsync(item, cancel));
        return outcomes;
    }

    /// <inheritdoc/>
    public Task<bool?> ProbeAsync(CancellationToken cancel) => _planer.ProbeAsync(cancel);

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _planer.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<SendOutcome> SendOneAsync(OutboundItem item, CancellationToken cancel)
    {
        if (item.Document.Form != Form || PlanerRequest.Read(item.Document.Body) is not { } request || SharedPlanVersion.Parse(item.Document.DocumentId) is not { Plan: { } plan, Number: var number })
            return new SendOutcome.Failed(DeliveryErrors.Refused.At(detail: "Planer takes shared plans in the form planer.plan only"));
        if (context.Registers is not { } registers)
            return new SendOutcome.Failed(PlanErrors.Busy.At(detail: "There is no register around"));
        try
        {
            var copies = new PlanerCopies(registers, context.Tenant.Name, partner.Name, context.Time);
            var patient = new Patient(PatientOf(request), null, []);
            var copy = await copies.FindAsync(plan, cancel) ?? new StoredCopy(new PlanerCopy(plan, patient), 0);
            if (copy.Copy.Written.TryGetValue(number, out var there))
                return Delivered(copy.Copy.Id!, there, repeat: true);
            // A later version is there: an older one that comes after it changes nothing any more.
            if (copy.Copy.Written.Keys.Any(n => n > number))
                return Delivered(copy.Copy.Id!, copy.Copy.Known, repeat: true);
            return copy.Copy.Id is null
                ? await CreateAsync(item, request, copies, copy, number, cancel)
                : await UpdateAsync(item, request, copies, copy, number, await CoveredAsync(copy.Copy, number, cancel), cancel);
        }
        catch (StoreUnavailableException)
        {
            return new SendOutcome.Failed(PlanErrors.Busy.At(detail: "The database does not answer"));
        }
        catch (OperationCanceledException)
        {
            return new SendOutcome.Failed(DeliveryErrors.TimedOut.At());
        }
    }

    private async Task<SendOutcome> CreateAsync(OutboundItem item, PlanerRequest request, PlanerCopies copies, StoredCopy copy, int number, CancellationToken cancel)
    {
        // A creation whose answer was lost: only a search tells whether it went through.
        if (copy.Copy.Sending is not null)
        {
            var search = await _planer.SearchAsync(request.Patient, cancel);
            if (search is not { Failure: null, Status: 200 } || PlanerClient.Plans(search.Body) is not { } found)
                return PlanerAnswer.Failed(search);
            if (found.FirstOrDefault(p => p.Says(request.Status, request.Content)) is { } same)
                return await KeepAsync(copies, copy, same, number, request, repeat: true, cancel);
        }

        if (await copies.SaveAsync(copy, copy.Copy with { Sending = Text(request), SendingNumber = number }, cancel) is not { } begun)
            return new SendOutcome.Failed(PlanErrors.Busy.At());
        var answer = await _planer.CreateAsync(item, cancel);
        return answer is { Failure: null, Status: 200 or 201 } && PlanerPlan.Read(answer.Body) is { } made
            ? await KeepAsync(copies, begun, made, number, request, repeat: false, cancel)
            : PlanerAnswer.Failed(answer);
    }

    private async Task<SendOutcome> UpdateAsync(OutboundItem item, PlanerRequest request, PlanerCopies copies, StoredCopy copy, int number, int covered, CancellationToken cancel)
    {
        var read = await _planer.ReadAsync(copy.Copy.Id!, cancel);
        if (read is not { Failure: null, Status: 200 } || PlanerPlan.Read(read.Body) is not { } held)
            return PlanerAnswer.Failed(read);
        if (held.Says(request.Status, request.Content) && held.Version >= covered)
            return await KeepAsync(copies, copy, held, number, request, repeat: true, cancel);
        if (held.Version != covered && !IsAsWritten(copy.Copy, held))
            return Changed(held.Version, covered);
        if (await copies.SaveAsync(copy, copy.Copy with { Sending = Text(request), SendingNumber = number }, cancel) is not { } begun)
            return new SendOutcome.Failed(PlanErrors.Busy.At());
        var answer = await _planer.UpdateAsync(copy.Copy.Id!, item, request.Update(held.Version), cancel);
        return answer is { Failure: null, Status: 200 or 201 } && PlanerPlan.Read(answer.Body) is { } made
            ? await KeepAsync(copies, begun, made, number, request, repeat: false, cancel)
            : PlanerAnswer.Failed(answer);
    }

    // The latest version of Planer that this version builds on: written from here, or brought in from there and taken, or settled or dismissed by a person.
    private async Task<int> CoveredAsync(PlanerCopy copy, int number, CancellationToken cancel)
    {
        var shelf = new PlanShelf(context.Registers!, context.Tenant.Name);
        var history = (await shelf.HistoryAsync(copy.Plan, cancel)).Where(v => v.Number <= number).ToArray();
        var taken = history.Select(v => v.Edit).ToList();
        foreach (var key in history.SelectMany(v => v.Settles))
        {
            if (await shelf.ConflictAsync(key, cancel) is { } settled)
                taken.Add(settled.Conflict.Edit);
        }

        taken.AddRange((await shelf.DismissedAsync(copy.Patient.Id, cancel)).Where(c => c.Key == copy.Plan && c.SettledBy <= number).Select(c => c.Edit));
        return copy.Written.Where(w => w.Key <= number).Select(w => w.Value)
            .Concat(taken.Where(e => e.Origin == partner.Name).Select(e => e.Plan.Version)).DefaultIfEmpty(0).Max();
    }

    // A version that only the register's own count knows: somebody saved there without changing anything.
    private static bool IsAsWritten(PlanerCopy copy, PlanerPlan held) =>
        copy.Sent is { } sent && PlanerRequest.Read(Encoding.UTF8.GetBytes(sent)) is { } before && held.Says(before.Status, before.Content);

    private static async Task<SendOutcome> KeepAsync(PlanerCopies copies, StoredCopy copy, PlanerPlan held, int number, PlanerRequest request, bool repeat, CancellationToken cancel) =>
        await copies.SaveAsync(copy, copy.Copy.With(held.Id, number, held.Version, Text(request)), cancel) is null
            ? new SendOutcome.Failed(PlanErrors.Busy.At())
            : Delivered(held.Id, held.Version, repeat);

    private static SendOutcome.Delivered Delivered(string id, int version, bool repeat) => new(string.Create(CultureInfo.InvariantCulture, $"plan/{id}/version/{version}"), repeat);

    private static SendOutcome.Failed Changed(int held, int covered) =>
        new(PlanErrors.ChangedThere.At(detail: string.Create(CultureInfo.InvariantCulture, $"{PlanErrors.ChangedThere.Title}. It holds version {held}; this one builds on {covered}")));

    private static string Text(PlanerRequest request) => Encoding.UTF8.GetString(request.Body.Span);

    private static Identifier PatientOf(PlanerRequest request) =>
        NationalId.Read(request.Patient, out var id) == NationalIdFault.None ? new Identifier(id.System, id.Digits) : new Identifier("", request.Patient);
}
