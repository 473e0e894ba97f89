using Hub.Core.Adapters;

namespace Hub.Core.Identities;

/// <summary>Puts notes on patient numbers where repairs stand.</summary>
public static class PatientIdNotes
{
    /// <summary>The note as a repair for the timeline, null when there is nothing to note.</summary>
    /// <param name="note">The note.</param>
    /// <param name="path">Where the number stood.</param>
    /// <returns>The repair or null.</returns>
    public static Repair? ToRepair(this PatientIdNote note, string path) => note switch
    {
        PatientIdNote.CheckDigits => new(path, "national-id-check-digits", "Taken although the check digits fail, since this is a test environment."),
        PatientIdNote.LooksReal => new(path, "national-id-looks-real", "Taken although it looks like a real person's number; test environments should use synthetic people."),
        PatientIdNote.Unverifiable => new(path, "identifier-unverifiable", "Taken as it came although it is no national identity number, since this is a test environment."),
        _ => null,
    };
}
