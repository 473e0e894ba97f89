using Hub.Core.Content;
using Hub.Fhir.Model;

namespace Hub.Adapters.Vkp;

/// <summary>The note with what came with it.</summary>
internal static class NoteWhole
{
    public static JournalNote Of(JournalNote note, IReadOnlyList<DocumentPart> parts, Alert? alert, Bundle bundle, Composition composition)
    {
        var gravest = parts.Aggregate(Triage.None, (t, p) => Lights.Graver(t, p.Content.Triage));
        return note with
        {
            Triage = alert is { Triage: not Triage.None } ? alert.Triage : gravest,
            NoteCategory = CategoryOf(alert, parts),
            FollowsAlert = alert?.AlertId,
            Alert = alert,
            Attached = [.. parts.Where(p => p.Issue is null || !ReferenceEquals(p.Issue, alert)).Select(p => p.Content)],
            Identifiers = Terms.Ids([bundle.Identifier, composition.Identifier]),
        };
    }

    // VKP alert codes 5.3 and below it say that something expected did not come.
    private static string CategoryOf(Alert? alert, IReadOnlyList<DocumentPart> parts) =>
        alert is null ? parts.Any(p => p.Content is DeviceEvent) ? "device-event" : "free"
        : alert.Category is "5.3.1" or "5.3.2" ? "task-not-done"
        : alert.State == AlertState.Closed ? "alert-closed"
        : "alert";
}
