using Hub.Core.Deliveries;
using Hub.Core.Errors;
using Hub.Core.Routing;

namespace Hub.Core.Storage;

/// <summary>Acts on many deliveries at once, as a part of a longer piece of work.</summary>
public interface IActionStore
{
    /// <summary>Acts on a few deliveries and keeps how far the work has come, in one transaction: whatever dies, nothing is done twice and nothing is left out. Every act has its audit entry.</summary>
    /// <param name="batch">The acts.</param>
    /// <param name="cancel">Gives up waiting; the transaction may still commit.</param>
    /// <returns>What became of each item; null when the work has gone on elsewhere or was ended: then nothing was done.</returns>
    Task<IReadOnlyList<Result<IReadOnlyList<DeliveryRow>>>?> ActAsync(ActBatch batch, CancellationToken cancel);

    /// <summary>Puts another document in the place of a delivery's own, under a new generation, and makes it due (amend).</summary>
    /// <param name="amendment">What is put there.</param>
    /// <param name="act">Who, when and why.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The row as it is now, or why not.</returns>
    Task<Result<DeliveryRow>> AmendAsync(Amendment amendment, OperatorAct act, CancellationToken cancel);
}

/// <summary>What an operator does to deliveries.</summary>
public enum ActVerb
{
    /// <summary>The same bytes again.</summary>
    Redeliver,

    /// <summary>Mapped anew.</summary>
    Remap,

    /// <summary>The message through the current routes again.</summary>
    Replay,

    /// <summary>Held.</summary>
    Park,

    /// <summary>Held no longer.</summary>
    Release,

    /// <summary>Taken out.</summary>
    Discard,
}

/// <summary>A few acts of a longer piece of work.</summary>
/// <param name="Verb">What is done.</param>
/// <param name="Items">To what: each delivery once, of a replay each message once.</param>
/// <param name="Act">Who, when and why.</param>
/// <param name="After">Version of the work's register entry that this follows.</param>
/// <param name="Progress">The next version of the work's register entry, from what became of each item. Asked once per try of the transaction.</param>
public sealed record ActBatch(
    ActVerb Verb, IReadOnlyList<ActItem> Items, OperatorAct Act, int After, Func<IReadOnlyList<Result<IReadOnlyList<DeliveryRow>>>, NewRecord> Progress)
{
    /// <summary>Until when a delivery that is held now may stay so.</summary>
    public Func<DeliveryRow, DateTimeOffset> HeldUntil { get; init; } = _ => DateTimeOffset.MaxValue;

    /// <summary>Whether what has arrived is sent again as well.</summary>
    public bool AlsoDelivered { get; init; }
}

/// <summary>What is acted on.</summary>
/// <param name="Delivery">The delivery; of a replay only the message counts.</param>
public sealed record ActItem(DeliveryId Delivery)
{
    /// <summary>What each route says now, for a replay.</summary>
    public IReadOnlyList<RouteDecision> Decisions { get; init; } = [];

    /// <summary>Deliveries that a replay adds.</summary>
    public IReadOnlyList<NewDelivery> Deliveries { get; init; } = [];

    /// <summary>Why it cannot be done, when that is known already; null when it can.</summary>
    public HubError? Refusal { get; init; }
}

/// <summary>A document that takes the place of another.</summary>
/// <param name="Delivery">Which delivery.</param>
/// <param name="Generation">The generation that was looked at: another one is refused.</param>
/// <param name="SealedDocument">The new document, sealed.</param>
/// <param name="Document">Its head.</param>
public sealed record Amendment(DeliveryId Delivery, int Generation, ReadOnlyMemory<byte> SealedDocument, DocumentHead Document);
