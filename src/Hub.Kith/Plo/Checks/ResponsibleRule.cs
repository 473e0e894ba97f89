using Hub.Kith.Types;

namespace Hub.Kith.Plo;

/// <summary>A responsible professional, a unit, or both, each with what HITS 1174 asks for.</summary>
internal static class ResponsibleRule
{
    public static IEnumerable<KithFinding> Check(PloChecked about)
    {
        var opening = about.Document.Opening;
        if (opening.AnsvarForRapport.Count == 0 && opening.TilknyttetEnhet.Count == 0)
        {
            yield return PloChecked.Error(PloCodes.Responsible, about.Root, "Neither AnsvarForRapport nor TilknyttetEnhet: nobody answers for the message.");
            yield break;
        }

        var unitHasPhone = opening.TilknyttetEnhet.Any(static u => HasPhone(u.Kontaktenhet));
        foreach (var found in about.Contents.Professionals.Where(static p => p.Path.EndsWith("/AnsvarligRapport", StringComparison.Ordinal) && p.Path.Contains("/AnsvarForRapport", StringComparison.Ordinal)))
        {
            var person = found.Value;
            if (string.IsNullOrWhiteSpace(person.FamilyName)) yield return Missing(found.Path, "name");
            if (person.RoleToPatient?.V is null) yield return Missing(found.Path, "role (list 9034)");
            if (person.TypeHealthcareProfessional?.V is null) yield return Missing(found.Path, "profession (list 9060)");
            if (person.TeleComs.Count == 0 && !unitHasPhone) yield return Missing(found.Path, "telephone");
        }

        if (opening.AnsvarForRapport.Count == 0 && !unitHasPhone) yield return Missing(about.Root + "/TilknyttetEnhet", "telephone");
    }

    private static bool HasPhone(Organisation? unit) => unit is not null && (unit.TeleComs.Count > 0 || HasPhone(unit.Inner));

    private static KithFinding Missing(string path, string what) => PloChecked.Warning(PloCodes.Responsible, path, $"The {what} is missing.");
}
