namespace Hub.Kith.Codes;

/// <summary>Lists of dialogmelding. Texts are those of Volven (June 2025).</summary>
public static class DialogLists
{
    /// <summary>Kind of request, list 8331.</summary>
    public static CodeList GeneralRequest { get; } = new(8331, "Kind of request",
        ("1", "Generell forespørsel"),
        ("5", "Fritekst"));

    /// <summary>Kind of request to a doctor, list 9152.</summary>
    public static CodeList RequestToGp { get; } = new(9152, "Kind of request to a doctor",
        ("1", "Helseopplysninger"),
        ("4", "Legemiddelopplysninger"),
        ("6", "Fornye resept(er)."),
        ("7", "Time til undersøkelse/behandling"),
        ("8", "Status/plan for utskrivning"),
        ("99", "Annen henvendelse"));

    /// <summary>Kind of request to a municipality, list 9153.</summary>
    public static CodeList RequestToMunicipality { get; } = new(9153, "Kind of request to a municipality",
        ("3", "Tjenestetilbud"),
        ("5", "Tilstandsvurdering"),
        ("99", "Annen henvendelse"));

    /// <summary>Kind of request to a hospital, list 9154.</summary>
    public static CodeList RequestToHospital { get; } = new(9154, "Kind of request to a hospital",
        ("1", "Helseopplysninger"),
        ("4", "Legemiddelopplysninger"),
        ("8", "Status/plan om utskrivning"),
        ("99", "Annen henvendelse"));

    /// <summary>Kind of request for a journal, list 9065.</summary>
    public static CodeList JournalRequest { get; } = new(9065, "Kind of request for a journal",
        ("1", "Spørsmål om å få oversendt hele journalen"),
        ("2", "Spørsmål om å få overført en eller flere kategorier opplysninger i journalen"),
        ("3", "Spørsmål om mottaker har ønske om å få tilsendt hele journalen eller flere opplysninger enn det det er spurt om"),
        ("4", "Spørsmål om mottaker kan motta et sett av journaler for deponering"),
        ("5", "Fritekst"));

    /// <summary>Kind of journal information, list 9066.</summary>
    public static CodeList JournalInfo { get; } = new(9066, "Kind of journal information",
        ("A0", "Kritisk informasjon"),
        ("A0.01", "Cave"),
        ("A0.02", "Blodtype - vevstype"),
        ("A0.03", "Reservasjoner, ønsker"),
        ("A1", "Personalia"),
        ("A2", "Kontaktoversikt"),
        ("A3", "Egne epikriser"),
        ("A4", "Andres epikriser"),
        ("A6", "Pasientorientering"),
        ("A9", "Annet"),
        ("B1", "Løpende journal"),
        ("B1.01", "Innkomstjournal"),
        ("B1.01.1", "Anamnese"),
        ("B1.01.2", "Medikamenter"),
        ("B1.01.3", "Somatisk undersøkelse (status presens)"),
        ("B1.01.4", "Sammendrag"),
        ("B1.02", "Kontinuasjonsark"),
        ("B1.03", "Sluttnotat"),
        ("B1.04", "Operasjonsbeskrivelser"),
        ("B1.99", "Annet"),
        ("B2", "Resultat av/svar på interne henvisninger"),
        ("C1", "Klinisk kjemi"),
        ("C2", "Patologiske/anatomiske us."),
        ("C3", "Immunologi"),
        ("C4", "Klinisk farmakologi"),
        ("C5", "Mikrobiologi"),
        ("C6", "Hematologi"),
        ("C7", "Fertilitet og arv"),
        ("C9", "Diverse"),
        ("E1", "Røntgenopptak og liknende"),
        ("E2", "Ultralyd"),
        ("E3", "Scintigrafi"),
        ("E4", "Fotografier"),
        ("F1", "Kurveark"),
        ("F2", "Særskilte obs.skjemaer"),
        ("F3", "Undersøkelsesplan"),
        ("I1", "Innleggelsessøknader"),
        ("I2", "Eksterne henvisninger"),
        ("I3", "Annenhåndsvurderinger"),
        ("I4", "Div. brev og brevkopier"),
        ("I9", "Annet"),
        ("J1", "Offentlige blanketter"),
        ("J1.01", "Sykemeldinger"),
        ("J1.02", "Legeerklæring ved arbeidsuførhet"),
        ("J1.99", "Andre meldinger til NAV"),
        ("J2", "Tilpliktede meldinger ved sykdom"),
        ("J2.01", "Melding til kreftregisteret"),
        ("J2.02", "Tuberkulosemelding"),
        ("J2.03", "Melding ved venerisk sykdom"),
        ("J2.04", "Melding til folkehelsa (MSIS/SYSVAK)"),
        ("J3", "Melding om uhell/skader/bivirkninger"),
        ("J3.01", "Bivirkningsnemda"),
        ("J3.02", "Fylkeslegen (ved personskade)"),
        ("J3.04", "Norsk pasientskadeerstatning"),
        ("J3.99", "Annet"),
        ("J4", "Melding til frivillige registre i forbindelse med fødsel"),
        ("J5", "Pasientsamtykker/erklæringer/krav"),
        ("J5.01", "Egenerklæring/krav om utskriving, og lignende"),
        ("J5.02", "Samtykke til avvik fra taushetsplikt"),
        ("J5.03", "Krav om journalutlevering/innsyn"),
        ("J5.04", "Abortskjema"),
        ("J5.05", "Steriliseringserklæring"),
        ("J6", "Komparentopplysninger"),
        ("J7", "Melding om dødsfall"),
        ("J7.01", "Dødsattest, melding til dødsårsaksregisteret"),
        ("J7.02", "Obduksjonsrapport"));

    /// <summary>Urgency of a request, list 9067.</summary>
    public static CodeList Urgency { get; } = new(9067, "Urgency of a request",
        ("1", "Øyeblikkelig hjelp"),
        ("2", "Gjelder pågående helsehjelp"),
        ("3", "Innen 24 timer"),
        ("9", "Ubestemt"));

    /// <summary>Purpose of a request, list 9068.</summary>
    public static CodeList Purpose { get; } = new(9068, "Purpose of a request",
        ("1", "Ny pasient, journal skal opprettes"),
        ("2", "Helsehjelp til pasient som har journal"),
        ("9", "Annet"));

    /// <summary>Theme of an answer, list 9069.</summary>
    public static CodeList AnswerTheme { get; } = new(9069, "Theme of an answer",
        ("1", "De etterspurte opplysningene er inkludert i meldingen"),
        ("2", "Forespørselen avvist uten begrunnelse"),
        ("3", "Har ikke ønskede opplysninger"),
        ("4", "Kan ikke besvares. Krever pasientens samtykke"),
        ("5", "Svar på forespørsel"),
        ("9", "Annet, svar angitt i fritekst"));

    /// <summary>Theme of a note, list 7321.</summary>
    public static CodeList NoteTheme { get; } = new(7321, "Theme of a note",
        ("1", "Notat om pasient"),
        ("2", "Melding om avvik"),
        ("3", "Uspesifisert notat"),
        ("4", "Supplerende opplysninger"),
        ("5", "Overføring av journal"),
        ("6", "Henvendelse om pasient"));

    /// <summary>Theme of a deviation, list 8117.</summary>
    public static CodeList DeviationTheme { get; } = new(8117, "Theme of a deviation",
        ("1", "Feil adressat"),
        ("2", "Mangelfulle opplysninger"),
        ("9", "Annet"));

    /// <summary>Theme of a dialogue between professionals, list 7322.</summary>
    public static CodeList ProfessionalTheme { get; } = new(7322, "Theme of a dialogue between professionals",
        ("6", "Henvendelse om pasient"),
        ("7", "Tilbakemelding på mottak av utskrivningsklar pasient"),
        ("8", "Forespørsel om helseopplysninger"),
        ("9", "Forespørsel om legemiddelopplysninger"));

    /// <summary>Status of a referral, list 9148.</summary>
    public static CodeList ReferralStatus { get; } = new(9148, "Status of a referral",
        ("1", "Innkalles til helsehjelp"),
        ("2", "Rett til helsehjelp, tidspunkt kommer"),
        ("3", "Henvisningen er videresendt"),
        ("4", "Henvisningen er avvist"));
}
