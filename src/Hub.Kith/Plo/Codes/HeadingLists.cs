using Hub.Kith.Codes;

namespace Hub.Kith.Plo;

/// <summary>Lists of headings. Texts are those of Volven (June 2025).</summary>
public static class HeadingLists
{
    /// <summary>Headings of the nursing section, list 9141.</summary>
    public static CodeList Nursing { get; } = new(9141, "Headings of the nursing section",
        ("1", "Innkomststatus"),
        ("12", "Status ved utskrivning"),
        ("13", "Pasientens egne vurderinger"),
        ("14", "Praktiske opplysninger"),
        ("7", "Sykepleiediagnose"),
        ("8", "Sykepleiesammenfatning"),
        ("88", "Annet"));

    /// <summary>Headings of the medical section, list 9142.</summary>
    public static CodeList Medical { get; } = new(9142, "Headings of the medical section",
        ("FA", "Familie/sosialt"),
        ("FO", "Forløp og behandling"),
        ("FU", "Funn og undersøkelsesresultat"),
        ("HJ", "Funksjonsnivå/hjelpetiltak"),
        ("IP", "Informasjon til pasient/pårørende"),
        ("OP", "Planer for videre oppfølging"),
        ("PROB", "Aktuell problemstilling"),
        ("SYKM", "Sykmelding"),
        ("TS", "Tidligere sykdommer"),
        ("UTRED", "Forventet/ønsket undersøkelser/behandling"),
        ("VU", "Vurdering"),
        ("AAI", "Årsak til innleggelse"));

    /// <summary>Headings of important medical information, list 9143.</summary>
    public static CodeList Critical { get; } = new(9143, "Headings of important medical information",
        ("1", "Kontaktsmitte"),
        ("2", "Inokulasjonssmitte"),
        ("3", "Dråpesmitte"),
        ("4", "Luftsmitte/luftbåren smitte"),
        ("5", "Anafylaktisk reaksjon"));

    /// <summary>Headings of the notice of an admitted patient, list 9145.</summary>
    public static CodeList Notice { get; } = new(9145, "Headings of the notice of an admitted patient",
        ("1", "Pasientens status"),
        ("2", "Antatt forløp"));
}
