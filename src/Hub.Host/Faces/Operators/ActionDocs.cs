using Hub.Host.Documentation;

namespace Hub.Host.Faces.Operators;

/// <summary>Documentation of the addresses about actions.</summary>
internal static class ActionDocs
{
    private const string Group = """ "kind":"redeliver","target":{"group":{"tenant":"larvik","partner":"journal","route":"values","code":"HUB-SEND-006"}} """;

    private const string Example = """{"id":"0195f0b2c7d17a3e8c1f2a4b5c6d7e8f","kind":"redeliver","tenant":"larvik","target":"failures larvik/journal/values/HUB-SEND-006","state":"running","total":120,"done":50,"failed":0,"skipped":2,"errors":{"HUB-OPERATOR-002":2},"perSecond":50,"by":"operator:kari","reason":"the journal was closed by mistake","startedAt":"2026-03-01T08:15:00Z"}""";

    public static readonly FaceDoc Preview = new("previewAction", "Operators", "What an action on many deliveries would do",
        "kind: redeliver, remap, replay (counts messages), park, release, discard. target: deliveries (ids, at most 1,000), group (as /ops/v1/failures shows them) or filter (as /ops/v1/messages/_search takes it); at most 100,000 messages. alreadyDelivered, tooOld (bytes may be deleted already) and notAllowed (its state) are left alone; duplicates are done, and the receiver may have them twice. underWay, of what is held or discarded: sent and not answered yet, or being sent by this node at this moment; it is not called back, and the receiver may get it all the same. include.alreadyDelivered also sends again what has arrived.")
    {
        Body = new BodyDoc([MediaTypes.Json], "{" + Group + "}"),
        Answers =
        [
            new(200, "The counts, and the token that the action is started with.", MediaTypes.Json, """{"matched":123,"toDo":120,"alreadyDelivered":0,"duplicates":0,"tooOld":1,"notAllowed":2,"underWay":0,"byPartner":{"journal":120},"token":"..."}"""),
            new(400, "A field is at fault.", MediaTypes.Problem), new(404, "Something that is named is not there.", MediaTypes.Problem), new(409, "The selection is too large.", MediaTypes.Problem), .. OperatorDocs.Bodies,
        ],
    };

    public static readonly FaceDoc Start = new("startAction", "Operators", "Act on many deliveries",
        "With the token of a preview of the same kind, target and include, at most 15 minutes old and shown to the same caller. It is refused when a count has changed by more than 5 per cent (and more than 2) since; the answer says how. The same preview starts one action: sent again, the answer is that action as it stands. Runs on one node, no faster than perSecond (1 to 2,000, default 50), over restarts and the death of the node. Start, end and every delivery are in the audit log.")
    {
        Body = new BodyDoc([MediaTypes.Json], "{" + Group + ""","reason":"the journal was closed by mistake","perSecond":50,"preview":"..."}"""),
        Answers =
        [
            new(202, "It has begun.", MediaTypes.Json, Example), new(400, "A field is at fault.", MediaTypes.Problem), new(404, "Something that is named is not there.", MediaTypes.Problem),
            new(409, "The selection has changed, is empty or too large.", MediaTypes.Problem), .. OperatorDocs.Bodies,
        ],
    };

    public static readonly FaceDoc List = new("listActions", "Operators", "Actions, the last started first", "")
    {
        Query = [new("tenant", "Only those bounded to this tenant."), new("before", "Only those started before this action, such as next of the page before."), new("limit", "At most so many; 1 to 200, default 50.")],
        Answers = [new(200, "The actions, and next where there may be more.", MediaTypes.Json, "{\"actions\":[" + Example + "],\"next\":\"0195f0b2c7d17a3e8c1f2a4b5c6d7e8f\"}"), new(400, "A parameter is at fault.", MediaTypes.Problem), .. OperatorDocs.Doors],
    };

    public static readonly FaceDoc View = new("viewAction", "Operators", "How far an action has come", "skipped: needed it no more, or had changed; errors counts why, by code.")
    {
        Answers = [new(200, "The action.", MediaTypes.Json, Example), new(404, "There is no such action.", MediaTypes.Problem), .. OperatorDocs.Doors],
    };

    public static readonly FaceDoc Cancel = new("cancelAction", "Operators", "End an action", "What it has done stays done.")
    {
        Body = new BodyDoc([MediaTypes.Json], """{"reason":"the journal is down again"}"""),
        Answers =
        [
            new(200, "The action as it ended.", MediaTypes.Json, Example), new(400, "The reason is missing.", MediaTypes.Problem), new(404, "There is no such action.", MediaTypes.Problem),
            new(409, "It has ended already.", MediaTypes.Problem), .. OperatorDocs.Bodies,
        ],
    };
}
