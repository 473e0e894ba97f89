namespace Hub.Kith.MsgHead;

/// <summary>What to do with a sending.</summary>
public enum ForsendelseAction
{
    /// <summary>Show its content.</summary>
    Apply,

    /// <summary>Show its content in place of the one shown before.</summary>
    Supersede,

    /// <summary>File it as history: newer content is shown.</summary>
    IgnoreOlder,

    /// <summary>Same MsgId as one already decided on: nothing to do.</summary>
    IgnoreDuplicate,

    /// <summary>Strike out the whole chain.</summary>
    Cancel,

    /// <summary>Keep it until the first sending comes: a change or cancellation has overtaken it.</summary>
    HoldForFirst,

    /// <summary>The first sending has come after its change: file the first as history and show the change held.</summary>
    ApplyHeldChange,

    /// <summary>The sending belongs to a chain already cancelled: file it struck out.</summary>
    FileCancelled,
}

/// <summary>A decision with the memory to keep for the next one.</summary>
/// <param name="Action">What to do.</param>
/// <param name="Show">MsgId of the sending whose content is shown from now on; <see langword="null"/> when none is.</param>
/// <param name="History">Memory of the chain.</param>
public sealed record ForsendelseDecision(ForsendelseAction Action, string? Show, ForsendelseHistory History);
