using Hub.Simulators.Messaging;

namespace Hub.ChaosTests.Proof;

/// <summary>Holds the accounts of a round on the message network against each other. Pure.</summary>
internal static class NetworkVerdict
{
    private const int Shown = 5;

    /// <summary>Every way in which a promise was broken; empty when all were kept.</summary>
    public static IReadOnlyList<string> Breaches(NetworkEvidence e) =>
    [
        .. Answers(e),
        .. Balance(e),
        .. EachOnce("plan", [.. e.Plans.Where(p => p.MessageId is not null).Select(p => p.EventId)], e.AtGp),
        .. EachOnce("letter", [.. e.Letters.Select(l => l.DocumentId)], e.AtJournal),
        .. Order(e),
        .. Final("letter", e.Letters, LetterAnswer.Accepted),
        .. Final("AppRec of the GP", e.Receipts, LetterAnswer.NotDue),
        .. e.Second > 0 ? new[] { $"{e.Second} documents were made into a second message" } : [],
        .. e.Faults.Take(Shown).Select(f => $"a counterpart found a fault: {f}"),
    ];

    private static IEnumerable<string> Answers(NetworkEvidence e)
    {
        if (e.Plans.Count == 0 || e.Letters.Count == 0)
            yield return "nothing was sent one way";
        if (e.Plans.Count(p => p.MessageId is null) is > 0 and var count)
            yield return $"{count} plans never got an answer or were refused";
    }

    private static IEnumerable<string> Balance(NetworkEvidence e)
    {
        if (!e.Hub.Balances || e.Hub.Pending != 0)
            yield return $"the hub's ledger has pending deliveries or does not balance: {e.Hub}";
        if (e.Hub.DeadLettered != 0)
            yield return $"{e.Hub.DeadLettered} dead letters";
        // Each letter is delivered to the journal and answered; each plan is delivered to the GP.
        var due = e.Plans.Count(p => p.MessageId is not null) + (2 * e.Letters.Count);
        if (e.Hub.Delivered != due)
            yield return $"the hub delivered {e.Hub.Delivered}, due were {due}";
    }

    private static IEnumerable<string> EachOnce(string what, IReadOnlyCollection<string> due, IReadOnlyList<string> effects)
    {
        var counts = effects.GroupBy(x => x, StringComparer.OrdinalIgnoreCase).ToDictionary(g => g.Key, g => g.Count(), StringComparer.OrdinalIgnoreCase);
        var lost = due.Where(d => !counts.ContainsKey(d)).ToList();
        if (lost.Count > 0)
            yield return $"{lost.Count} of each {what} never took effect: {string.Join(", ", lost.Take(Shown))}";
        var twice = counts.Where(c => c.Value > 1).Select(c => c.Key).ToList();
        if (twice.Count > 0)
            yield return $"{twice.Count} of each {what} took effect more than once: {string.Join(", ", twice.Take(Shown))}";
        var foreign = counts.Keys.Except(due, StringComparer.OrdinalIgnoreCase).ToList();
        if (foreign.Count > 0)
            yield return $"{foreign.Count} effects belong to no {what}: {string.Join(", ", foreign.Take(Shown))}";
    }

    // Who loses messages gives up their order; the numbers of a patient's plans follow its dash.
    private static IEnumerable<string> Order(NetworkEvidence e)
    {
        foreach (var patient in e.KeepsOrder ? e.AtGp.Where(id => id.Contains('-', StringComparison.Ordinal)).GroupBy(id => id[..id.IndexOf('-', StringComparison.Ordinal)]) : [])
        {
            var numbers = patient.Select(id => int.Parse(id[(patient.Key.Length + 1)..], System.Globalization.CultureInfo.InvariantCulture)).ToList();
            if (!numbers.SequenceEqual(numbers.Order()))
                yield return $"the plans of patient {patient.Key} took effect out of order: {string.Join(", ", numbers)}";
        }
    }

    private static IEnumerable<string> Final(string what, IReadOnlyList<SentLetter> sent, LetterAnswer expected)
    {
        foreach (var open in sent.Where(s => !s.IsFinal || !s.IsDelivered || s.Answer != expected).Take(Shown))
            yield return $"a {what} ended as {open.Phase}, answer {open.Answer}, sent {open.TimesSent} times: {open.DocumentId}";
    }
}
