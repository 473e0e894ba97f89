using Hub.Adapters.Json;
using Hub.Core.Errors;
using Hub.Core.Identities;
using Hub.Fhir.Model;
using Identifier = Hub.Core.Identities.Identifier;
using Patient = Hub.Core.Content.Patient;

namespace Hub.Adapters.FhirReading;

/// <summary>Whom a resource is about.</summary>
internal static class Subjects
{
    /// <summary>Reads a subject. In strict mode only a national identity number will do; the lenient mode also takes an identifier of the journal, which some receivers then refuse.</summary>
    public static Patient? Read(Reference? subject, string path, FhirSource source, Findings findings)
    {
        var known = Candidates(subject, source);
        if (known.Count == 0)
        {
            findings.Fail(IntakeErrors.NoPatient, path);
            return null;
        }

        var national = known.Find(IsNational);
        if (national is null && findings.Lenient)
            national = known.Find(id => id.System.Length == 0 && NationalId.Read(id.Value, out _) == NationalIdFault.None);
        var name = subject!.Display ?? Parties.NameOf(source.Resolve(subject)?.Resource);
        if (national is not null)
            return Judge(national, path, findings) is { } id ? new Patient(id, name, [.. known.Where(k => k != national)]) : null;

        return findings.Tolerate(
            path, "no-national-id", "Took the journal's own identifier; receivers that need a national identity number will not get this message.",
            IntakeErrors.NoPatient, "The subject has no identifier with the system of fødselsnummer, D-nummer or felles hjelpenummer.")
            ? new Patient(known[0], name, [.. known.Skip(1)])
            : null;
    }

    /// <summary>The identifier that a further mention of the patient gives, judged by nobody.</summary>
    public static Identifier? Quietly(Reference subject, FhirSource source)
    {
        var known = Candidates(subject, source);
        return (known.Find(IsNational) ?? known.FirstOrDefault()) is { } id && NationalId.Read(id.Value, out var national) == NationalIdFault.None && IsNational(id)
            ? new Identifier(national.System, national.Digits)
            : known.Find(IsNational) ?? known.FirstOrDefault();
    }

    /// <summary>Whether an identifier is of a national number series.</summary>
    private static bool IsNational(Identifier id) => id.System is IdentifierSystems.Fnr or IdentifierSystems.Dnr or IdentifierSystems.Fhn;

    private static List<Identifier> Candidates(Reference? subject, FhirSource source)
    {
        var known = new List<Identifier>();
        if (Terms.Id(subject?.Identifier) is { } own)
            known.Add(own);
        if (source.Resolve(subject)?.Resource is Hub.Fhir.Model.Patient patient)
            known.AddRange(Terms.Ids(patient.Identifier).Where(id => !known.Contains(id)));
        return known;
    }

    private static Identifier? Judge(Identifier national, string path, Findings findings)
    {
        var verdict = PatientIdPolicy.Judge(national.Value, findings.Environment, takeUnverifiable: true);
        if (verdict.Id is null)
        {
            findings.Fail(IntakeErrors.BadNationalId, $"{path}.identifier.value", verdict.Refusal);
            return null;
        }

        findings.Note(verdict.Note.ToRepair($"{path}.identifier.value"));
        if (verdict.Note == PatientIdNote.Unverifiable)
            return national;
        if (verdict.Id.System != national.System)
            findings.Mend($"{path}.identifier.system", "national-id-series", "Named the series that the number belongs to.");
        return verdict.Id;
    }
}
