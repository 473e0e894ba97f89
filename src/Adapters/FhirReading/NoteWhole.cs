using Hub.Core.Content;
using Hub.Fhir.Model;

namespace Hub.Adapters.FhirReading;

/// <summary>The note with what came with it.</summary>
internal static class NoteWhole
{
    /// <summary>Puts it together.</summary>
    /// <param name="note">The note.</param>
    /// <param name="contents">Everything that came with it.</param>
    /// <param name="alert">The alert that it follows, null when none came with it.</param>
    /// <param name="attached">What goes along with it beside the alert.</param>
    /// <param name="identifiers">Its identifiers.</param>
    public static JournalNote Of(JournalNote note, IReadOnlyList<HomeContent> contents, Alert? alert, IReadOnlyList<HomeContent> attached, IEnumerable<Identifier?> identifiers)
    {
        var gravest = contents.Aggregate(Triage.None, (t, c) => Lights.Graver(t, c.Triage));
        return note with
        {
            Triage = alert is { Triage: not Triage.None } ? alert.Triage : gravest,
            NoteCategory = CategoryOf(alert, contents),
            FollowsAlert = alert?.AlertId,
            Alert = alert,
            Attached = attached,
            Identifiers = Terms.Ids(identifiers),
        };
    }

    // VKP alert codes 5.3 and below it say that something expected did not come.
    private static string CategoryOf(Alert? alert, IReadOnlyList<HomeContent> contents) =>
        alert is null ? contents.Any(c => c is DeviceEvent) ? "device-event" : "free"
        : alert.Category is "5.3.1" or "5.3.2" ? "task-not-done"
        : alert.State == AlertState.Closed ? "alert-closed"
        : "alert";
}
