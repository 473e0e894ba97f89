using Hub.Core.Adapters;
using Hub.Core.Content;
using Hub.Core.Deliveries;
using Hub.Core.Errors;
using Hub.Core.Registers;
using Hub.Core.Routing;
using Hub.Core.Storage;
using Hub.Core.Tenants;
using Hub.Delivery.Sending;

namespace Hub.Delivery.Intake;

/// <summary>Decides what is stored for an event: its routes' verdicts and its deliveries.</summary>
internal sealed class MessagePlanner(NodeContext node)
{
    /// <summary>Plans one event.</summary>
    /// <param name="tenant">Tenant.</param>
    /// <param name="source">Sending partner.</param>
    /// <param name="entry">Entry that the event stands in.</param>
    /// <param name="happened">The event.</param>
    /// <param name="ordinal">Which event of the raw message it is.</param>
    /// <param name="answeredFrom">When the time for an answer to the source begins; null when it gets none (any more).</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>What is stored, or why nothing can be decided.</returns>
    public async ValueTask<Result<NewMessage>> PlanAsync(
        TenantConfig tenant, string source, ParsedEntry entry, ParsedEvent happened, int ordinal, DateTimeOffset? answeredFrom, CancellationToken cancel)
    {
        var patient = node.Parts.Vault.PatientKey(tenant.Name, happened.Patient.Id);
        var refused = happened.Answer is { Refused: true };
        var key = SourceKeys.Of(tenant.Name, source, happened.SourceId);
        var consents = refused || RouteTable.Purposes(tenant, source, happened.Content.Kind).Count == 0
            ? null
            : await node.Store.GrantedAsync(tenant.Name, patient, cancel);
        var responsible = refused || !RouteTable.AsksResponsible(tenant, source, happened.Content.Kind) ? (string?)null : await ResponsibleAsync(tenant, patient, cancel);
        if (!responsible.IsOk)
            return Result<NewMessage>.Failed(responsible.Errors);
        var decisions = refused ? [] : RouteTable.Match(tenant, source, happened.Content, consents, responsible.Value);
        var deliveries = refused ? [] : Deliveries(tenant, decisions, patient);
        if (happened.Answer is { } answer && answeredFrom is { } from)
            deliveries = [.. deliveries, Answer(tenant, source, key, answer, from, deliveries)];
        return new NewMessage(
            ordinal,
            happened.Content.Kind,
            happened.Content.Category,
            happened.Content.Triage,
            happened.SourceId,
            key,
            SourceKeys.Fingerprint(happened.Fingerprint.Span),
            patient,
            OccurredAt(happened.Content),
            happened.Correlation,
            decisions,
            Notes(entry, happened),
            deliveries);
    }

    // A registration may lie ahead: until then it is who was responsible before.
    private async ValueTask<Result<string?>> ResponsibleAsync(TenantConfig tenant, Guid patient, CancellationToken cancel)
    {
        var registered = await new ResponsibilityRegister(node.Store, node.Parts.Vault).OfAsync(tenant.Name, patient, cancel);
        return registered.IsOk ? registered.Value?.At(node.Now) ?? Responsibility.Self : Result<string?>.Failed(registered.Errors);
    }

    // In a lane of its own, so that an answer never stands behind what a patient's lane waits for. Nothing to wait for: it goes at once.
    private NewDelivery Answer(TenantConfig tenant, string source, Guid key, AnswerRequest answer, DateTimeOffset from, NewDelivery[] others)
    {
        var lane = Placement.Lane(tenant.Name, source, key);
        var waits = !answer.Refused && answer.Within > TimeSpan.Zero && Array.Exists(others, o => o.DeadLetter is null);
        return new NewDelivery(RouteTable.Answers, source, answer.Mapping, PartitionOf(tenant, source, lane), lane) { DueAt = waits ? from + answer.Within : null };
    }

    private int PartitionOf(TenantConfig tenant, string to, long lane) => Placement.Partition(
        tenant.Name, to, lane, tenant.Partners.TryGetValue(to, out var partner) ? partner.Spread : 1, node.Installation.Partitions);

    private NewDelivery[] Deliveries(TenantConfig tenant, IReadOnlyList<RouteDecision> decisions, Guid patient)
    {
        var wanted = decisions.Count(d => d.Verdict == RouteVerdict.Deliver);
        if (wanted == 0)
            return tenant.Unrouted == UnroutedPolicy.DeadLetter ? [Unrouted(decisions)] : [];
        var deliveries = new NewDelivery[wanted];
        var next = 0;
        foreach (var decision in decisions)
        {
            if (decision.Verdict != RouteVerdict.Deliver)
                continue;
            var route = decision.Route;
            var lane = Placement.Lane(tenant.Name, route.To, patient);
            deliveries[next++] = new NewDelivery(route.Name, route.To, route.As, PartitionOf(tenant, route.To, lane), lane);
        }

        return deliveries;
    }

    // Belongs to no partner and no lane: it holds nobody up, and somebody looks at it.
    private static NewDelivery Unrouted(IReadOnlyList<RouteDecision> decisions)
    {
        var code = decisions.Any(d => d.Verdict == RouteVerdict.NoConsent) ? DeliveryErrors.NoConsent.Code : DeliveryErrors.Unrouted.Code;
        return new NewDelivery("-", "-", "-", 0, 0, code);
    }

    private static IReadOnlyList<TimelineNote> Notes(ParsedEntry entry, ParsedEvent happened)
    {
        var refused = happened.Answer is { Refused: true };
        if (entry.Repairs.Count == 0 && happened.LeftOut.Count == 0 && !refused && happened.Origin is null)
            return [];
        IReadOnlyList<TimelineNote> origin = happened.Origin is { } came ? [new TimelineNote("origin", null, came)] : [];
        IReadOnlyList<TimelineNote> first = refused ? [new TimelineNote("refused", null, "It must be refused: it goes to no route, and the sender is told why")] : [];
        return
        [
            .. origin,
            .. first,
            .. entry.Repairs.Select(r => new TimelineNote("repair", r.Path, $"{r.Rule}: {r.What}")),
            .. happened.LeftOut.Select(l => new TimelineNote("left-out", l.Path, l.Reason)),
        ];
    }

    private static DateTimeOffset OccurredAt(HomeContent content) => Envelopes.StoredTime(content switch
    {
        Measurement measurement => measurement.Time.Start,
        Alert alert => alert.Time.Start,
        JournalNote note => note.Time.Start,
        ChatExcerpt chat => chat.Time.Start,
        QuestionnaireAnswers answers => answers.Time.Start,
        SelfTreatmentPlan plan => plan.Time.Start,
        PatientStatus status => status.Time.Start,
        ClinicalMessage clinical => clinical.Time.Start,
        MeasurementTrend trend => trend.Time.Start,
        CareHandover handover => handover.Time.Start,
        DeviceEvent happened => happened.Time.Start,
        Personalia personalia => personalia.Time.Start,
        _ => throw new InvalidOperationException($"The time of a {content.Kind} is not known here."),
    });
}
