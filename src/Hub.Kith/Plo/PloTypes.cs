namespace Hub.Kith.Plo;

/// <summary>Table of the types of PLO messages. Service, Action and Role follow from the code by the rule of HISD 1209 and are not repeated here.</summary>
public static class PloTypes
{
    private const string New = "/2012-04-01";
    private const string Old = "/2009-06-30";

    /// <summary>All types, the eleven of 1.6 first.</summary>
    public static IReadOnlyList<PloTypeInfo> All { get; } =
    [
        Logistics(PloType.InnlagtPasient, "LOG_INNLAGT", "Melding om innlagt pasient", "MeldingInnlagtPasient"),
        Logistics(PloType.UtskrivningsklarPasient, "LOG_UTSKRIVNINGSKLAR", "Melding om utskrivningsklar pasient", "MeldingUtskrivningsklarPasient"),
        Logistics(PloType.AvmeldingUtskrivningsklar, "LOG_AVMELDING", "Avmelding av utskrivningsklar pasient", "AvmeldingUtskrivningsklarPasient"),
        Logistics(PloType.UtskrevetPasient, "LOG_UTSKREVET", "Melding om utskrevet pasient", "MeldingOmUtskrevetPasient"),
        Logistics(PloType.Dodsfall, "LOG_DOD", "Orientering om dødsfall", "OrienteringOmDod"),
        Report(PloType.Innleggelsesrapport, "INNLEGGELSESRAPPORT", "Innleggelsesrapport", "Innleggelsesrapport", "Innleggelsesrapport", "Innleggelsesrapport", true, 0),
        Report(PloType.Helseopplysninger, "HELSEOPPL_SOKNAD", "Helseopplysninger", "HelseopplysningerVedSoknad", "HelseopplysningerVedSoknad", "HelseopplysningerVedSoknad", true, 9140),
        Report(PloType.HelseopplysningerTilLege, "HELSEOPPLYSNINGER_LEGE", "Helseopplysninger til lege", "Konsultasjon", "HelseopplysningerTilLege", "Konsultasjon", false, 9137),
        Report(PloType.MedisinskeOpplysninger, "MEDISINSKE_OPPLYSNINGER", "Medisinske opplysninger", "OverforingMedisinskeOpplysninger", "MedisinskeOpplysninger", "OverforingMedisinskeOpplysninger", false, 9138),
        Report(PloType.OrienteringOmTjenestetilbud, "ORIENTERING_TJENESTETILBUD", "Orientering om tjenestetilbud", "OrienteringOmTjenestetilbud", "OrienteringOmTjenestetilbud", "OrienteringOmTjenestetilbud", false, 0),
        Report(PloType.Utskrivningsrapport, "UTSKRIVNINGSRAPPORT", "Utskrivningsrapport", "TverrfagligEpikrise", "TverrfagligEpikrise", "TverrfagligEpikrise", true, 9139),
        new(PloType.MeldingFravar, "MELDING_FRAVAR", "Melding om fravær", "MeldingFravar", null, "", KithNamespaces.PloPrefix + "MeldingFravar" + Old, false, 0),
    ];

    /// <summary>What is fixed for a type.</summary>
    /// <param name="type">The type.</param>
    public static PloTypeInfo Of(PloType type) => All[(int)type];

    /// <summary>The type of a code of list 8279, or <see langword="null"/> when it is not a PLO message.</summary>
    /// <param name="code">MsgInfo/Type.</param>
    public static PloTypeInfo? OfCode(string? code) => All.FirstOrDefault(t => t.Code == code);

    /// <summary>Version of the AppRec that answers: 1.1 for PLO 1.6, 1.0 for 1.5.</summary>
    /// <param name="version">Version of the PLO message.</param>
    public static string AppRecVersion(PloVersion version) => version == PloVersion.V15 ? "1.0" : "1.1";

    /// <summary>Version of the standard as text, as eb:Schema/@version gives it (HITS 1210).</summary>
    /// <param name="version">The version.</param>
    public static string StandardVersion(PloVersion version) => version == PloVersion.V15 ? "1.5" : "1.6";

    private static PloTypeInfo Logistics(PloType type, string code, string text, string use) => new(
        type, code, text, "Pasientlogistikk", use, KithNamespaces.PloPrefix + "Pasientlogistikk" + New, KithNamespaces.PloPrefix + "Pasientlogistikk" + Old, false, 0);

    private static PloTypeInfo Report(PloType type, string code, string text, string root, string name16, string name15, bool mayChange, int contentList) => new(
        type, code, text, root, null, KithNamespaces.PloPrefix + name16 + New, KithNamespaces.PloPrefix + name15 + Old, mayChange, contentList);
}
