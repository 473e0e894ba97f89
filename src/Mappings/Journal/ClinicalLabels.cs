namespace Hub.Mappings.Journal;

/// <summary>What the elements of PLO and dialogmelding are called by those who read a journal. An element that is not here is shown by its own name.</summary>
internal static class ClinicalLabels
{
    /// <summary>Heading of what nobody may miss: allergies and warnings.</summary>
    public const string Critical = "Kritisk informasjon";

    /// <summary>Heading of what fits under no other.</summary>
    public const string Other = "Opplysninger";

    /// <summary>Headings in the order they are read.</summary>
    public static IReadOnlyList<string> Order { get; } =
    [
        Critical, "Forespørsel", "Innholdet i meldingen", "Opphold og hendelser",
        "Diagnoser", "Tidligere sykdommer", "Legemidler", "Legemidler gitt ved overføring", "Relevant for oppfølgingen", "Sykepleie", "Funksjonsnivå", "Tjenester", "Behov for tjenester",
        "Andre faggrupper", "Hjelpemidler", "Tolk og kommunikasjon", "Reservasjoner og ønsker", "Informasjon gitt", "Kontrolltime", "Søknad", Other,
        "Om pasienten", "Pårørende", "Kontaktpersoner", "Ansvarlig for meldingen", "Kontakt hos avsender", "Sendte dokumenter", "Om notatet",
    ];

    /// <summary>Headings that stand before the texts.</summary>
    public static IReadOnlyList<string> First { get; } = [.. Order.Take(4)];

    private static readonly Dictionary<string, string> Titles = new(StringComparer.Ordinal)
    {
        ["Cave"] = Critical,
        ["Allerginotat"] = Critical,
        ["SakshodeCave"] = Critical,
        ["Foresporsel"] = "Forespørsel",
        ["TypeInnholdIMelding"] = "Innholdet i meldingen",
        ["InnholdKonsultasjon"] = "Innholdet i meldingen",
        ["OpplysningOpphold"] = "Opphold og hendelser",
        ["MeldingInnlagtPasient"] = "Opphold og hendelser",
        ["MeldingUtskrivningsklarPasient"] = "Opphold og hendelser",
        ["AvmeldingUtskrivningsklarPasient"] = "Opphold og hendelser",
        ["MeldingOmUtskrevetPasient"] = "Opphold og hendelser",
        ["OrienteringOmDod"] = "Opphold og hendelser",
        ["MeldingFravar"] = "Opphold og hendelser",
        ["InfoMedisinskDiagnose"] = "Diagnoser",
        ["InfoTidligereSykdommer"] = "Tidligere sykdommer",
        ["Legemiddelinfo"] = "Legemidler",
        ["LegemidlerAdministrertVedOverforing"] = "Legemidler gitt ved overføring",
        ["OpplysningerRelevantOppfolging"] = "Relevant for oppfølgingen",
        ["Sykepleierdokumentasjon"] = "Sykepleie",
        ["InfoKartleggingFunksjonsniva"] = "Funksjonsnivå",
        ["EksisterendeTjeneste"] = "Tjenester",
        ["TjenesteBehov"] = "Behov for tjenester",
        ["OpplysningerAndreFaggrupper"] = "Andre faggrupper",
        ["OpplysningerOmHjelpemidler"] = "Hjelpemidler",
        ["InfoAssistertKommunikasjon"] = "Tolk og kommunikasjon",
        ["AssistertKommunikasjon"] = "Tolk og kommunikasjon",
        ["InfoReservasjon"] = "Reservasjoner og ønsker",
        ["InfoInformasjonGitt"] = "Informasjon gitt",
        ["InfoKontrolltime"] = "Kontrolltime",
        ["OpplysningerTilSoknad"] = "Søknad",
        ["TilleggsopplysningPasient"] = "Om pasienten",
        ["ParorendeForesatt"] = "Pårørende",
        ["KontaktpersonHelsepersonell"] = "Kontaktpersoner",
        ["AnsvarForRapport"] = "Ansvarlig for meldingen",
        ["TilknyttetEnhet"] = "Kontakt hos avsender",
        ["SendtDokument"] = "Sendte dokumenter",
        ["Notat"] = "Om notatet",
        ["InformasjonOmForsendelsen"] = "Innholdet i meldingen",
    };

    // Empty: the value says what it is, or the element only wraps others.
    private static readonly Dictionary<string, string> Labels = new(StringComparer.Ordinal)
    {
        ["TidsfestetHendelse"] = "",
        ["MedisinskDiagnose"] = "",
        ["ForenkletForskrivning"] = "",
        ["Forskrivningsinfo"] = "",
        ["Kontaktenhet"] = "",
        ["Kontaktperson"] = "",
        ["AnsvarligRapport"] = "",
        ["Referanseperson"] = "",
        ["MedisinskfagligeOpplysninger"] = "",
        ["InfoFraSykepleier"] = "",
        ["GenereltJournalnotat"] = "",
        ["StikkordCave"] = "",
        ["Allergi"] = "",
        ["KartlagtFunksjon"] = "",
        ["TidligereSykdomFragment"] = "",
        ["HealthcareProfessional"] = "",
        ["Person"] = "",
        ["StatusHjelpemiddel"] = "",
        ["InformasjonOmTime"] = "",
        ["AdmAvHelsepersonell"] = "",
        ["Tiltaksbeskrivelse"] = "Tiltak",
        ["IverksatteTiltak"] = "",
        ["UtskrevetTil"] = "",
        ["TidsperiodeDiagnose"] = "Periode",
        ["InfoAndreViktigeOpplysninger"] = "",
        ["RollerRelatertNotat"] = "",
        ["TypeInnhold"] = "",
        ["TypeInnholdKonsultasjon"] = "",
        ["TypeHealthcareProfessional"] = "",
        ["RoleToPatient"] = "",
        ["RolleNotat"] = "",
        ["OrganisationName"] = "",
        ["Diagnosekode"] = "",
        ["DiagnoseBeskrivelse"] = "",
        ["Hendelsekode"] = "",
        ["BeskrivelseAvHendelse"] = "",
        ["TidspunktForHendelse"] = "",
        ["CaveStikkord"] = "Cave",
        ["AllergiskMot"] = "Allergi mot",
        ["VirkestoffLegemiddel"] = "virkestoff",
        ["KodeAnnetStoff"] = "stoff",
        ["HensynVedForskrivning"] = "hensyn ved forskrivning",
        ["HensynMatDrikke"] = "hensyn ved mat og drikke",
        ["Kontaktallergi"] = "kontaktallergi",
        ["PollenInnsektstikk"] = "pollen eller insektstikk",
        ["AnafylaktiskeReaksjoner"] = "anafylaktisk reaksjon",
        ["DosVeiledEnkel"] = "",
        ["Bruk"] = "",
        ["InngaarIMultidose"] = "",
        ["StatusTilForskrivningen"] = "",
        ["DoseringStarttidspunkt"] = "fra",
        ["DoseringSluttidspunkt"] = "til",
        ["DoseringSluttTidspunkt"] = "til",
        ["SkalIkkeTasSammenMedAnnetLegemiddel"] = "skal ikke tas sammen med annet legemiddel",
        ["AdmStart"] = "gitt fra",
        ["AdmSlutt"] = "gitt til",
        ["AdmEnkeltdose"] = "dose",
        ["SivilStatus"] = "Sivilstand",
        ["BorAlene"] = "Bor alene",
        ["Sprak"] = "Språk",
        ["Slektskap"] = "",
        ["GodkjentDato"] = "Godkjent",
        ["IPLOStjenestetype"] = "",
        ["BetegnelseTjeneste"] = "",
        ["PrivatTjeneste"] = "privat tjeneste",
        ["AntallEnheter"] = "antall",
        ["Enhet"] = "enhet",
        ["Startdato"] = "fra",
        ["Sluttdato"] = "til",
        ["OpplysningerOmTjenesten"] = "",
        ["Funksjonsvariabel"] = "",
        ["TjenestenLevertAv"] = "levert av",
        ["SamletVurderingFunksjonsniva"] = "Samlet vurdering",
        ["TidligereSykdom"] = "",
        ["Hoveddiagnose"] = "hoveddiagnose",
        ["FunksjonshemmingKroniskSykdom"] = "funksjonshemming eller kronisk sykdom",
        ["BehovTolkSprak"] = "Trenger tolk i",
        ["PreferertTolk"] = "Foretrukket tolk",
        ["BestiltKontrolltime"] = "Kontrolltime er bestilt",
        ["TidspunktTime"] = "Tid",
        ["StedTime"] = "Sted",
        ["Varighet"] = "Varighet i minutter",
        ["UtTil"] = "Utskrevet til",
        ["Uttilstand"] = "Tilstand",
        ["FasteHjelpemidler"] = "Faste hjelpemidler",
        ["Hjelpemiddelbeskrivelse"] = "",
        ["BetegnelseHjelpemiddel"] = "",
        ["HjelpemiddelHorsel"] = "Hørsel",
        ["HjelpLegemiddeladm"] = "Trenger hjelp med legemidler",
        ["EndringFunksjonsnivaa"] = "Endring i funksjonsnivå",
        ["MerknadTilLegemiddeladministrering"] = "Om legemidlene",
        ["IntervensjonTiltakBeskrivelse"] = "",
        ["EgensoknadSendt"] = "Egensøknad er sendt",
        ["SvarPaaForesporsel"] = "Svar på forespørsel",
        ["ForbeholdOmVideresending"] = "Forbehold om videresending",
        ["Opplysning"] = "",
        ["JaNei"] = "sendt",
        ["DatoSendt"] = "dato",
        ["TypeForesp"] = "",
        ["Sporsmal"] = "Spørsmål",
        ["EmneSporsmal"] = "Emne",
        ["TypeJournalinfo"] = "Gjelder journalopplysninger",
        ["RefDokIdForesp"] = "Viser til dokument",
        ["DokIdForesp"] = "Forespørselens nummer",
        ["KodetOpplysning"] = "",
        ["FraDato"] = "fra",
        ["TilDato"] = "til",
        ["TemaKodet"] = "Gjelder",
        ["DokIdNotat"] = "Notatets nummer",
        ["DatoNotat"] = "Dato",
        ["TeleAddress"] = "",
        ["TeleCom"] = "",
        ["Ident"] = "",
        ["Address"] = "",
        ["StreetAdr"] = "",
        ["PostalCode"] = "",
        ["City"] = "",
        ["DateOfBirth"] = "født",
        ["Sex"] = "kjønn",
    };

    /// <summary>The heading that an element begins; null when it begins none.</summary>
    public static string? Title(string element) => Titles.GetValueOrDefault(element);

    /// <summary>The label of an element: empty when it needs none, its own name as words when it is unknown.</summary>
    public static string Of(string element) => Labels.TryGetValue(element, out var label) ? label : Title(element) is not null ? "" : Words(element);

    // "EvalueringTidspunkt" is read as "Evaluering tidspunkt".
    private static string Words(string element)
    {
        if (!element.All(char.IsLetter))
            return element;
        var words = string.Concat(element.Select((c, i) => i > 0 && char.IsUpper(c) && char.IsLower(element[i - 1]) ? $" {char.ToLowerInvariant(c)}" : c.ToString()));
        return words;
    }
}
