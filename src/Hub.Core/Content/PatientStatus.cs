namespace Hub.Core.Content;

/// <summary>Whether a patient is followed up.</summary>
public enum FollowUpState
{
    /// <summary>Included.</summary>
    Included,

    /// <summary>Paused, such as during a hospital stay.</summary>
    Paused,

    /// <summary>Ended.</summary>
    Ended,
}

/// <summary>The patient was included in, paused from or ended home follow-up.</summary>
/// <param name="State">The new state.</param>
/// <param name="Time">From when.</param>
public sealed record PatientStatus(FollowUpState State, ClinicalTime Time) : HomeContent
{
    /// <inheritdoc/>
    public override ContentKind Kind => ContentKind.Status;

    /// <inheritdoc/>
    public override string? Category => State.ToString().ToLowerInvariant();

    /// <summary>Why, null when not said.</summary>
    public string? Reason { get; init; }

    /// <summary>Who decided, null when not said.</summary>
    public Party? DecidedBy { get; init; }
}
