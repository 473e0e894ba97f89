using Hub.Adapters.Json;
using Hub.Core.Content;

namespace Hub.Adapters.Dignio;

/// <summary>A patient was included in, paused from or taken out of home follow-up.</summary>
internal static class StatusReader
{
    private static readonly Shape Body = new("state", "reason", "decidedBy");

    private static readonly Choices<FollowUpState> States = new(("included", FollowUpState.Included), ("paused", FollowUpState.Paused), ("ended", FollowUpState.Ended));

    public static PatientStatus? Read(Fields at, ClinicalTime? time)
    {
        if (at.Object("status", Body, required: true) is not { } body)
            return null;
        var state = body.Choice("state", States, required: true);
        var reason = body.Text("reason");
        var decidedBy = PartyReader.Read(body, "decidedBy");
        return state is null || time is null ? null : new PatientStatus(state.Value, time) { Reason = reason, DecidedBy = decidedBy };
    }
}
