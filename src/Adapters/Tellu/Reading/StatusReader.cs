using Hub.Adapters.Json;
using Hub.Adapters.Tellu.Codes;
using Hub.Core.Content;

namespace Hub.Adapters.Tellu.Reading;

/// <summary>A patient was included in, paused from or taken out of home follow-up.</summary>
internal static class StatusReader
{
    private static readonly Shape Body = new("state", "text", "by");

    public static PatientStatus? Read(EntryContext entry)
    {
        if (entry.At.Object("status", Body, required: true) is not { } body)
            return null;
        var known = TelluCodes.FollowUpStates.TryRead(body, "state", out var state, required: true);
        var text = body.Text("text");
        var by = PersonReader.Read(body, "by");
        return known ? new PatientStatus(state, entry.Time) { Reason = text, DecidedBy = by } : null;
    }
}
