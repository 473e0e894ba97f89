using Hub.Host.Documentation;

namespace Hub.Host.Faces;

/// <summary>Documentation of the handover addresses.</summary>
internal static class HandoverDocs
{
    private const string Area = "Handovers";
    private const string State = """{"handoverId":"ho-1","stage":"proposed","from":"sykehus","to":"self","effectiveAt":"2026-12-05T08:00:00+01:00","proposedAt":"2026-11-21T09:00:00+00:00","due":"2026-12-05T08:00:00+01:00"}""";

    /// <summary>Proposes.</summary>
    public static readonly FaceDoc Propose = new("proposeHandover", Area, "Ask another organisation to take over a patient's follow-up",
        "For partners that speak for a party of the tenant. Only the home municipality can grant the service. Idempotent by handoverId. The receiver is told through the tenant's routes; a receiver that does not offer the service refuses at once.")
    {
        Body = new BodyDoc([MediaTypes.Json], """{"handoverId":"ho-1","patient":"13116900216","name":"Line Danser","to":"self","effectiveAt":"2026-12-05T08:00:00+01:00","text":"Stabil KOLS; følges videre av kommunen.","author":"Lege Legesen"}"""),
        Answers = [new(201, "Registered, as it now stands.", MediaTypes.Json, State), .. Faults, new(409, "Another handover of the patient is open, the id was used, or the patient is another's responsibility.", MediaTypes.Problem), new(422, "The receiver cannot be handed the patient.", MediaTypes.Problem)],
    };

    /// <summary>Answers.</summary>
    public static readonly FaceDoc Answer = new("answerHandover", Area, "Accept or refuse a proposal", "For the receiver. effectiveAt moves the agreed moment; at that moment access and routes switch. A refusal needs a reason.")
    {
        Body = new BodyDoc([MediaTypes.Json], """{"accepted":true,"effectiveAt":"2026-12-06T08:00:00+01:00","author":"Sykepleier Pleiersen"}"""),
        Answers = [new(200, "As it now stands.", MediaTypes.Json, State), .. Faults, Missing, new(409, "It was decided before.", MediaTypes.Problem)],
    };

    /// <summary>Takes back.</summary>
    public static readonly FaceDoc Withdraw = new("withdrawHandover", Area, "Take a proposal back", "For the giver, until responsibility has moved.")
    {
        Body = new BodyDoc([MediaTypes.Json], """{"reason":"Innlagt på nytt"}"""),
        Answers = [new(200, "As it now stands.", MediaTypes.Json, State), .. Faults, Missing, new(409, "It was decided before.", MediaTypes.Problem)],
    };

    /// <summary>Looks at one.</summary>
    public static readonly FaceDoc View = new("viewHandover", Area, "A handover with its versions: who did what, when and why", "For giver, receiver and operators. No patient, no clinical text. Every look is in the audit log.")
    {
        Answers = [new(200, "The handover.", MediaTypes.Json), .. Faults, Missing],
    };

    /// <summary>Finds.</summary>
    public static readonly FaceDoc Search = new("searchHandovers", Area, "Handovers of a patient, or in a state", "For giver, receiver and operators. The patient stands in the body. At most 200, newest first.")
    {
        Body = new BodyDoc([MediaTypes.Json], """{"patient":"13116900216","state":"proposed"}"""),
        Answers = [new(200, "Those that the caller may see.", MediaTypes.Json), .. Faults],
    };

    private static AnswerDoc Missing => new(404, "There is no such handover.", MediaTypes.Problem);

    private static IReadOnlyList<AnswerDoc> Faults =>
    [
        new(400, "A field is at fault.", MediaTypes.Problem),
        new(401, "No key, or one that nobody has.", MediaTypes.Problem),
        new(403, "The key is not for this tenant, or the caller speaks for no party.", MediaTypes.Problem),
        new(429, "The caller asks too fast; Retry-After says how long to wait.", MediaTypes.Problem),
        new(503, "The hub cannot store anything right now; try again.", MediaTypes.Problem),
    ];
}
