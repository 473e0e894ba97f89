using System.Diagnostics;
using Hub.Core.Adapters;
using Hub.Core.Errors;
using Hub.Core.Intake;
using Hub.Core.Storage;
using Hub.Core.Tenants;
using Hub.Delivery.Observability;
using Hub.Delivery.Sending;

namespace Hub.Delivery.Intake;

/// <summary>Takes requests in: reads, checks, routes and seals on the caller's own thread, then waits for the commit.</summary>
internal sealed class IntakeDesk(NodeContext node, IntakeWriter writer) : IIntake
{
    private readonly MessagePlanner _planner = new(node);

    public async Task<IntakeAnswer> AcceptAsync(IntakeRequest request, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var answer = await TakeAsync(request, cancel);
        Count(request, answer);
        return answer;
    }

    private async Task<IntakeAnswer> TakeAsync(IntakeRequest request, CancellationToken cancel)
    {
        var snapshot = node.Snapshot;
        if (snapshot.Tenant(request.Tenant) is not { } tenant
            || !tenant.Partners.TryGetValue(request.Source, out var source)
            || source.Inbound is not { } inbound
            || node.Parts.Adapters.Find(source.Adapter) is not IInboundAdapter adapter)
            return Answers.Refused(AuthErrors.UnknownTenant.At());

        var receivedAt = Envelopes.StoredTime(node.Now);
        var parsed = node.Foreign.Run(
            new Place("parse", request.Tenant, request.Source),
            (adapter, input: new InboundMessage(request.Body, request.MediaType, receivedAt, source, tenant.Environment) { Tenant = tenant }),
            static s => s.adapter.Parse(s.input),
            static (_, _) => ParsedMessage.Refused(IntakeErrors.Defect.At()));
        if (parsed.Errors.Count > 0)
            return new IntakeAnswer(parsed.Errors, [], parsed.IsBatch);

        var errors = ErrorsOf(parsed, inbound);
        if (!parsed.IsBatch && errors is not null)
            return Answers.RefusedWhole(parsed, errors);
        try
        {
            return await StoreAsync(request, tenant, parsed, errors, new Receipt(receivedAt, snapshot.Number), cancel);
        }
        catch (StoreUnavailableException)
        {
            node.Metrics.StoreDown.Add(1);
            return Answers.Refused(IntakeErrors.StoreDown.At());
        }
    }

    // Errors of each entry, the adapter's and those of permission; null when no entry has any.
    private static IReadOnlyList<HubError>?[]? ErrorsOf(ParsedMessage parsed, InboundConfig inbound)
    {
        IReadOnlyList<HubError>?[]? errors = null;
        for (var i = 0; i < parsed.Entries.Count; i++)
        {
            var entry = parsed.Entries[i];
            if (entry.Errors.Count > 0)
                (errors ??= new IReadOnlyList<HubError>?[parsed.Entries.Count])[i] = entry.Errors;
            else if (inbound.Content is { } allowed && entry.Events.Any(e => !allowed.Contains(e.Content.Kind)))
                (errors ??= new IReadOnlyList<HubError>?[parsed.Entries.Count])[i] = [AuthErrors.KindNotAllowed.At()];
        }

        return errors;
    }

    private async Task<IntakeAnswer> StoreAsync(
        IntakeRequest request, TenantConfig tenant, ParsedMessage parsed, IReadOnlyList<HubError>?[]? errors, Receipt receipt, CancellationToken cancel)
    {
        var messages = new List<NewMessage>(parsed.Entries.Count);
        var events = new List<ParsedEvent>(parsed.Entries.Count);
        // The ordinal counts every event that was read, refused ones too: reading the stored bytes again gives the same numbers.
        var ordinal = 0;
        for (var i = 0; i < parsed.Entries.Count; i++)
        {
            var entry = parsed.Entries[i];
            var (before, first) = (messages.Count, ordinal);
            ordinal += entry.Events.Count;
            for (var k = 0; k < entry.Events.Count && errors?[i] is null; k++)
            {
                var planned = await _planner.PlanAsync(tenant, request.Source, entry, entry.Events[k], first + k, receipt.At, cancel);
                if (planned.IsOk)
                {
                    messages.Add(planned.Value);
                    events.Add(entry.Events[k]);
                    continue;
                }

                // An entry is taken in with all its events or with none.
                (errors ??= new IReadOnlyList<HubError>?[parsed.Entries.Count])[i] = planned.Errors;
                messages.RemoveRange(before, messages.Count - before);
                events.RemoveRange(before, events.Count - before);
            }
        }

        if (!parsed.IsBatch && errors is not null)
            return Answers.RefusedWhole(parsed, errors);

        if (messages.Count == 0)
            return Answers.Of(parsed, errors, []);
        var body = node.Parts.Vault.Seal(tenant.Name, request.Body.Span);
        var raw = new NewRawMessage(tenant.Name, request.Source, request.MediaType, body, receipt.At, receipt.Snapshot, messages) { AllOrNone = !parsed.IsBatch };
        var job = new IntakeJob(raw, [.. events]);
        if (!writer.TryPut(job))
            return Answers.Refused(IntakeErrors.Busy.At());
        // From here on the caller's patience no longer matters: what is in the queue will be stored.
        var verdict = await job.Task;
        if (Spans.Wanted && verdict.Replies is { } replies)
            Trace(request, replies, node.Now - receipt.At);
        return verdict.Error is { } error ? Answers.Refused(error) : Answers.Of(parsed, errors, verdict.Replies!);
    }

    private void Trace(IntakeRequest request, IReadOnlyList<IntakeReply> replies, TimeSpan took)
    {
        foreach (var reply in replies.Where(r => r.MessageId > 0))
        {
            var about = new SpanTags(request.Tenant, request.Source, reply.Status.ToString().ToLowerInvariant());
            if (reply.Status == IntakeStatus.Accepted)
                node.Spans.Root(reply.MessageId, took, about);
            else
                node.Spans.Record("repeat", ActivityKind.Server, reply.MessageId, took, about);
        }
    }

    private void Count(IntakeRequest request, IntakeAnswer answer)
    {
        if (answer.Errors is [var first, ..])
        {
            node.Metrics.IntakeRejected.Add(1, new("tenant", request.Tenant), new("partner", request.Source), new("code", first.Code));
            return;
        }

        node.Traffic.Received(request.Tenant, request.Source);
        foreach (var entry in answer.Entries)
            node.Metrics.IntakeMessages.Add(Math.Max(1, entry.MessageIds.Count), new("tenant", request.Tenant), new("partner", request.Source), new("status", Answers.Name(entry.Status)));
    }

    private readonly record struct Receipt(DateTimeOffset At, int Snapshot);
}
