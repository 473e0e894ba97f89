using Hub.Kith.Types;

namespace Hub.Kith.Plo;

/// <summary>
/// Where headings stand. The standard and its official samples disagree on 9145 (text: nursing section, samples: medical section), so both are
/// expected; and Medisinske opplysninger has no nursing section, so its 9141:14 stands in a journal note.
/// </summary>
internal static class HeadingPlaces
{
    private const string Medical = "MedisinskfagligeOpplysninger";
    private const string Nursing = "Sykepleierdokumentasjon";
    private const string Important = "InfoAndreViktigeOpplysninger";

    public static bool IsExpected(PloType type, CV heading, string section)
    {
        if (section == "OpplysningerAndreFaggrupper") return true;
        return heading.List switch
        {
            9141 => IsNursing(type, heading.V, section),
            9142 => section is Medical && !(heading.V == "SYKM" && IsToMunicipality(type)),
            9143 => section is Medical or Important,
            9145 => section is Medical or Nursing && type == PloType.Helseopplysninger,
            _ => true,
        };
    }

    private static bool IsNursing(PloType type, string? code, string section) =>
        (section == Nursing && !(code == "1" && type != PloType.Innleggelsesrapport))
        || (section == Important && code == "88")
        || (section is Important or Medical && type == PloType.MedisinskeOpplysninger);

    private static bool IsToMunicipality(PloType type) =>
        type is PloType.Helseopplysninger or PloType.MedisinskeOpplysninger or PloType.Utskrivningsrapport;
}
