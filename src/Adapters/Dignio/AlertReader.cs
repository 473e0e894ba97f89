using Hub.Adapters.Json;
using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Fhir.Terminology;

namespace Hub.Adapters.Dignio;

/// <summary>An alert, raised or closed. Its traffic light stands beside it in the event.</summary>
internal static class AlertReader
{
    private static readonly Shape Body = new("alertId", "state", "code", "cause", "causedBy", "closedBy", "action");

    private static readonly Choices<AlertState> States = new(("raised", AlertState.Raised), ("closed", AlertState.Closed));

    public static Alert? Read(Fields at, ClinicalTime? time)
    {
        if (at.Object("alert", Body, required: true) is not { } body)
            return null;

        var id = body.Text("alertId", required: true, 200);
        var state = body.Choice("state", States, required: true);
        var code = Code(body);
        var cause = body.Text("cause");
        var action = body.Text("action");
        var causedBy = new List<string>();
        foreach (var item in body.Items("causedBy"))
        {
            if (body.AsText(item, "causedBy") is { } source)
                causedBy.Add(source);
        }

        var closedBy = PartyReader.Read(body, "closedBy");
        if (state == AlertState.Raised && (closedBy is not null || action is not null))
            body.Fail(IntakeErrors.BadFormat, "state", "An alert that is only raised has nobody who closed it and no action.");
        return id is null || state is null || time is null ? null : new Alert(id, state.Value, time)
        {
            Code = code,
            Cause = cause is null ? null : PlainText.From(cause, body.Findings, body.PathOf("cause")),
            CausedBy = causedBy,
            ClosedBy = closedBy,
            Action = action is null ? null : PlainText.From(action, body.Findings, body.PathOf("action")),
        };
    }

    private static Concept? Code(Fields body)
    {
        if (body.Text("code", longest: 20) is not { } code)
            return null;
        if (VkpAlertCodes.Terms.Find(code) is { } term)
            return new Concept([new Coding(term.System, term.Code, term.Display)]);
        body.Fail(IntakeErrors.UnknownKind, "code", "This is no VKP alert code (vkp-alert-code-v090).");
        return null;
    }
}
