using Hub.Core.Content;
using Hub.Core.Tenants;

namespace Hub.Adapters.Handovers;

/// <summary>A handover as it stands. Every change is a version in the register.</summary>
/// <param name="Id">Its id: the proposer's.</param>
/// <param name="Patient">Who is handed over.</param>
/// <param name="From">Party that gives responsibility away.</param>
/// <param name="To">Party that is asked to take it.</param>
/// <param name="Stage">How far it has come.</param>
/// <param name="Content">What goes along: summary, plan, thresholds, last values; its time is the agreed moment.</param>
/// <param name="ProposedAt">When it was proposed.</param>
public sealed record HandoverState(string Id, Patient Patient, string From, string To, HandoverStage Stage, CareHandover Content, DateTimeOffset ProposedAt)
{
    /// <summary>Time a receiver has for an answer, whatever moment was agreed: the tenant's setting when it was proposed (<see cref="HandoverSettings.AnswerWithin"/>).</summary>
    public TimeSpan TimeToAnswer { get; init; } = new HandoverSettings().AnswerWithin;

    /// <summary>When it was answered or taken back, null while it is open.</summary>
    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>Name of the professional who answered or took it back, null when not said.</summary>
    public string? DecidedBy { get; init; }

    /// <summary>Why it was refused or taken back, null when it was not.</summary>
    public string? Reason { get; init; }

    /// <summary>The dialogue in which it was proposed by message (<c>conversation:FIRST/LAST</c>), null when it was not.</summary>
    public string? Conversation { get; init; }

    /// <summary>The agreed moment.</summary>
    public DateTimeOffset Moment => Content.Time.Start;

    /// <summary>Until when an answer is waited for: the agreed moment, and for <see cref="TimeToAnswer"/> at least.</summary>
    public DateTimeOffset AnswerBy => Moment > ProposedAt + TimeToAnswer ? Moment : ProposedAt + TimeToAnswer;

    /// <summary>When responsibility moves: at the agreed moment, or at the answer when that came later.</summary>
    public DateTimeOffset MovesAt => DecidedAt is { } decided && decided > Moment ? decided : Moment;

    /// <summary>True until it has ended in one way or another.</summary>
    public bool IsOpen => Stage is HandoverStage.Proposed or HandoverStage.Accepted;

    /// <summary>When something happens by itself, null when nothing will.</summary>
    public DateTimeOffset? NextDue => Stage switch
    {
        HandoverStage.Proposed => AnswerBy,
        HandoverStage.Accepted => MovesAt,
        _ => null,
    };
}
