namespace Hub.Core.Content;

/// <summary>Responsibility for a patient's follow-up moves from one organisation to another (hospital to municipality, or back): who, when, and what goes along.</summary>
/// <param name="HandoverId">The source's id of the handover.</param>
/// <param name="Time">When responsibility moves.</param>
/// <param name="Summary">Headed texts in order: status, what was agreed, what to watch for.</param>
public sealed record CareHandover(string HandoverId, ClinicalTime Time, IReadOnlyList<NoteSection> Summary) : HomeContent
{
    /// <inheritdoc/>
    public override ContentKind Kind => ContentKind.Handover;

    /// <inheritdoc/>
    public override string? Category => Stage.ToString().ToLowerInvariant();

    /// <summary>How far it has come; a source that only tells that responsibility moves has transferred it.</summary>
    public HandoverStage Stage { get; init; } = HandoverStage.Transferred;

    /// <summary>Why it was refused or withdrawn, in words; null when not said.</summary>
    public string? Reason { get; init; }

    /// <summary>Who gives responsibility away, null when it is the source itself.</summary>
    public Party? From { get; init; }

    /// <summary>Who is asked to take it, null when it is the tenant itself.</summary>
    public Party? To { get; init; }

    /// <summary>Who wrote it, null when unknown.</summary>
    public Party? Author { get; init; }

    /// <summary>The plan in force, null when there is none.</summary>
    public SelfTreatmentPlan? Plan { get; init; }

    /// <summary>The last values, empty when none were sent along.</summary>
    public IReadOnlyList<Measurement> LastValues { get; init; } = [];

    /// <summary>Services the patient has (Volven 9151), empty when not said.</summary>
    public IReadOnlyList<Coding> Services { get; init; } = [];
}

/// <summary>How far a handover has come.</summary>
public enum HandoverStage
{
    /// <summary>Responsibility moves at the time of the handover (default).</summary>
    Transferred,

    /// <summary>Asked for; the receiver has not answered.</summary>
    Proposed,

    /// <summary>The receiver takes the patient at the time of the handover.</summary>
    Accepted,

    /// <summary>The receiver does not take the patient.</summary>
    Refused,

    /// <summary>Taken back by the one who asked.</summary>
    Withdrawn,
}
