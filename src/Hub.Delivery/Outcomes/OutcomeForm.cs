using Hub.Core.Adapters;
using Hub.Core.Deliveries;
using Hub.Core.Errors;
using Hub.Core.Storage;
using Hub.Delivery.Sending;

namespace Hub.Delivery.Outcomes;

/// <summary>Writes steps of the saga in the form that stores keep.</summary>
internal static class OutcomeForm
{
    public static DeliveryOutcome Of(DeliveryRow row, in SagaStep step, long epoch, IReadOnlyList<DeliveryEvent> events) =>
        new(row.Id, row.Partition, epoch, step.State.State, step.State.Due, step.State.Attempts, events)
        {
            ErrorCode = step.Code,
            Receipts = step.State.Receipts,
            ReceiptsBefore = row.Receipts,
        };

    /// <summary>What a try came to. One timeline entry on the happy path.</summary>
    public static DeliveryOutcome OfTry(DeliveryRow row, in SagaStep step, SendOutcome sent, in Prepared prepared, long epoch, DateTimeOffset now, int? durationMs) =>
        new(row.Id, row.Partition, epoch, step.State.State, step.State.Due, step.State.Attempts, Events(step, sent, prepared, now, durationMs))
        {
            ErrorCode = step.Code,
            Receipt = sent switch
            {
                SendOutcome.Delivered delivered => delivered.Receipt,
                SendOutcome.AwaitingReceipt awaiting => awaiting.Correlation,
                _ => null,
            },
            SealedDocument = prepared.Sealed,
            Document = prepared.NewHead,
            Receipts = step.State.Receipts,

            // What was sealed is known by its correlations already; what was not is known by what the partner called it.
            Correlations = sent is SendOutcome.AwaitingReceipt { Correlation.Length: > 0 } named ? [named.Correlation] : [],
        };

    public static DeliveryEvent DeadLetter(DateTimeOffset at, string code, string? detail, int? durationMs) =>
        new(at, DeliveryEventKind.DeadLettered, code, detail, durationMs);

    private static DeliveryEvent[] Events(in SagaStep step, SendOutcome sent, in Prepared prepared, DateTimeOffset now, int? durationMs)
    {
        var tried = sent switch
        {
            SendOutcome.Delivered delivered => new DeliveryEvent(now, DeliveryEventKind.Delivered, null, delivered.Repeat ? "the partner had it already" : null, durationMs),
            SendOutcome.AwaitingReceipt awaiting => new DeliveryEvent(now, DeliveryEventKind.AwaitingReceipt, Detail: awaiting.Correlation, DurationMs: durationMs),
            SendOutcome.Failed failed when step.State.State == DeliveryState.DeadLettered && step.Code != DeliveryErrors.GivenUp.Code =>
                DeadLetter(now, failed.Error.Code, Detail(failed.Error), durationMs),
            SendOutcome.Failed failed => new DeliveryEvent(now, DeliveryEventKind.AttemptFailed, failed.Error.Code, Detail(failed.Error), durationMs),
            _ => throw new InvalidOperationException("There is no such outcome."),
        };
        var givenUp = step.State.State == DeliveryState.DeadLettered && tried.Kind != DeliveryEventKind.DeadLettered;
        if (prepared.Account is null && !givenUp)
            return [tried];
        var events = new List<DeliveryEvent>(3);
        if (prepared.Account is { } account)
            events.Add(new DeliveryEvent(now, DeliveryEventKind.Mapped, null, account));
        events.Add(tried);
        if (givenUp)
            events.Add(DeadLetter(now, step.Code!, null, null));
        return [.. events];
    }

    private static string Detail(HubError error) => LedgerText.Bounded(error.Path is null ? error.Text : $"{error.Path}: {error.Text}");
}
