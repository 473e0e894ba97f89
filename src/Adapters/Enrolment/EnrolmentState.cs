using Hub.Core.Content;

namespace Hub.Adapters.Enrolment;

/// <summary>Whether a patient is followed up, as was told last. Kept as <see cref="Hub.Core.Storage.RecordKinds.Enrolment"/>, a version for each change.</summary>
/// <param name="State">What was told.</param>
/// <param name="Since">From when it holds.</param>
public sealed record EnrolmentState(FollowUpState State, DateTimeOffset Since)
{
    /// <summary>What holds after a status was told. One from before what is known changes nothing, unless it corrects another.</summary>
    /// <param name="known">What is known; null when nothing is.</param>
    /// <param name="told">What was told.</param>
    /// <returns>What holds now: <paramref name="known"/> itself where nothing changes.</returns>
    public static EnrolmentState After(EnrolmentState? known, PatientStatus told)
    {
        var next = new EnrolmentState(told.State, told.Time.Start);
        return known is not null && (next == known || (told.Corrects is null && next.Since < known.Since)) ? known : next;
    }

    /// <summary>Whether somebody follows the patient up, and so may be told who it is: from the inclusion on, also while it is paused, until it has ended. Nothing known is nobody.</summary>
    /// <param name="known">What is known; null when nothing is.</param>
    /// <param name="now">The moment.</param>
    /// <returns>True when somebody does.</returns>
    public static bool IsFollowed(EnrolmentState? known, DateTimeOffset now) => known is not null && (known.State != FollowUpState.Ended || now < known.Since);
}
