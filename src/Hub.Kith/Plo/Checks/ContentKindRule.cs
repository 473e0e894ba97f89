using Hub.Kith.Codes;
using Hub.Kith.Types;

namespace Hub.Kith.Plo;

/// <summary>Kind of content: a code of the type's own list; for Helseopplysninger the first is 1 and later ones 2 with status M.</summary>
internal static class ContentKindRule
{
    public static IEnumerable<KithFinding> Check(PloChecked about)
    {
        var (kind, list) = Of(about.Document.Body);
        if (kind is null || list is null) yield break;
        var path = about.Root + (about.Document.Body is Konsultasjon ? "/InnholdKonsultasjon/TypeInnholdKonsultasjon" : "/TypeInnholdIMelding/TypeInnhold");
        if (!list.Has(kind.V)) yield return PloChecked.Error(PloCodes.ContentKind, path, $"The kind of content must be a code of list {list.Number}.");
        else if (kind.S is { } oid && oid != list.Oid) yield return PloChecked.Error(PloCodes.ContentKind, path, $"The code list must be {list.Number}.");
        if (list.Number == 9140 && kind.V == "1" && about.Document.Status == "M")
            yield return PloChecked.Warning(PloCodes.ContentKind, path, "A change of Helseopplysninger is sent as kind 2.");
        if (list.Number == 9140 && kind.V == "2" && about.Document.Status == "N")
            yield return PloChecked.Warning(PloCodes.ContentKind, path, "Updated Helseopplysninger are sent with status M.");
    }

    private static (CV? Kind, CodeList? List) Of(PloBody body) => body switch
    {
        HelseopplysningerVedSoknad b => (b.TypeInnholdIMelding?.TypeInnhold, PloLists.HealthInformation),
        OverforingMedisinskeOpplysninger b => (b.TypeInnholdIMelding?.TypeInnhold, PloLists.MedicalInformation),
        TverrfagligEpikrise b => (b.TypeInnholdIMelding?.TypeInnhold, PloLists.DischargeReport),
        Konsultasjon { InnholdKonsultasjon.TypeInnholdKonsultasjon: { } code } => (new CV(code.V, null, code.DN), PloLists.ToDoctor),
        _ => (null, null),
    };
}
