using Hub.Kith.Codes;
using Hub.Kith.Plo;
using Hub.Kith.Types;

namespace Hub.UnitTests.Kith.Plo;

/// <summary>The eleven messages with what is obligatory and nothing more. All persons and numbers are made up.</summary>
public static class PloExamples
{
    public static readonly Guid MessageId = Guid.Parse("7f2d6f6e-6f0e-4e6c-9a53-0c1c52d0a001");

    public static readonly DateTimeOffset Now = new(2026, 3, 2, 12, 0, 0, TimeSpan.FromHours(1));

    public static PloOpening Opening(string status = "N") => new()
    {
        InformasjonOmForsendelsen = new InformasjonOmForsendelsen { Forsendelsesstatus = MessageLists.Forsendelsesstatus.Cs(status) },
        AnsvarForRapport = [new AnsvarForRapport { AnsvarligRapport = Nurse }],
    };

    public static HealthcareProfessional Nurse { get; } = new()
    {
        TypeHealthcareProfessional = PartyLists.Profession.Cs("SP"),
        RoleToPatient = PartyLists.RoleToPatient.Cv("9"),
        FamilyName = "Prøvesen",
        GivenName = "Åse",
        Idents = [new Ident("9144889", PartyLists.PersonId.Cv("HPR"))],
        TeleComs = [new TeleCom(null, "tel:33000000")],
    };

    public static IEnumerable<PloDocument> All() => Bodies().Select(b => new PloDocument { Opening = Opening(), Body = b });

    public static PloDocument Of(PloType type) => All().Single(d => d.Type == type);

    public static IEnumerable<PloBody> Bodies()
    {
        var yesterday = TS.Of(Now.AddHours(-20));
        yield return new MeldingInnlagtPasient { TidsfestetHendelse = PloEvents.Of(PloEvents.Admitted, yesterday) };
        yield return new MeldingUtskrivningsklarPasient
        {
            TidsfestetHendelse = [PloEvents.Of(PloEvents.Admitted, yesterday), PloEvents.Of(PloEvents.Ready, TS.Of(Now.AddDays(1)), estimate: true)],
        };
        yield return new AvmeldingUtskrivningsklarPasient
        {
            TidsfestetHendelse =
            [
                PloEvents.Of(PloEvents.Admitted, yesterday), PloEvents.Of(PloEvents.Ready, TS.Of(Now.AddHours(-5))), PloEvents.Of(PloEvents.NotReady, TS.Of(Now.AddHours(-1))),
            ],
        };
        yield return new MeldingOmUtskrevetPasient
        {
            UtskrevetTil = new UtskrevetTil { UtTil = PloLists.DischargedTo.Cv("1") },
            TidsfestetHendelse = PloEvents.Of(PloEvents.Discharged, TS.Of(Now.AddHours(-1))),
        };
        yield return new OrienteringOmDod { TidsfestetHendelse = PloEvents.Of(PloEvents.Dead, TS.Of(Now.AddHours(-1))) };
        yield return new Innleggelsesrapport
        {
            MedisinskfagligeOpplysninger = PloNotes.Medical(PloNotes.Text(PloHeadings.ReasonForAdmission, "Økende tung pust")),
            Sykepleierdokumentasjon = PloNotes.Nursing(
                PloNotes.Text(PloHeadings.NursingSummary, "Hjelp morgen og kveld"), PloNotes.Text(PloHeadings.Practical, "Nøkkel i boks")),
        };
        yield return new HelseopplysningerVedSoknad
        {
            TypeInnholdIMelding = new TypeInnholdIMelding { TypeInnhold = PloLists.HealthInformation.Cv("1") },
            OpplysningOpphold = [new OpplysningOpphold { TidsfestetHendelse = PloEvents.Of(PloEvents.Ready, TS.Of(Now.AddDays(2)), estimate: true) }],
            MedisinskfagligeOpplysninger = PloNotes.Medical(
                PloNotes.Text(PloHeadings.PatientStatus, "Stabil"), PloNotes.Text(PloHeadings.ExpectedCourse, "Utskrives om to dager")),
        };
        yield return new Konsultasjon
        {
            InnholdKonsultasjon = new InnholdKonsultasjon { TypeInnholdKonsultasjon = PloLists.ToDoctor.Cs("2") },
            Sykepleierdokumentasjon = PloNotes.Nursing(PloNotes.Text(PloHeadings.Other, "Digital hjemmeoppfølging:\nVekt 81,2 kg")),
        };
        yield return new OverforingMedisinskeOpplysninger
        {
            MedisinskfagligeOpplysninger = PloNotes.Medical(
                PloNotes.Text(PloHeadings.Problem, "KOLS"), PloNotes.Text(PloHeadings.Findings, "FEV1 48 %"), PloNotes.Text(PloHeadings.Wanted, "Egenbehandlingsplan")),
            InfoAndreViktigeOpplysninger = new InfoAndreViktigeOpplysninger { GenereltJournalnotat = [PloNotes.Note(PloNotes.Text(PloHeadings.Practical, "Bor alene"))] },
        };
        yield return new OrienteringOmTjenestetilbud
        {
            EksisterendeTjeneste = [new EksisterendeTjeneste { IPLOStjenestetype = PloLists.Service.Cv("28"), PrivatTjeneste = false }],
        };
        yield return new TverrfagligEpikrise
        {
            TypeInnholdIMelding = new TypeInnholdIMelding { TypeInnhold = PloLists.DischargeReport.Cv("11") },
            MedisinskfagligeOpplysninger = PloNotes.Medical(PloNotes.Text(PloHeadings.Problem, "Lungebetennelse"), PloNotes.Text(PloHeadings.FollowUp, "Måle SpO2 daglig")),
            Sykepleierdokumentasjon = PloNotes.Nursing(
                PloNotes.Text(PloHeadings.NursingSummary, "Selvhjulpen"), PloNotes.Text(PloHeadings.Practical, "Henter nettbrett torsdag")),
        };
    }
}
