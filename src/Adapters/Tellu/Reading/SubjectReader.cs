using Hub.Adapters.Json;
using Hub.Adapters.Tellu.Codes;
using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Core.Identities;

namespace Hub.Adapters.Tellu.Reading;

/// <summary>Whom an entry is about.</summary>
internal static class SubjectReader
{
    private static readonly Shape Subject = new("pid", "name", "user");

    public static Patient? Read(Fields at)
    {
        if (at.Object("subject", Subject) is not { } subject)
        {
            if (!at.Has("subject"))
                at.Fail(IntakeErrors.NoPatient, "subject");
            return null;
        }

        var name = subject.Text("name", longest: 500);
        IReadOnlyList<Identifier> others = subject.Text("user", longest: 200) is { } user ? [new Identifier(TelluCodes.UserIds, user)] : [];
        if (!subject.Has("pid"))
        {
            subject.Fail(IntakeErrors.NoPatient, "pid");
            return null;
        }

        if (subject.Text("pid", required: true, 60) is not { } number)
            return null;
        var verdict = PatientIdPolicy.Judge(number, at.Findings.Environment);
        if (verdict.Id is null)
        {
            subject.Fail(IntakeErrors.BadNationalId, "pid", verdict.Refusal);
            return null;
        }

        at.Findings.Note(verdict.Note.ToRepair(subject.PathOf("pid")));
        if (number.Length != verdict.Id.Value.Length)
            at.Findings.Mend(subject.PathOf("pid"), "blanks-in-number", "Removed blanks from the number.");
        return new Patient(verdict.Id, name, others);
    }
}
