namespace Hub.Fhir.Terminology;

/// <summary>Codes of alerts. Codes sort as dotted numbers, and are compared as text. Source: <see cref="CodeSystems.VkpAlertCode"/>.</summary>
public static class VkpAlertCodes
{
    /// <summary>Safety alarm; the official sample wrongly sends 7 with this text.</summary>
    public const string SafetyAlarm = "3";

    /// <summary>Digital home follow-up.</summary>
    public const string HomeFollowUp = "5";

    /// <summary>Summary alert.</summary>
    public const string SummaryAlert = "5.1";

    /// <summary>Measurement reported.</summary>
    public const string MeasurementReported = "5.2.1";

    /// <summary>Form answered.</summary>
    public const string FormAnswered = "5.2.2";

    /// <summary>Other action done.</summary>
    public const string OtherAction = "5.2.3";

    /// <summary>Patient inactive.</summary>
    public const string InactivePatient = "5.3";

    /// <summary>Answer to a form missing.</summary>
    public const string FormMissing = "5.3.1";

    /// <summary>Measurement missing.</summary>
    public const string MeasurementMissing = "5.3.2";

    /// <summary>The codes and their texts.</summary>
    public static TermList Terms { get; } = new(
        CodeSystems.VkpAlertCode,
        ("1", "Elektronisk medisineringsstøtte"), ("1.1", "Ikke utlevert"), ("1.2", "Utlevering forhindret av medisinmangel"),
        ("1.3", "Mangler utleveringsbekreftelse"), ("1.4", "Melding ikke lest"), ("1.5", "Teknisk feil"), ("1.6", "Pose ikke lest"),
        ("1.7", "Feil ved rull"), ("1.8", "Rull sitter fast"), ("1.9", "Full skuff"), ("1.10", "Medisin venter"),
        ("1.11", "Mangler tilstrekkelig mengde medisin"), ("1.12", "Snart tomt for medisin"), ("1.13", "Tomt for medisin"),
        ("1.14", "Mangler tidsplan"), ("1.15", "Endringskontroll av medisinplan"), ("1.16", "Rull behandlet"), ("1.17", "Batteri lavt"),
        ("1.18", "Batteri tomt"), ("1.19", "Ikke tilkoblet strøm"), ("1.20", "Ingen kontakt"), ("1.21", "Dispenser åpen"),
        ("1.22", "Innbrudd"), ("1.23", "Dosett feilplassert"), ("2", "Lokaliseringsteknologi"), ("3", "Trygghetsalarm"),
        ("4", "Digitalt tilsyn"), ("4.1", "Fall"), ("4.2", "Forlatt sengen"), ("4.3", "Satt seg opp seng"), ("4.4", "Reist seg fra stol"),
        ("4.5", "Kommet inn rom"), ("4.6", "Forlatt rom"), ("4.7", "Uventet langt opphold"), ("4.8", "Aktivitet rom"),
        ("4.9", "Inaktivitet"), ("4.10", "Høyt lydnivå"), ("4.11", "Brannalarm"), ("4.12", "Fravær"), ("4.13", "Knappetrykk"),
        ("4.14", "Snortrekk"), ("4.15", "Dør åpnet"), ("4.16", "Dør lukket"), ("4.17", "Vannalarm"), ("4.18", "Bevegelse"),
        ("4.19", "Manglende bevegelse"), ("4.20", "Lagt seg seng"), ("4.21", "Forlatt bolig"), ("4.22", "Mislykket brukeranrop"),
        ("4.23", "Inaktivitet bad"), ("4.24", "Epilepsi"), ("4.25", "Hendelsesbasert kameratilsyn"), ("4.26", "Planlagt kameratilsyn"),
        ("5", "Digital hjemmeoppfølging"), ("5.1", "Oppsummerende varsel"), ("5.2", "Handling utført"), ("5.2.1", "Måledata rapportert"),
        ("5.2.2", "Skjemabesvarelse"), ("5.2.3", "Annen handling utført"), ("5.3", "Inaktiv pasient"),
        ("5.3.1", "Manglende skjemabesvarelse"), ("5.3.2", "Måling ikke rapportert"), ("6", "Elektronisk dørlås"),
        ("7", "Sykesignalanlegg"), ("7.1", "Inkontinens"));
}
