using Hub.ChaosTests.Load;

namespace Hub.ChaosTests.Proof;

/// <summary>What senders and the receiver may see of nodes that are restarted in order, beside the promises that always hold. Pure.</summary>
internal static class RestartVerdict
{
    private const int Shown = 5;

    /// <summary>Every way in which a restart showed that it must not.</summary>
    /// <param name="sent">Every event.</param>
    /// <param name="repeats">How often the receiver was sent what it had already.</param>
    /// <returns>Empty when all was well.</returns>
    public static IReadOnlyList<string> Breaches(IReadOnlyList<SentEvent> sent, long repeats)
    {
        var breaches = new List<string>();
        void Look(string what, Func<SentEvent, bool> isWrong)
        {
            var wrong = sent.Where(isWrong).ToList();
            if (wrong.Count > 0)
                breaches.Add($"{wrong.Count} events {what}: {string.Join("; ", wrong.Take(Shown).Select(e => $"{e.Tenant} {e.EventId} {string.Join(", ", e.Tries)}"))}");
        }

        Look("were answered with something that a sender cannot try again", e => e.Tries.Any(t => !MayHappen(t)));
        Look("of a balancer did not go through at the first try", e => e.IsBalanced && e.Tries.Count > 1);

        // Known already: a try before was taken in, and its answer did not come.
        Look("were taken in without an answer", e => e.Tries.Any(t => t.Status == 200));
        if (sent.Select(e => e.IsBalanced).Distinct().Count() < 2)
            breaches.Add("not both kinds of senders sent");
        if (repeats > 0)
            breaches.Add($"the receiver was sent {repeats} documents again: what was being sent had to be finished before another node took over");
        return breaches;
    }

    // A connection that is cut before the request was read is as good as refused; whether it was read shows in the answer to the next try.
    private static bool MayHappen(Try one) => one switch
    {
        { Status: 200 or 202 } => true,
        { Status: 503, SaysWhen: true } => true,
        { Lost: Lost.Refused or Lost.Cut } => true,
        _ => false,
    };
}
