using Hub.Core.Adapters;
using Hub.Core.Deliveries;
using Hub.Core.Storage;
using Hub.Host.Composition;

namespace Hub.Host.Faces.Operators;

/// <summary>Whether an edited document can be sent in place of a delivery's own.</summary>
internal enum AmendVerdict
{
    /// <summary>It can, unless retention has taken the document meanwhile.</summary>
    Possible,

    /// <summary>The delivery is under way, has arrived or was discarded.</summary>
    WrongState,

    /// <summary>No document was made.</summary>
    NoDocument,

    /// <summary>What was signed for sending cannot be edited: the signature would not hold.</summary>
    Signed,

    /// <summary>The configuration no longer reaches the partner.</summary>
    PartnerGone,
}

/// <summary>Judges it.</summary>
internal static class Amending
{
    /// <summary>Judges a delivery.</summary>
    /// <param name="delivery">The delivery.</param>
    /// <param name="services">Tells what the partner takes.</param>
    /// <returns>The verdict.</returns>
    public static async ValueTask<AmendVerdict> OfAsync(DeliveryView delivery, HubServices services)
    {
        var row = delivery.Row;
        if (OperatorRules.Amend(row.State) is not null)
            return AmendVerdict.WrongState;
        if (services.Snapshots.Current.Tenant(row.Tenant) is not { } tenant || !tenant.Partners.TryGetValue(row.Partner, out var partner)
            || services.Adapters.Find(partner.Adapter) is not IOutboundAdapter adapter || !adapter.Reaches(partner))
            return AmendVerdict.PartnerGone;
        await using var sender = adapter.Open(partner, new SenderContext(services.Time, services.Secrets, tenant));
        return sender.StoreBeforeSend ? AmendVerdict.Signed : delivery.Document is null ? AmendVerdict.NoDocument : AmendVerdict.Possible;
    }
}
