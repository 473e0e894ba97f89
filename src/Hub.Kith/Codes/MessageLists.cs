namespace Hub.Kith.Codes;

/// <summary>Lists of the message head and of receipts. Texts are those of Volven (June 2025).</summary>
public static class MessageLists
{
    /// <summary>Kind of message (MsgInfo/Type), list 8279.</summary>
    public static CodeList MessageType { get; } = new(8279, "Kind of message (MsgInfo/Type)",
        ("APPREC", "Applikasjonskvittering"),
        ("DIALOG_AVVIK", "Tilbakemelding om feil i mottatt melding"),
        ("DIALOG_FORESPORSEL", "Forespørsel"),
        ("DIALOG_HELSEFAGLIG", "Helsefaglig dialog"),
        ("DIALOG_NOTAT", "Notat"),
        ("DIALOG_STATUS_HENVISNING", "Status på henvisning"),
        ("DIALOG_SVAR", "Svar på forespørsel"),
        ("HELSEOPPL_SOKNAD", "Helseopplysninger"),
        ("HELSEOPPLYSNINGER_LEGE", "Helseopplysninger til lege"),
        ("INNLEGGELSESRAPPORT", "Innleggelsesrapport"),
        ("LOG_AVMELDING", "Avmelding av utskrivningsklar pasient"),
        ("LOG_DOD", "Orientering om dødsfall"),
        ("LOG_INNLAGT", "Melding om innlagt pasient"),
        ("LOG_UTSKREVET", "Melding om utskrevet pasient"),
        ("LOG_UTSKRIVNINGSKLAR", "Melding om utskrivningsklar pasient"),
        ("MEDISINSKE_OPPLYSNINGER", "Medisinske opplysninger"),
        ("ORIENTERING_TJENESTETILBUD", "Orientering om tjenestetilbud"),
        ("UTSKRIVNINGSRAPPORT", "Utskrivningsrapport"));

    /// <summary>Way of communication, list 8235.</summary>
    public static CodeList ComMethod { get; } = new(8235, "Way of communication",
        ("EDI", "EDI"),
        ("PST", "Brev"));

    /// <summary>Role of a receiver, list 8112.</summary>
    public static CodeList ReceiverRole { get; } = new(8112, "Role of a receiver",
        ("COP", "Kopimottaker"),
        ("FR", "Mottaker i videresendt melding"),
        ("OR", "Opprinnelig mottaker"),
        ("PRIM", "Primærmottaker"));

    /// <summary>Place of a document in the message, list 4702.</summary>
    public static CodeList DocumentConnection { get; } = new(4702, "Place of a document in the message",
        ("A", "Andre tilleggsdokument"),
        ("F", "Følgeskriv"),
        ("FH", "Forside av hoveddokument"),
        ("H", "Hoveddokument"),
        ("V", "Vedlegg"));

    /// <summary>Consent of the patient, list 9064.</summary>
    public static CodeList Consent { get; } = new(9064, "Consent of the patient",
        ("1", "Ja, samtykke er innhentet"),
        ("2", "Pasientens samtykke er ikke påkrevet i dette tilfellet"),
        ("3", "Svar på forespørsel e.l. som pasienten har gitt samtykke til"),
        ("4", "Nei, pasienten har ikke gitt sitt samtykke"));

    /// <summary>Form of a document (RefDoc/MsgType), list 8114.</summary>
    public static CodeList DocumentType { get; } = new(8114, "Form of a document (RefDoc/MsgType)",
        ("A", "Vedlegg"),
        ("REF", "Referanse"),
        ("XML", "XML-instans"));

    /// <summary>Status of a sending, list 7309.</summary>
    public static CodeList Forsendelsesstatus { get; } = new(7309, "Status of a sending",
        ("A", "Tillegg"),
        ("C", "Kansellering"),
        ("H", "Historikk"),
        ("M", "Endring"),
        ("N", "Ny"));

    /// <summary>Status in a receipt, list 8258.</summary>
    public static CodeList AppRecStatus { get; } = new(8258, "Status in a receipt",
        ("1", "OK"),
        ("2", "Avvist"),
        ("3", "OK, feil i delmelding"));

    /// <summary>Fault in a receipt, list 8221.</summary>
    public static CodeList AppRecError { get; } = new(8221, "Fault in a receipt",
        ("E10", "Ugyldig meldingsidentifikator"),
        ("E20", "Lege finnes ikke"),
        ("E21", "Mottaker finnes ikke"),
        ("E30", "Pasientens fødselsnummer mangler"),
        ("E31", "Pasientens fødselsnummer er feil"),
        ("E32", "Pasientens navn mangler"),
        ("E33", "Pasientens etternavn mangler"),
        ("E34", "Pasientens fornavn mangler"),
        ("E35", "Pasienten finnes ikke i mottakersystemet"),
        ("E36", "Pasientopplysninger er utilstrekkelige"),
        ("E53", "Pasientens fødselsnummer eller D-nummer finnes ikke registrert i Folkeregisteret."),
        ("E54", "Pasientens fødselsnummer er ikke registrert i mottagersystemet"),
        ("S01", "Feil på signatur"),
        ("S02", "Ugyldig sertifikat"),
        ("S03", "Tilbaketrukket sertifikat"),
        ("S99", "Annen feil på signatur eller sertifikat"),
        ("T01", "Ikke XML / ikke 'well formed' / uleselig"),
        ("T02", "XML validerer ikke"),
        ("T10", "Støtter ikke meldingsformatet"),
        ("T99", "Annen feil på format"),
        ("X99", "Annen feil"));
}
