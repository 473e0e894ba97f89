using System.Collections.Immutable;

namespace Hub.Kith.MsgHead;

/// <summary>
/// Memory of one chain of sendings, which may arrive in any order. Whatever the order, the end is the same: nothing shown before the first sending
/// has come, then the newest content by GenDate, and nothing once a cancellation is there.
/// </summary>
public sealed record ForsendelseHistory
{
    /// <summary>A chain of which nothing has come.</summary>
    public static ForsendelseHistory Empty { get; } = new();

    /// <summary>MsgIds of the sendings decided on.</summary>
    public ImmutableHashSet<string> Seen { get; init; } = ImmutableHashSet.Create<string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the first sending has come.</summary>
    public bool HasFirst { get; init; }

    /// <summary>Whether a cancellation has come.</summary>
    public bool IsCancelled { get; init; }

    /// <summary>The sending with the newest content, shown or held.</summary>
    public Forsendelse? Newest { get; init; }

    /// <summary>Decides on a sending of this chain.</summary>
    /// <param name="next">The sending.</param>
    public ForsendelseDecision Decide(Forsendelse next)
    {
        ArgumentNullException.ThrowIfNull(next);
        if (Seen.Contains(next.MsgId)) return new ForsendelseDecision(ForsendelseAction.IgnoreDuplicate, Shown, this);
        var seen = this with { Seen = Seen.Add(next.MsgId) };
        return next.Status switch
        {
            Forsendelsesstatus.Kansellering => seen.Cancelled(),
            Forsendelsesstatus.Ny => seen.First(next),
            _ => seen.Change(next),
        };
    }

    private string? Shown => HasFirst && !IsCancelled ? Newest?.MsgId : null;

    private ForsendelseDecision Cancelled()
    {
        var after = this with { IsCancelled = true };
        return Decided(HasFirst ? ForsendelseAction.Cancel : ForsendelseAction.HoldForFirst, after);
    }

    private ForsendelseDecision First(Forsendelse first)
    {
        var overtaken = Newest is not null && !IsNewer(first);
        var after = this with { HasFirst = true, Newest = overtaken ? Newest : first };
        if (IsCancelled) return Decided(ForsendelseAction.FileCancelled, after);
        if (!overtaken) return Decided(HasFirst ? ForsendelseAction.Supersede : ForsendelseAction.Apply, after);
        return Decided(HasFirst ? ForsendelseAction.IgnoreOlder : ForsendelseAction.ApplyHeldChange, after);
    }

    private ForsendelseDecision Change(Forsendelse change)
    {
        var newer = IsNewer(change);
        var after = newer ? this with { Newest = change } : this;
        if (IsCancelled) return Decided(ForsendelseAction.FileCancelled, after);
        if (!HasFirst) return Decided(newer ? ForsendelseAction.HoldForFirst : ForsendelseAction.IgnoreOlder, after);
        return Decided(newer ? ForsendelseAction.Supersede : ForsendelseAction.IgnoreOlder, after);
    }

    // A change made in the same second as the first sending is the newer of the two, whichever comes first; between two changes the identifier
    // decides, so that every receiver and every order of arrival gives the same answer.
    private bool IsNewer(Forsendelse other)
    {
        if (Newest is null || other.Generated > Newest.Generated) return true;
        if (other.Generated < Newest.Generated) return false;
        return other.Status != Newest.Status
            ? other.Status == Forsendelsesstatus.Endring
            : string.CompareOrdinal(other.MsgId, Newest.MsgId) > 0;
    }

    private static ForsendelseDecision Decided(ForsendelseAction action, ForsendelseHistory after) => new(action, after.Shown, after);
}
