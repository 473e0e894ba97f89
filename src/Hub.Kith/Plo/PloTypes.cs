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
        Report(PloType.Innleggelsesrapport, "INNLEGGELSESRAPPORT", "Innleggelsesrapport", "Innleggelsesrapport", mayChange: true),
        Report(PloType.Helseopplysninger, "HELSEOPPL_SOKNAD", "Helseopplysninger", "HelseopplysningerVedSoknad", 9140, mayChange: true),
        Report(PloType.HelseopplysningerTilLege, "HELSEOPPLYSNINGER_LEGE", "Helseopplysninger til lege", "Konsultasjon", 9137, name16: "HelseopplysningerTilLege"),
        Report(PloType.MedisinskeOpplysninger, "MEDISINSKE_OPPLYSNINGER", "Medisinske opplysninger", "OverforingMedisinskeOpplysninger", 9138, name16: "MedisinskeOpplysninger"),
        Report(PloType.OrienteringOmTjenestetilbud, "ORIENTERING_TJENESTETILBUD", "Orientering om tjenestetilbud", "OrienteringOmTjenestetilbud"),
        Report(PloType.Utskrivningsrapport, "UTSKRIVNINGSRAPPORT", "Utskrivningsrapport", "TverrfagligEpikrise", 9139, mayChange: true),
        new(PloType.MeldingFravar, "MELDING_FRAVAR", "Melding om fravær", "MeldingFravar", null, "", Uri("MeldingFravar", Old), false, 0),
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

    private static PloTypeInfo Logistics(PloType type, string code, string text, string use) =>
        new(type, code, text, "Pasientlogistikk", use, Uri("Pasientlogistikk", New), Uri("Pasientlogistikk", Old), false, 0);

    // In 1.5 the namespace has the name of the root; two of 1.6 have another name.
    private static PloTypeInfo Report(PloType type, string code, string text, string root, int contentList = 0, bool mayChange = false, string? name16 = null) =>
        new(type, code, text, root, null, Uri(name16 ?? root, New), Uri(root, Old), mayChange, contentList);

    private static string Uri(string name, string version) => KithNamespaces.PloPrefix + name + version;
}
