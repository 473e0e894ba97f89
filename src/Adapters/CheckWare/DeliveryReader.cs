using System.Text.Json;
using Hub.Adapters.Json;
using Hub.Core.Adapters;
using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Core.Identities;

namespace Hub.Adapters.CheckWare;

/// <summary>One delivery: who answered which form, and what became of it since.</summary>
internal static class DeliveryReader
{
    private const int LongestId = 200;

    private static readonly Shape Delivery = new("deliveryId", "event", "replaces", "respondent", "assessment");

    private static readonly Shape Respondent = new("nationalId", "name", "respondentId");

    private static readonly Choices<DeliveryEvent> Events = new(("completed", DeliveryEvent.Completed), ("amended", DeliveryEvent.Amended), ("withdrawn", DeliveryEvent.Withdrawn));

    /// <summary>Number series of the system's own respondents.</summary>
    public const string RespondentIds = "urn:hub:checkware-like:respondent";

    public static ParsedEntry Read(JsonElement element, string path, InboundMessage input)
    {
        var findings = new Findings(input);
        var at = Fields.Read(element, Delivery, findings, path);
        if (at is null)
            return new ParsedEntry(path, [], findings.Errors, []);
        var id = Id(at, "deliveryId", required: true);
        var happened = at.Choice("event", Events, required: true, IntakeErrors.UnknownKind);
        var replaces = Id(at, "replaces", required: happened is DeliveryEvent.Amended or DeliveryEvent.Withdrawn);
        var patient = Patient(at);
        var read = AssessmentReader.Read(at, happened ?? DeliveryEvent.Completed);
        if (findings.Errors.Count > 0 || id is null || patient is null || read is not { } form)
            return new ParsedEntry(id ?? path, [], findings.Errors, findings.Repairs);
        var parsed = new ParsedEvent(id, patient, form.Answers with { Corrects = replaces }, Fingerprint.Of(element)) { Correlation = form.AssessmentId, LeftOut = findings.LeftOut };
        return new ParsedEntry(id, [parsed], [], findings.Repairs);
    }

    // Ids end up in headers, logs and file names of other systems.
    private static string? Id(Fields at, string name, bool required)
    {
        if (at.Text(name, required, LongestId) is not { } id)
            return null;
        if (!id.Any(char.IsControl))
            return id;
        at.Fail(IntakeErrors.BadFormat, name, "The id holds a line break or another control character.");
        return null;
    }

    private static Patient? Patient(Fields at)
    {
        if (!at.Has("respondent"))
        {
            at.Fail(IntakeErrors.NoPatient, "respondent");
            return null;
        }

        if (at.Object("respondent", Respondent) is not { } respondent)
            return null;
        var name = respondent.Text("name", longest: 500);
        Identifier[] others = respondent.Text("respondentId", longest: 200) is { } own ? [new Identifier(RespondentIds, own)] : [];
        if (!respondent.Has("nationalId"))
        {
            respondent.Fail(IntakeErrors.NoPatient, "nationalId");
            return null;
        }

        if (respondent.Text("nationalId", required: true, 60) is not { } number)
            return null;
        var verdict = PatientIdPolicy.Judge(number, at.Findings.Environment);
        if (verdict.Id is null)
            respondent.Fail(IntakeErrors.BadNationalId, "nationalId", verdict.Refusal);
        else if (verdict.Note != PatientIdNote.None)
            at.Findings.Note(verdict.Note.ToRepair(respondent.PathOf("nationalId")));
        return verdict.Id is { } id ? new Patient(id, name, others) : null;
    }
}
