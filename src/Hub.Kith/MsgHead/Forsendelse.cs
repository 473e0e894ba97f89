namespace Hub.Kith.MsgHead;

/// <summary>One sending of a document that may be changed and cancelled (HIS 1154).</summary>
/// <param name="MsgId">Its MsgId; always a new one.</param>
/// <param name="Status">Its status.</param>
/// <param name="Generated">Its GenDate.</param>
/// <param name="First">MsgId of the first sending: its own for <see cref="Forsendelsesstatus.Ny"/>, else RefToConversation.</param>
public sealed record Forsendelse(string MsgId, Forsendelsesstatus Status, DateTimeOffset Generated, string First)
{
    /// <summary>A sending from the head of its message and the status in its document.</summary>
    /// <param name="info">Head. A time that cannot be read counts as the earliest.</param>
    /// <param name="status">Code of list 7309; anything but M and C counts as new.</param>
    public static Forsendelse Of(MsgInfo info, string? status)
    {
        ArgumentNullException.ThrowIfNull(info);
        var kind = status switch { "M" => Forsendelsesstatus.Endring, "C" => Forsendelsesstatus.Kansellering, _ => Forsendelsesstatus.Ny };
        var first = kind == Forsendelsesstatus.Ny ? info.MsgId : Conversation.Find(info, _ => null).FirstMsgId;
        return new Forsendelse(info.MsgId, kind, info.GenDate.Instant ?? DateTimeOffset.MinValue, first);
    }
}
