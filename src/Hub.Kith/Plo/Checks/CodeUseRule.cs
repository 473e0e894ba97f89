using Hub.Kith.Codes;
using Hub.Kith.Types;

namespace Hub.Kith.Plo;

/// <summary>Codes have a text when they are codes (HIS 1165), and stand under the list of their place. An unknown code is no error: lists grow.</summary>
internal static class CodeUseRule
{
    private static readonly Dictionary<string, CodeList> Lists = new(StringComparer.Ordinal)
    {
        ["Hendelsekode"] = PloLists.Event,
        ["IPLOStjenestetype"] = PloLists.Service,
        ["UtTil"] = PloLists.DischargedTo,
        ["Uttilstand"] = PloLists.StateAtDischarge,
        ["Opplysning"] = PloLists.SentDocument,
        ["TypeMottaker"] = PloLists.DocumentReceiver,
        ["RoleToPatient"] = PartyLists.RoleToPatient,
    };

    public static IEnumerable<KithFinding> Check(PloChecked about)
    {
        foreach (var found in about.All<CV>().Where(static f => !f.Path.EndsWith("/Overskriftskode", StringComparison.Ordinal)))
        {
            var code = found.Value;
            if (code is { V: null, OT: null, DN: null }) yield return PloChecked.Warning(PloCodes.CodeUse, found.Path, "Neither code nor text.");
            if (code.V is not null && string.IsNullOrWhiteSpace(code.DN))
                yield return PloChecked.Warning(PloCodes.CodeUse, found.Path, "A code without DN.");
            if (code.V is not null && code.S is null) yield return PloChecked.Warning(PloCodes.CodeUse, found.Path, "A code without its list.");
            if (code.V is not null && NameOf(found.Path) == "Diagnosekode" && code.List is not (7110 or 7170))
                yield return PloChecked.Warning(PloCodes.CodeUse, found.Path, "A diagnosis of another list than 7110 (ICD-10) or 7170 (ICPC-2).");
            if (!Lists.TryGetValue(NameOf(found.Path), out var list) || code.V is null) continue;
            if (code.S is { } oid && oid != list.Oid) yield return PloChecked.Warning(PloCodes.CodeUse, found.Path, $"A code of another list than {list.Number}.");
            else if (!list.Has(code.V)) yield return PloChecked.Warning(PloCodes.CodeUse, found.Path, $"List {list.Number} (June 2025) does not have this code.");
        }
    }

    private static string NameOf(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        var bracket = name.IndexOf('[', StringComparison.Ordinal);
        return bracket < 0 ? name : name[..bracket];
    }
}
