using Hub.Adapters.Json;
using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Core.Identities;

namespace Hub.Adapters.CheckWare;

/// <summary>The answered form itself.</summary>
internal static class AssessmentReader
{
    /// <summary>Number series of the system's own assessments.</summary>
    public const string AssessmentIds = "urn:hub:checkware-like:assessment";

    private static readonly Shape Assessment = new("assessmentId", "form", "startedAt", "completedAt", "status", "answeredBy", "alert", "pages", "scores");

    private static readonly Shape Form = new("code", "canonical", "title", "version", "licensed");

    private static readonly Shape By = new("type", "name", "hpr");

    private static readonly Choices<PartyRole> Roles = new(("patient", PartyRole.Patient), ("clinician", PartyRole.Practitioner), ("relative", PartyRole.RelatedPerson));

    private static readonly Choices<Triage> Colours = new(("green", Triage.Green), ("yellow", Triage.Yellow), ("red", Triage.Red));

    private static readonly Choices<bool> Statuses = new(("complete", true), ("partial", false));

    public static (string AssessmentId, QuestionnaireAnswers Answers)? Read(Fields at, DeliveryEvent happened)
    {
        if (at.Object("assessment", Assessment, required: true) is not { } body)
            return null;
        var id = body.Text("assessmentId", required: true, 200);
        var form = body.Object("form", Form, required: true);
        var code = form?.Text("code", required: true, 200);
        var canonical = form?.Text("canonical", longest: 300);
        if (form?.Has("licensed") == true)
            form.Findings.LeaveOut(form.PathOf("licensed"), "It tells why wording may be missing; the report says where it is");
        var time = body.Time("completedAt", required: true);
        if (body.Time("startedAt") is not null)
            body.Findings.LeaveOut(body.PathOf("startedAt"), "A form carries when it was completed");
        var whole = body.Choice("status", Statuses);
        var by = Answerer(body);
        var light = body.Choice("alert", Colours);
        var items = ItemReader.Pages(body);
        var scores = ScoreReader.Read(body, code);
        if (items.Count == 0 && scores.Count == 0 && happened != DeliveryEvent.Withdrawn)
            body.Fail(IntakeErrors.Missing, "pages", "An answered form has answers or a score.");
        if (id is null || form is null || code is null || time is null)
            return null;
        return (id, new QuestionnaireAnswers(canonical ?? code, time, items)
        {
            FormTitle = form.Text("title", longest: 500),
            FormVersion = form.Text("version", longest: 100),
            Scores = scores,
            Status = Status(happened, whole ?? true),
            Answerer = by,
            Triage = light ?? Triage.None,
            Identifiers = canonical is null ? [new Identifier(AssessmentIds, id)] : [new Identifier(AssessmentIds, id), new Identifier("urn:hub:checkware-like:form", code)],
        });
    }

    private static string Status(DeliveryEvent happened, bool whole) => happened switch
    {
        DeliveryEvent.Withdrawn => "entered-in-error",
        DeliveryEvent.Amended => "amended",
        _ => whole ? "completed" : "in-progress",
    };

    private static Party? Answerer(Fields body)
    {
        if (body.Object("answeredBy", By) is not { } by || by.Choice("type", Roles, required: true) is not { } role)
            return null;
        var name = by.Text("name", longest: 500);
        return new Party(role, by.Text("hpr", longest: 20) is { } hpr ? new Identifier(IdentifierSystems.Hpr, hpr) : null, name);
    }
}
