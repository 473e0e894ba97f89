using Hub.Core.Content;
using Hub.Core.Deliveries;
using Hub.Core.Mappings;
using Hub.Core.Storage;

namespace Hub.Delivery.Lanes;

/// <summary>A delivery in memory. Either its envelope came along from the intake, or its stored bytes were read.</summary>
internal sealed class WorkEntry(DeliveryRow row)
{
    /// <summary>The row as it stands after the last step.</summary>
    public DeliveryRow Row { get; set; } = row;

    public DeliveryId Id => Row.Id;

    /// <summary>The lane it waits in; set while it is known to a <see cref="LaneBook"/>.</summary>
    public Lane? Lane { get; set; }

    /// <summary>The next one of the lane.</summary>
    public WorkEntry? Next { get; set; }

    public Envelope? Envelope { get; init; }

    public StoredMessage? Message { get; init; }

    public ReadOnlyMemory<byte> SealedRaw { get; init; }

    public ReadOnlyMemory<byte> SealedDocument { get; init; }

    public DocumentHead? Head { get; init; }

    /// <summary>About how many bytes it takes in memory.</summary>
    public int Size { get; init; } = Overhead;

    private const int Overhead = 512;

    /// <summary>The document, once made or opened: kept for tries that follow soon.</summary>
    public OutboundDocument? Document { get; set; }

    /// <summary>True once it was tried from this memory: its due time is then of this node's making.</summary>
    public bool Tried { get; set; }

    /// <summary>The bytes went out before and were not confirmed: order is not at stake when they go again.</summary>
    public bool IsResend => Row.Receipts.Sends > 0;

    /// <summary>Its last try failed, and it will wait beside its lane once that is written.</summary>
    public bool GoesAside { get; set; }

    public static WorkEntry Of(WorkItem item) => new(item.Row)
    {
        Message = item.Message,
        SealedRaw = item.SealedRaw,
        SealedDocument = item.SealedDocument,
        Head = item.Document,
        Size = Overhead + item.SealedRaw.Length + item.SealedDocument.Length,
    };

    /// <summary>A new delivery with its content.</summary>
    public static WorkEntry New(DeliveryRow row, Envelope envelope, int size) => new(row) { Envelope = envelope, Size = Overhead + size };
}
