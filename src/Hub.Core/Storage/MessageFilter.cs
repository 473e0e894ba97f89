using Hub.Core.Content;
using Hub.Core.Deliveries;

namespace Hub.Core.Storage;

/// <summary>Which messages to find. All that are set must hold; what is said about a delivery (state, error, partner, route) must hold of one and the same delivery.</summary>
/// <param name="Tenant">Tenant; null = all.</param>
/// <param name="Before">Only messages with a lower number: the key of the next page.</param>
/// <param name="Limit">At most so many.</param>
/// <param name="PatientKey">About this patient.</param>
/// <param name="SourceKey">With this source id.</param>
/// <param name="State">With a delivery in this state.</param>
/// <param name="Partner">With a delivery to this partner.</param>
public sealed record MessageFilter(
    string? Tenant,
    long? Before = null,
    int Limit = 50,
    Guid? PatientKey = null,
    Guid? SourceKey = null,
    DeliveryState? State = null,
    string? Partner = null)
{
    /// <summary>Sent by this partner.</summary>
    public string? Source { get; init; }

    /// <summary>With a delivery that this route made.</summary>
    public string? Route { get; init; }

    /// <summary>With this kind of content.</summary>
    public ContentKind? Content { get; init; }

    /// <summary>With this traffic light.</summary>
    public Triage? Triage { get; init; }

    /// <summary>With a delivery whose last error has this code.</summary>
    public string? Error { get; init; }

    /// <summary>Tied together by this.</summary>
    public string? Correlation { get; init; }

    /// <summary>Known outside under one of these: needs a tenant. Empty = whatever it is known by.</summary>
    public ExternalIds External { get; init; } = ExternalIds.None;

    /// <summary>Taken in at this moment or later.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Taken in before this moment.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>Only what this partner sent or has a delivery of, and of the deliveries only its own, whatever is asked of them: what a vendor may see.</summary>
    public string? Party { get; init; }

    /// <summary>Whether anything is asked of a delivery.</summary>
    public bool AsksOfDelivery => State is not null || Partner is not null || Route is not null || Error is not null;

    /// <summary>Whether a delivery is what is asked for, apart from its message.</summary>
    /// <param name="delivery">The delivery.</param>
    /// <returns>True when state, partner, route and error are as asked.</returns>
    public bool Fits(DeliveryHead delivery) =>
        (State is null || delivery.State == State)
        && (Partner is null || delivery.Partner == Partner)
        && (Route is null || delivery.Route == Route)
        && (Error is null || delivery.Error == Error);

    /// <summary>What the asker may see of a message.</summary>
    /// <param name="message">The message with all its deliveries.</param>
    /// <returns>The message with the deliveries that are shown; null when it is not shown at all.</returns>
    public MessageHead? Shown(MessageHead message)
    {
        if (Party is null)
            return message;
        var own = message.Deliveries.Where(d => d.Partner == Party).ToList();
        return own.Count == 0 && message.Source != Party ? null : message with { Deliveries = own };
    }

    /// <summary>Whether a message is what is asked for, as far as its head tells: not patient, source id and ids outside.</summary>
    /// <param name="message">The message as it is shown.</param>
    /// <returns>True when it is.</returns>
    public bool Fits(MessageHead message) =>
        (Tenant is null || message.Tenant == Tenant)
        && (Before is null || message.Id < Before)
        && (Source is null || message.Source == Source)
        && (Content is null || message.Content == Content)
        && (Triage is null || message.Triage == Triage)
        && (Correlation is null || message.Correlation == Correlation)
        && (From is null || message.AcceptedAt >= From)
        && (To is null || message.AcceptedAt < To)
        && (!AsksOfDelivery || message.Deliveries.Any(Fits));
}

/// <summary>Ids under which somebody outside may know a message or a delivery.</summary>
/// <param name="SourceKeys">Keys of source ids, one per partner that may have sent it.</param>
/// <param name="Correlations">What receipts name (see <see cref="DeliveryOutcome.Correlations"/>).</param>
/// <param name="Receipts">References that receivers gave.</param>
public sealed record ExternalIds(IReadOnlyList<Guid> SourceKeys, IReadOnlyList<string> Correlations, IReadOnlyList<string> Receipts)
{
    /// <summary>Conversations (<see cref="MessageHead.Correlation"/>), each with everything that stands behind it after a slash.</summary>
    public IReadOnlyList<string> Conversations { get; init; } = [];

    /// <summary>None asked for.</summary>
    public static ExternalIds None { get; } = new([], [], []);

    /// <summary>Whether any is asked for.</summary>
    public bool Any => SourceKeys.Count + Correlations.Count + Receipts.Count + Conversations.Count > 0;
}
