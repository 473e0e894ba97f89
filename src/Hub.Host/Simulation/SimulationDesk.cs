using Hub.Core.Adapters;
using Hub.Core.Registers;
using Hub.Core.Routing;
using Hub.Core.Storage;
using Hub.Core.Tenants;
using Hub.Host.Commands;

namespace Hub.Host.Simulation;

/// <summary>What a simulation asks for.</summary>
/// <param name="Before">The tenant as configured now.</param>
/// <param name="After">The tenant as it would be.</param>
/// <param name="Since">Messages taken in at this moment or later.</param>
/// <param name="Limit">At most so many, the latest.</param>
internal sealed record SimulationRequest(TenantConfig Before, TenantConfig After, DateTimeOffset Since, int Limit);

/// <summary>Replays recorded messages against another configuration without sending: both make their documents with the same ids and times, so that what differs is the configuration's doing. Consents and responsibility are those of now.</summary>
/// <param name="store">The messages.</param>
/// <param name="vault">Opens them; what they say goes nowhere.</param>
/// <param name="parts">Adapters and mappings.</param>
internal sealed class SimulationDesk(IHubStore store, IBodyVault vault, TrialParts parts)
{
    // Read together, bodies and all: few enough that large ones fit into memory.
    private const int PageSize = 25;

    /// <summary>Runs a simulation.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>What would become of the messages.</returns>
    public async Task<SimulationReport> RunAsync(SimulationRequest request, CancellationToken cancel)
    {
        var run = new Run(request, new SimulationCount(request.After.Routes.Select(r => (r.Name, r.To))), new RecordedMessages(request.Before, parts.Adapters), new RecordedMessages(request.After, parts.Adapters), parts.Time);
        var (left, before) = (request.Limit, (long?)null);
        while (true)
        {
            // One more than is tried tells whether there are more.
            var page = await store.SearchAsync(new MessageFilter(request.After.Name, before, Math.Min(PageSize, left + 1)), cancel);
            var raws = await store.RawsAsync([.. page.Messages.Select(m => m.Id)], cancel);
            foreach (var stored in raws.Reverse())
            {
                if (stored.Message.AcceptedAt < request.Since)
                    return run.Count.Report(more: false);
                if (left-- == 0)
                    return run.Count.Report(more: true);
                await TryAsync(run, stored, cancel);
                await run.Pace.StepAsync(cancel);
            }

            if (page.Next is null)
                return run.Count.Report(more: false);
            before = page.Next;
        }
    }

    private async Task TryAsync(Run run, StoredRaw stored, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var message = stored.Message;
        var raw = run.Raw is { } known && known.RawId == message.RawId ? known.Body : Open(stored);
        run.Raw = (message.RawId, raw);
        if (raw is null || run.Before.Read(message, raw) is not { IsOk: true, Value: var before })
        {
            run.Count.Skipped();
            return;
        }

        var after = run.After.Read(message, raw);
        if (!after.IsOk)
        {
            run.Count.Refused(message.MessageId, after.Errors[0].Code);
            return;
        }

        var patient = vault.PatientKey(message.Tenant, before.Patient.Id);
        var purposes = RouteTable.Purposes(run.Request.Before, message.Source, before.Content.Kind).Concat(RouteTable.Purposes(run.Request.After, message.Source, after.Value.Content.Kind)).Any();
        var consents = purposes ? await store.GrantedAsync(message.Tenant, patient, cancel) : null;
        var asks = RouteTable.AsksResponsible(run.Request.Before, message.Source, before.Content.Kind) || RouteTable.AsksResponsible(run.Request.After, message.Source, after.Value.Content.Kind);
        var responsible = asks ? await ResponsibleAsync(message, patient, cancel) : null;
        run.Count.Tried(message.MessageId, RouteComparison.Of(Make(run.Request.Before, before), Make(run.Request.After, after.Value)));

        IReadOnlyList<TriedRoute> Make(TenantConfig tenant, ParsedEvent happened) =>
            happened.Answer is { Refused: true } ? [] : RouteTrial.Try(tenant, happened, new TriedMessage(message.Source, message.AcceptedAt, consents, responsible), parts.Mappings).Routes;
    }

    private byte[]? Open(StoredRaw stored) =>
        !stored.SealedRaw.IsEmpty && vault.Open(stored.Message.Tenant, stored.SealedRaw.Span) is { IsOk: true, Value: var body } ? body : null;

    private async Task<string?> ResponsibleAsync(StoredMessage message, Guid patient, CancellationToken cancel)
    {
        var registered = await new ResponsibilityRegister(store, vault).OfAsync(message.Tenant, patient, cancel);
        return registered.IsOk ? registered.Value?.At(parts.Time.GetUtcNow()) ?? Responsibility.Self : null;
    }

    private sealed record Run(SimulationRequest Request, SimulationCount Count, RecordedMessages Before, RecordedMessages After, TimeProvider Time)
    {
        public (long RawId, byte[]? Body)? Raw { get; set; }

        public Pace Pace { get; } = new(Time);
    }
}
