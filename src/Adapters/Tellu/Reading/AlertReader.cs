using Hub.Adapters.Json;
using Hub.Adapters.Tellu.Codes;
using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Fhir.Terminology;

namespace Hub.Adapters.Tellu.Reading;

/// <summary>An alert, raised or closed: the entry's kind says which, its id is the alert's.</summary>
internal static class AlertReader
{
    private static readonly Shape Body = new("alarm", "text", "cause", "closedBy", "action");
    private static readonly Shape Cause = new("kind", "id", "rev");

    public static Alert? Read(EntryContext entry)
    {
        if (entry.At.Object("alert", Body, required: true) is not { } body)
            return null;
        var code = TelluCodes.Alarms.TryRead(body, "alarm", out var alarm, required: true, IntakeErrors.UnknownKind) && VkpAlertCodes.Terms.Find(alarm) is { } term
            ? new Concept([new Coding(term.System, term.Code, term.Display)])
            : null;
        var text = body.Text("text");
        var causes = new List<string>();
        foreach (var cause in body.Has("cause") ? body.Objects("cause", Cause) : [])
        {
            if (EntryKinds.Table.TryRead(cause, "kind", out var kind, required: true, IntakeErrors.UnknownKind) && cause.Text("id", required: true, 120) is { } id)
                causes.Add(EntryReader.SourceId(kind, id, cause.Integer("rev") ?? 1));
        }

        var closedBy = PersonReader.Read(body, "closedBy");
        var action = body.Text("action");
        if (entry.Kind == EntryKind.AlertRaised && (closedBy is not null || action is not null))
            body.Fail(IntakeErrors.UnknownField, closedBy is null ? "action" : "closedBy", "An alert that is only raised has nobody who closed it and no action.");
        return new Alert(entry.Id, entry.Kind == EntryKind.AlertRaised ? AlertState.Raised : AlertState.Closed, entry.Time)
        {
            Code = code,
            Cause = text,
            CausedBy = causes,
            ClosedBy = closedBy,
            Action = action,
        };
    }
}
