using Hub.Kith.Codes;
using Hub.Kith.Types;

namespace Hub.Kith.AppRec;

/// <summary>Which receiver of the message answers.</summary>
/// <param name="Copy">-1 for the main receiver, else the place among the other receivers, from 0.</param>
public readonly record struct AnsweringReceiver(int Copy)
{
    /// <summary>The main receiver.</summary>
    public static AnsweringReceiver Primary { get; } = new(-1);

    /// <summary>Whether this is the main receiver.</summary>
    public bool IsPrimary => Copy < 0;
}

/// <summary>One answer: for whom, and what.</summary>
/// <param name="From">The receiver that answers.</param>
/// <param name="Role">Its role in the version used: PRIM or COP, in 1.0 REQ, SPR or COP.</param>
/// <param name="Errors">Faults, list 8221; none when the message is accepted.</param>
public sealed record ReceiptAnswer(AnsweringReceiver From, string Role, IReadOnlyList<CV> Errors)
{
    /// <summary>Whether the message is rejected for this receiver.</summary>
    public bool IsRejection => Errors.Count > 0;

    /// <summary>Status, list 8258.</summary>
    public CS Status => MessageLists.AppRecStatus.Cs(IsRejection ? "2" : "1");
}
