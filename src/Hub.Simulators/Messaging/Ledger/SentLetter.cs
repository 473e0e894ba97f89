using Hub.Ebxml;
using Hub.Ebxml.Reliability;

namespace Hub.Simulators.Messaging;

/// <summary>A message the counterpart sent, and what became of it.</summary>
/// <param name="No">Order of sending, from 1.</param>
/// <param name="MessageId">eb:MessageId.</param>
/// <param name="DocumentId">MsgId of the document, or the receipt's id.</param>
/// <param name="Type">Code list 8279; APPREC for a receipt.</param>
/// <param name="ToHer">HER-id of the receiver.</param>
/// <param name="Patient">National id of the patient; empty when there is none.</param>
/// <param name="At">When it was made.</param>
public sealed record SentLetter(int No, string MessageId, string DocumentId, string Type, int ToHer, string Patient, DateTimeOffset At)
{
    /// <summary>How far the message has come.</summary>
    public SentPhase Phase { get; init; }

    /// <summary>Why it was not delivered; null otherwise.</summary>
    public Failure? Failure { get; init; }

    /// <summary>How often it was handed over.</summary>
    public int TimesSent { get; init; }

    /// <summary>Whether a good receipt came after it had been given up.</summary>
    public bool IsLate { get; init; }

    /// <summary>The application's answer.</summary>
    public LetterAnswer Answer { get; init; }

    /// <summary>Codes of a rejection, list 8221.</summary>
    public IReadOnlyList<string> Codes { get; init; } = [];

    /// <summary>Steps of the message that this shows.</summary>
    internal int Step { get; init; }

    /// <summary>True when nothing more is expected.</summary>
    public bool IsFinal => Phase != SentPhase.Waiting && (Answer != LetterAnswer.Waiting || Phase is SentPhase.Refused);

    /// <summary>True when the receiver has it.</summary>
    public bool IsDelivered => Phase is SentPhase.Acknowledged or SentPhase.Warned || IsLate;
}

/// <summary>What the receiving application said of a document.</summary>
public enum LetterAnswer
{
    /// <summary>Nothing yet.</summary>
    Waiting,

    /// <summary>No answer is due: the message was itself a receipt.</summary>
    NotDue,

    /// <summary>AppRec: OK.</summary>
    Accepted,

    /// <summary>AppRec: rejected.</summary>
    Rejected,

    /// <summary>No AppRec in time: counts as rejected until one comes late.</summary>
    Silent,
}
