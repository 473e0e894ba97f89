using Hub.Core.Errors;
using Hub.Core.Identities;

namespace Hub.Adapters.Profil.Reading;

/// <summary>The national number (<c>fodselsnummer</c>) of an element.</summary>
internal static class PatientNumber
{
    public static Identifier? Read(XmlNode node)
    {
        if (!node.Has("fodselsnummer"))
        {
            node.Child("fodselsnummer");
            node.Fail(IntakeErrors.NoPatient, "fodselsnummer");
            return null;
        }

        if (node.Text("fodselsnummer", required: true, 60) is not { } number)
            return null;
        var verdict = PatientIdPolicy.Judge(number, node.Findings.Environment);
        if (verdict.Id is null)
            node.Fail(IntakeErrors.BadNationalId, "fodselsnummer", verdict.Refusal);
        else if (verdict.Note != PatientIdNote.None)
            node.Findings.Note(verdict.Note.ToRepair($"{node.Path}/fodselsnummer"));
        return verdict.Id;
    }
}
