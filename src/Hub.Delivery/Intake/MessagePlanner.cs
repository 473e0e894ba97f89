using Hub.Core.Adapters;
using Hub.Core.Content;
using Hub.Core.Deliveries;
using Hub.Core.Errors;
using Hub.Core.Routing;
using Hub.Core.Storage;
using Hub.Core.Tenants;
using Hub.Delivery.Sending;

namespace Hub.Delivery.Intake;

/// <summary>Decides what is stored for an event: its routes' verdicts and its deliveries.</summary>
internal sealed class MessagePlanner(NodeContext node)
{
    public async ValueTask<NewMessage> PlanAsync(TenantConfig tenant, string source, ParsedEntry entry, ParsedEvent happened, int ordinal, CancellationToken cancel)
    {
        var patient = node.Parts.Vault.PatientKey(tenant.Name, happened.Patient.Id);
        var consents = RouteTable.Purposes(tenant, source, happened.Content.Kind).Count == 0
            ? null
            : await node.Store.GrantedAsync(tenant.Name, patient, cancel);
        var decisions = RouteTable.Match(tenant, source, happened.Content, consents);
        return new NewMessage(
            ordinal,
            happened.Content.Kind,
            happened.Content.Category,
            happened.Content.Triage,
            happened.SourceId,
            SourceKeys.Of(tenant.Name, source, happened.SourceId),
            SourceKeys.Fingerprint(happened.Fingerprint.Span),
            patient,
            OccurredAt(happened.Content),
            happened.Correlation,
            decisions,
            Notes(entry, happened),
            Deliveries(tenant, decisions, patient));
    }

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
            var spread = tenant.Partners.TryGetValue(route.To, out var partner) ? partner.Spread : 1;
            var partition = Placement.Partition(tenant.Name, route.To, lane, spread, node.Installation.Partitions);
            deliveries[next++] = new NewDelivery(route.Name, route.To, route.As, partition, lane);
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
        if (entry.Repairs.Count == 0 && happened.LeftOut.Count == 0)
            return [];
        return
        [
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
        _ => throw new InvalidOperationException($"The time of a {content.Kind} is not known here."),
    });
}
