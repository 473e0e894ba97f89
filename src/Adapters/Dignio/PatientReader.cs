using Hub.Adapters.Json;
using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Core.Identities;

namespace Hub.Adapters.Dignio;

/// <summary>Whom an event is about.</summary>
internal static class PatientReader
{
    /// <summary>Naming system of Dignio's user ids, as HL7 Norway publishes it for VKP.</summary>
    public const string UserIds = "http://ehelse.no/fhir/NamingSystem/vkp-dignio-userid";

    private static readonly Shape Patient = new("nationalId", "name", "dignioUserId");

    public static Patient? Read(Fields at)
    {
        if (!at.Has("patient"))
        {
            at.Fail(IntakeErrors.NoPatient, "patient");
            return null;
        }

        if (at.Object("patient", Patient) is not { } patient)
            return null;

        var name = patient.Text("name", longest: 500);
        IReadOnlyList<Identifier> others = patient.Text("dignioUserId", longest: 200) is { } user ? [new Identifier(UserIds, user)] : [];
        if (!patient.Has("nationalId"))
        {
            patient.Fail(IntakeErrors.NoPatient, "nationalId");
            return null;
        }

        if (patient.Text("nationalId", required: true, 60) is not { } number)
            return null;
        var verdict = PatientIdPolicy.Judge(number, at.Findings.Environment);
        if (verdict.Id is null)
        {
            patient.Fail(IntakeErrors.BadNationalId, "nationalId", verdict.Refusal);
            return null;
        }

        if (verdict.Note != PatientIdNote.None)
            at.Findings.Note(verdict.Note.ToRepair(patient.PathOf("nationalId")));
        if (number.Length != verdict.Id.Value.Length)
            at.Findings.Mend(patient.PathOf("nationalId"), "blanks-in-number", "Removed blanks from the number.");
        return new Patient(verdict.Id, name, others);
    }
}
