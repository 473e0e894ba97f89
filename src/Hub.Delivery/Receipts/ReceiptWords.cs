using Hub.Core.Deliveries;
using Hub.Core.Storage;
using Hub.Delivery.Sending;

namespace Hub.Delivery.Receipts;

/// <summary>What a receipt is to the saga, and how the timeline tells of it. Pure.</summary>
internal static class ReceiptWords
{
    public static SagaEvent Happened(Receipt receipt, DeliveryRow row) => receipt switch
    {
        Receipt.Transport transport => new SagaEvent.Acknowledged(transport.AnswerWithin is { } within ? Later(row.AcceptedAt, within) : null),
        Receipt.Positive => new SagaEvent.ReceiptPositive(),
        Receipt.Negative negative => new SagaEvent.ReceiptNegative(negative.Error, (decimal)Random.Shared.NextDouble(), negative.Business),
        _ => throw new InvalidOperationException("There is no such receipt."),
    };

    public static DeliveryEvent Told(Receipt receipt, in SagaStep step, DateTimeOffset now) =>
        new(now, DeliveryEventKind.Receipt, CodeOf(receipt) ?? step.Code, Detail(receipt));

    public static DeliveryEvent Ignored(Receipt receipt, DeliveryRow row, bool current, DateTimeOffset now)
    {
        var why = current ? $"it stands at {Name(row.State)}" : "it was mapped anew since";
        var detail = receipt.Detail is { } said ? $": {said}" : string.Empty;
        return new DeliveryEvent(now, DeliveryEventKind.Receipt, CodeOf(receipt), LedgerText.Bounded($"{Kind(receipt)} receipt ignored, {why}{detail}"));
    }

    public static string Kind(Receipt receipt) => receipt switch
    {
        Receipt.Transport => "transport",
        Receipt.Positive => "positive",
        _ => "negative",
    };

    private static string? CodeOf(Receipt receipt) => receipt is Receipt.Negative negative ? negative.Error.Code : null;

    private static string? Detail(Receipt receipt) => receipt.Detail is { } said ? LedgerText.Bounded(said) : null;

    private static string Name(DeliveryState state) => state switch
    {
        DeliveryState.AwaitingReceipt => "acknowledged",
        DeliveryState.Delivered => "delivered",
        DeliveryState.DeadLettered => "dead-lettered",
        DeliveryState.Discarded => "discarded",
        DeliveryState.Held => "held",
        _ => "pending",
    };

    private static DateTimeOffset Later(DateTimeOffset from, TimeSpan wait) => wait < DateTimeOffset.MaxValue - from ? from + wait : DateTimeOffset.MaxValue;
}
