using Hub.Kith.MsgHead;
using Hub.Kith.Types;

namespace Hub.Kith.AppRec;

/// <summary>A receiver of a message that claims to be ours.</summary>
/// <param name="From">Which receiver.</param>
/// <param name="Fault">Why it cannot be reached here; <see langword="null"/> when it can.</param>
internal sealed record OurReceiver(AnsweringReceiver From, CV? Fault);

/// <summary>Finds which receivers of a message are ours (HIS 1153-2, HISD 1168 section 6).</summary>
internal static class OurReceivers
{
    /// <summary>All receivers of which at least one HER-id is ours.</summary>
    public static IReadOnlyList<OurReceiver> Of(MsgInfo info, AppRecKnowledge known)
    {
        var ours = new List<OurReceiver>();
        Add(AnsweringReceiver.Primary, info.Receiver.Address, roleIsKnown: true);
        for (var i = 0; i < info.OtherReceivers.Count; i++)
        {
            var other = info.OtherReceivers[i];
            var address = other.Organisation is not null
                ? HerAddress.Of(other.Organisation)
                : new HerAddress(null, HerAddress.Normal(other.Professional?.IdOf("HER")));
            Add(new AnsweringReceiver(i), address, Codes.MessageLists.ReceiverRole.Has(other.Role.V));
        }

        return ours;

        void Add(AnsweringReceiver from, HerAddress address, bool roleIsKnown)
        {
            var enterprise = address.Enterprise is { } e && known.Enterprises.Contains(e);
            var service = address.Service is { } s && known.Services.Contains(s);
            if (!enterprise && !service) return;
            ours.Add(new OurReceiver(from, Fault(address, enterprise, service, roleIsKnown)));
        }
    }

    private static CV? Fault(HerAddress address, bool enterprise, bool service, bool roleIsKnown) => (enterprise, service) switch
    {
        _ when address.Enterprise is null => AppRecError.Of("E21", "HER-id på nivå 1 (virksomhet) mangler."),
        _ when address.Service is null => AppRecError.Of("E21", "HER-id på nivå 2 (tjeneste eller person) mangler."),
        (false, _) => AppRecError.Of("E21", "Tjenesten hører ikke til virksomheten meldingen er adressert til."),
        (_, false) => AppRecError.Of("E21", "Tjenesten eller personen er ikke kjent hos virksomheten."),
        _ when !roleIsKnown => AppRecError.Of("E21", "Mottakerens rolle er ikke en gyldig verdi."),
        _ => null,
    };
}
