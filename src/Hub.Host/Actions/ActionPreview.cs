using Hub.Core.Deliveries;
using Hub.Core.Storage;

namespace Hub.Host.Actions;

/// <summary>What an action would do, counted.</summary>
/// <param name="Matched">Deliveries that are selected; for a replay messages.</param>
/// <param name="AlreadyDelivered">Left alone: they have arrived.</param>
/// <param name="Duplicates">Done, but the receiver may have them twice.</param>
/// <param name="TooOld">Left alone: their bytes may be deleted already.</param>
/// <param name="NotAllowed">Left alone: their state does not allow it.</param>
/// <param name="ByPartner">How many are done, by receiving partner. Of a replay by the partners that the messages went to; the routes of today may say otherwise.</param>
/// <param name="ToDo">What is done, in order; for a replay the message with number 0.</param>
internal sealed record ActionPreview(
    int Matched, int AlreadyDelivered, int Duplicates, int TooOld, int NotAllowed, IReadOnlyDictionary<string, int> ByPartner, IReadOnlyList<DeliveryId> ToDo)
{
    /// <summary>Of those that would be held or discarded: sent and not answered yet, or being sent by this node. What is out is not called back; the receiver may get it all the same.</summary>
    public int UnderWay { get; private init; }

    private const int Least = 2;
    private const int Percent = 5;

    /// <summary>Counts.</summary>
    /// <param name="verb">What is done.</param>
    /// <param name="alsoDelivered">Whether what has arrived is sent again as well.</param>
    /// <param name="selected">What is selected.</param>
    /// <param name="isTooOld">Whether the bytes of a message may be deleted already.</param>
    /// <param name="inFlight">What is being sent at this moment; null = nothing.</param>
    /// <returns>The preview.</returns>
    public static ActionPreview Of(ActVerb verb, bool alsoDelivered, IReadOnlyList<Selected> selected, Func<MessageHead, bool> isTooOld, IReadOnlySet<DeliveryId>? inFlight = null)
    {
        var judge = new ActionJudge(verb, alsoDelivered);
        var byPartner = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var counts = new int[Enum.GetValues<ActionVerdict>().Length];
        var toDo = new List<DeliveryId>();
        var underWay = 0;
        foreach (var (message, deliveries) in selected.OrderBy(s => s.Message.Id))
        {
            IEnumerable<IReadOnlyList<DeliveryHead>> units = verb == ActVerb.Replay ? [deliveries] : deliveries.OrderBy(d => d.Id).Select(d => new[] { d });
            foreach (var unit in units)
            {
                var verdict = judge.Of(unit, isTooOld(message));
                counts[(int)verdict]++;
                if (verdict > ActionVerdict.Duplicate)
                    continue;
                toDo.Add(verb == ActVerb.Replay ? new DeliveryId(message.Id, 0) : unit[0].Id);
                if (verb is ActVerb.Park or ActVerb.Discard && IsUnderWay(unit[0]))
                    underWay++;
                foreach (var partner in unit.Select(d => d.Partner).Distinct())
                    byPartner[partner] = byPartner.GetValueOrDefault(partner) + 1;
            }
        }

        return new ActionPreview(
            counts.Sum(), counts[(int)ActionVerdict.AlreadyDelivered], counts[(int)ActionVerdict.Duplicate], counts[(int)ActionVerdict.TooOld], counts[(int)ActionVerdict.NotAllowed], byPartner, toDo)
        {
            UnderWay = underWay,
        };

        bool IsUnderWay(DeliveryHead delivery) => delivery.State == DeliveryState.AwaitingReceipt || inFlight?.Contains(delivery.Id) == true;
    }

    /// <summary>How the selection differs from what somebody was shown.</summary>
    /// <param name="shown">What was shown.</param>
    /// <returns>In words; null when it differs by no more than 5 per cent, or 2.</returns>
    public string? Differs(ShownCounts shown)
    {
        var most = Math.Max(Least, shown.Matched * Percent / 100);
        var changes = new[]
        {
            ("to do", shown.ToDo, ToDo.Count), ("matched", shown.Matched, Matched), ("already delivered", shown.AlreadyDelivered, AlreadyDelivered), ("duplicates", shown.Duplicates, Duplicates),
        }.Where(c => Math.Abs(c.Item2 - c.Item3) > most).Select(c => $"{c.Item1}: {c.Item2} then, {c.Item3} now").ToList();
        return changes.Count == 0 ? null : string.Join("; ", changes);
    }
}

/// <summary>The counts that somebody was shown.</summary>
/// <param name="Matched">Selected.</param>
/// <param name="AlreadyDelivered">Left alone since they have arrived.</param>
/// <param name="Duplicates">Possibly twice at the receiver.</param>
/// <param name="ToDo">Done.</param>
internal sealed record ShownCounts(int Matched, int AlreadyDelivered, int Duplicates, int ToDo);
