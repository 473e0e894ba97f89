using Hub.Core.Deliveries;
using Hub.Core.Errors;
using Hub.Core.Storage;
using Hub.Store.Sql;
using Hub.Store.Text;

namespace Hub.Store.Operators;

/// <summary>What an act does to a delivery, and when it may.</summary>
/// <param name="Verb">What it is called in the timeline and the audit log.</param>
/// <param name="Refuses">Why not in this state; null when it may.</param>
/// <param name="Update">What it writes.</param>
internal sealed record DeliveryChange(string Verb, Func<DeliveryState, HubError?> Refuses, Func<DeliveryRow, Statement> Update)
{
    private const string Again = """
        update delivery set state = 1, due = $1, since = $1, attempts = 0, error = null, receipts = 0 where id = $2
        """;

    // The old document stays with its generation as history; the new generation has none yet.
    private const string Anew = """
        update delivery set state = 1, due = $1, since = $1, attempts = 0, error = null, receipts = 0, generation = generation + 1, documented = 0 where id = $2
        """;

    // The next generation has its document from the start.
    private const string Amended = """
        update delivery set state = 1, due = $1, since = $1, attempts = 0, error = null, receipts = 0, generation = generation + 1, documented = 1 where id = $2
        """;

    private const string Document = "insert into step (delivery_id, generation, events, form, media, document_id, document) values ($1, $2, $3, $4, $5, $6, $7)";

    private const string Hold = "update delivery set state = 6, due = $1 where id = $2";

    private const string Out = "update delivery set state = 5, error = $1 where id = $2";

    /// <summary>Taken out.</summary>
    public static DeliveryChange Discard { get; } = new("discard", OperatorRules.Discard, row => new(Out, DeliveryErrors.Discarded.Code, DeliveryKey.Of(row.Id)));

    /// <summary>Why not for this delivery, beside its state; null when it may.</summary>
    public Func<DeliveryRow, HubError?> Refused { get; init; } = _ => null;

    /// <summary>What it writes beside the row itself.</summary>
    public Func<DeliveryRow, IReadOnlyList<Statement>> Also { get; init; } = _ => [];

    /// <summary>The same bytes again.</summary>
    public static DeliveryChange Redeliver(OperatorAct act) => new("redeliver", OperatorRules.Redeliver, row => new(Again, Micros.Of(act.At), DeliveryKey.Of(row.Id)));

    /// <summary>Mapped anew.</summary>
    public static DeliveryChange Remap(OperatorAct act) => new("remap", OperatorRules.Remap, row => new(Anew, Micros.Of(act.At), DeliveryKey.Of(row.Id)));

    /// <summary>Held.</summary>
    public static DeliveryChange Park(Func<DeliveryRow, DateTimeOffset> until) => new("park", OperatorRules.Park, row => new(Hold, Micros.Of(until(row)), DeliveryKey.Of(row.Id)));

    /// <summary>Held no longer.</summary>
    public static DeliveryChange Release(OperatorAct act) => new("release", OperatorRules.Release, row => new(Again, Micros.Of(act.At), DeliveryKey.Of(row.Id)));

    /// <summary>Another document in the place of its own.</summary>
    public static DeliveryChange Amend(Amendment amendment, OperatorAct act) => new("amend", OperatorRules.Amend, row => new(Amended, Micros.Of(act.At), DeliveryKey.Of(row.Id)))
    {
        Refused = row => row.Generation == amendment.Generation ? null : OperatorErrors.Moved.At(),
        Also = row =>
        [
            new(
                Document,
                DeliveryKey.Of(row.Id),
                row.Generation + 1,
                EventText.Write([]),
                amendment.Document.Form,
                amendment.Document.MediaType,
                amendment.Document.DocumentId,
                amendment.SealedDocument.ToArray()),
        ],
    };

    /// <summary>What a batch of acts other than replays does to each of its deliveries.</summary>
    public static DeliveryChange Of(ActBatch batch) => batch.Verb switch
    {
        ActVerb.Redeliver => Redeliver(batch.Act) with { Refuses = s => s == DeliveryState.Delivered && !batch.AlsoDelivered ? OperatorErrors.Arrived.At() : OperatorRules.Redeliver(s) },
        ActVerb.Remap => Remap(batch.Act),
        ActVerb.Park => Park(batch.HeldUntil),
        ActVerb.Release => Release(batch.Act),
        ActVerb.Discard => Discard,
        _ => throw new ArgumentOutOfRangeException(nameof(batch)),
    };
}
