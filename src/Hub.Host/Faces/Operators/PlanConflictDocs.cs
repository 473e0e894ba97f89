using Hub.Host.Documentation;

namespace Hub.Host.Faces.Operators;

/// <summary>Documentation of the addresses about conflicts of shared plans.</summary>
internal static class PlanConflictDocs
{
    private const string Fields = """ "tenant":"larvik","id":"5c0e7c0a-7d1f-8a3e-9b1a-2f6f0c5d8e11.9f3a1c0b7d24e6f8","plan":"5c0e7c0a-7d1f-8a3e-9b1a-2f6f0c5d8e11","state":"open","since":"2026-03-01T08:15:00Z","code":"HUB-PLAN-001","from":"planer","basedOn":2,"against":3,"latest":{"version":3,"from":"dignio","at":"2026-03-01T08:14:00Z"} """;

    private const string Means = "from wrote the edit from version basedOn (0: from none) when against was the latest. latest is the plan's latest version now. No patient and nothing of what the plan says.";

    public static readonly FaceDoc List = new("listPlanConflicts", "Operators", "Edits of shared plans that somebody must merge or dismiss", "Newest first. " + Means)
    {
        Query =
        [
            new("tenant", "Only of this tenant."), new("state", "open (default), settled (a version has merged it), dismissed, or all."), new("before", "The value of next of the page before."), new("limit", "1 to 200, default 50."),
        ],
        Answers = [new(200, "One page; next is missing on the last.", MediaTypes.Json, "{\"conflicts\":[{" + Fields + "}]}"), new(400, "A parameter is at fault.", MediaTypes.Problem), .. OperatorDocs.Doors],
    };

    public static readonly FaceDoc One = new("readPlanConflict", "Operators", "An edit of a shared plan that did not become a version", "With who wrote which version of the plan. " + Means)
    {
        Answers =
        [
            new(200, "The conflict.", MediaTypes.Json, "{" + Fields + ""","versions":[{"version":1,"from":"dignio","at":"2026-02-01T08:00:00Z","basedOn":0}]}"""), new(404, "There is no such conflict.", MediaTypes.Problem), .. OperatorDocs.Doors,
        ],
    };

    public static readonly FaceDoc Difference = new("comparePlanConflict", "Operators", "What the edit says other than the plan",
        "For administrators, with a purpose that stands in the audit log. difference leads from the latest version to the edit; where the edit was made from an earlier version, edited is what it changed of that one and meanwhile what others have. Nothing says whose plan it is.")
    {
        Body = new BodyDoc([MediaTypes.Json], """{"purpose":"the treater has asked which edit was refused"}"""),
        Answers =
        [
            new(200, "The differences, as diff -u writes them.", MediaTypes.Json, """{"tenant":"larvik","id":"5c0e7c0a-7d1f-8a3e-9b1a-2f6f0c5d8e11.9f3a1c0b7d24e6f8","latest":3,"difference":"--- document\n+++ document\n@@ -1 +1 @@\n","basedOn":2,"edited":"","meanwhile":""}"""),
            new(400, "The purpose is missing.", MediaTypes.Problem), new(404, "There is no such conflict.", MediaTypes.Problem), .. OperatorDocs.Bodies,
        ],
    };

    public static readonly FaceDoc Dismiss = new("dismissPlanConflict", "Operators", "Dismiss an edit of a shared plan",
        "The latest version stands. The same edit again changes nothing from then on, and where it came from another register the plan's versions may be written over it. Its dead letter, if there is one, is delivered as a repeat when it is redelivered. "
        + "To merge instead of dismissing, whoever treats the patient posts a version to /fhir/{tenant}/CarePlan/{id}/$resolve.")
    {
        Body = new BodyDoc([MediaTypes.Json], """{"reason":"the treater has confirmed that the latest version is right"}"""),
        Answers =
        [
            new(200, "Dismissed; written with its audit entry in the same transaction.", MediaTypes.Json, "{" + Fields + ""","closedAt":"2026-03-01T09:00:00Z","by":"operator:kari","settledBy":3}"""),
            new(400, "The reason is missing.", MediaTypes.Problem), new(404, "There is no such conflict.", MediaTypes.Problem), new(409, "It is settled or dismissed already.", MediaTypes.Problem), .. OperatorDocs.Bodies,
        ],
    };
}
