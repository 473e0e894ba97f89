namespace Hub.Kith.Plo;

/// <summary>A message of a chain: what was sent first, and what changed or cancelled it (HIS 1154).</summary>
/// <param name="MessageId">MsgId.</param>
/// <param name="First">RefToConversation: MsgId of the first message; its own when it is the first.</param>
/// <param name="Status">N, M or C.</param>
/// <param name="SentAt">GenDate.</param>
public sealed record PloLink(string MessageId, string First, string Status, DateTimeOffset SentAt);

/// <summary>
/// The state of a chain, whatever order its messages came in. M carries the complete content and replaces what was there; C ends the chain for good,
/// also when it came before what it cancels.
/// </summary>
/// <param name="Current">The message whose content is in force; <see langword="null"/> while the first is missing or when the chain is cancelled.</param>
/// <param name="IsCancelled">Whether a C has come.</param>
/// <param name="WaitsForFirst">Whether the first message (N) has not come yet: what came is kept and applied when it does.</param>
public sealed record PloChain(PloLink? Current, bool IsCancelled, bool WaitsForFirst)
{
    /// <summary>The state after some messages of one chain.</summary>
    /// <param name="links">The messages in the order they came; the same message twice counts once.</param>
    public static PloChain Of(IEnumerable<PloLink> links)
    {
        var all = links.DistinctBy(static l => l.MessageId).ToList();
        var hasFirst = all.Any(static l => l.Status == "N");
        var cancelled = all.Any(static l => l.Status == "C");
        var last = all.Where(static l => l.Status is "N" or "M").OrderBy(static l => l.Status == "N" ? 0 : 1).ThenBy(static l => l.SentAt).LastOrDefault();
        return new PloChain(cancelled || !hasFirst ? null : last, cancelled, !hasFirst);
    }
}
