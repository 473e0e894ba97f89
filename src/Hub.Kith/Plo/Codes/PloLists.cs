using Hub.Kith.Codes;

namespace Hub.Kith.Plo;

/// <summary>Lists of codes in PLO messages, beside headings. Texts are those of Volven (June 2025).</summary>
public static class PloLists
{
    /// <summary>Kind of event, list 9121.</summary>
    public static CodeList Event { get; } = new(9121, "Kind of event",
        ("1", "Pasient innlagt"),
        ("13", "Pasienten er død"),
        ("2", "Pasient utskrevet"),
        ("3", "Pasient utskrivningsklar"),
        ("4", "Avmelding av utskrivningsklar pasient"));

    /// <summary>Kind of municipal service, list 9151.</summary>
    public static CodeList Service { get; } = new(9151, "Kind of municipal service",
        ("1", "Praktisk bistand - daglige gjøremål"),
        ("11", "Omsorgsstønad"),
        ("14", "Planlagte tiltak"),
        ("15", "Helsetjenester i hjemmet"),
        ("17", "Dagopphold i institusjon"),
        ("18", "Tidsbegrenset opphold - utredning/behandling"),
        ("19", "Tidsbegrenset opphold - habilitering/rehabilitering"),
        ("2", "Praktisk bistand - opplæring - daglige gjøremål"),
        ("20", "Tidsbegrenset opphold - annet"),
        ("21", "Langtidsopphold i institusjon"),
        ("22", "Nattopphold i institusjon"),
        ("23", "Skadeavvergende tiltak i nødssituasjoner"),
        ("24", "Helsehjelp med tvang"),
        ("25", "Kommunal øyeblikkelig hjelp - døgnopphold"),
        ("26", "Lokaliseringsteknologi (GPS)"),
        ("27", "Elektronisk medisineringsstøtte"),
        ("28", "Digitalt tilsyn"),
        ("29", "Bolig som kommunen disponerer for helse- og omsorgsformål"),
        ("3", "Praktisk bistand - brukerstyrt - personlig assistanse"),
        ("4", "Dagaktivitetstilbud"),
        ("5", "Matombringing"),
        ("6", "Trygghetsalarm"),
        ("7", "Avlastning utenfor institusjon"),
        ("8", "Avlastning i institusjon"),
        ("9", "Støttekontakt"));

    /// <summary>Content of Helseopplysninger til lege, list 9137.</summary>
    public static CodeList ToDoctor { get; } = new(9137, "Content of Helseopplysninger til lege",
        ("2", "Statusrapport"),
        ("3", "Ønske om legevurdering"));

    /// <summary>Content of Medisinske opplysninger, list 9138.</summary>
    public static CodeList MedicalInformation { get; } = new(9138, "Content of Medisinske opplysninger",
        ("1", "Rapport etter konsultasjon"),
        ("4", "Svar på forespørsel"),
        ("5", "Opplysninger til søknad"));

    /// <summary>Content of Utskrivningsrapport, list 9139.</summary>
    public static CodeList DischargeReport { get; } = new(9139, "Content of Utskrivningsrapport",
        ("11", "Utskrivningsrapport"),
        ("12", "Fødselsepikrise"));

    /// <summary>Content of Helseopplysninger, list 9140.</summary>
    public static CodeList HealthInformation { get; } = new(9140, "Content of Helseopplysninger",
        ("1", "Varsel om innlagt pasient"),
        ("2", "Oppdaterte opplysninger"));

    /// <summary>Where the patient was discharged to, list 8408.</summary>
    public static CodeList DischargedTo { get; } = new(8408, "Where the patient was discharged to",
        ("1", "Bosted/arbeidssted"),
        ("10", "Pasienthotell"),
        ("11", "Sykehjem/aldershjem/helsehus"),
        ("2", "Skade- eller funnsted"),
        ("21", "Kommunal akutt døgnenhet (KAD)"),
        ("3", "Annen helseinstitusjon innen spesialisthelsetjenesten"),
        ("5", "Institusjon i utlandet"),
        ("7", "Annen (somatisk) enhet ved egen helseinstitusjon"),
        ("8", "Annen enhet (ikke somatikk) ved egen helseinstitusjon"),
        ("88", "Annet"),
        ("98", "Ukjent"),
        ("99", "Sted identifisert ved rapportering av attributt Til/Fra institusjon"));

    /// <summary>State at discharge, list 8431.</summary>
    public static CodeList StateAtDischarge { get; } = new(8431, "State at discharge",
        ("1", "Som levende"),
        ("2", "Som død"),
        ("3", "Suicid"));

    /// <summary>Use of a medication, list 9101.</summary>
    public static CodeList MedicationUse { get; } = new(9101, "Use of a medication",
        ("1", "Fast"),
        ("2", "Kur"),
        ("3", "Ved behov"),
        ("4", "Vaksine"),
        ("5", "Næringsmiddel/vitaminer"));

    /// <summary>Multidose, list 9103.</summary>
    public static CodeList Multidose { get; } = new(9103, "Multidose",
        ("1", "Legemiddeldosering inngår ikke i en multidose"),
        ("2", "Legemiddeldosering inngår i multidose og informasjon er sendt til leverandør"));

    /// <summary>Status of a prescription, list 9104.</summary>
    public static CodeList PrescriptionStatus { get; } = new(9104, "Status of a prescription",
        ("1", "Originalforskrivning"),
        ("2", "Seponering"),
        ("3", "Utlevert legemiddel"));

    /// <summary>Kind of document sent, list 8329.</summary>
    public static CodeList SentDocument { get; } = new(8329, "Kind of document sent",
        ("1", "Egensøknad"),
        ("2", "Tidligmelding"),
        ("3", "Resept"),
        ("4", "Epikrise"),
        ("5", "Tverrfaglig epikrise"));

    /// <summary>Receiver of a document sent, list 8330.</summary>
    public static CodeList DocumentReceiver { get; } = new(8330, "Receiver of a document sent",
        ("1", "Pasient"),
        ("2", "Fastlege"),
        ("3", "Tilsynslege"),
        ("4", "Apotek"));
}
