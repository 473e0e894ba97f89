using Hub.Kith;
using Hub.Kith.Codes;
using Hub.Kith.Plo;
using Hub.Kith.Types;
using Xunit;

namespace Hub.UnitTests.Kith.Plo;

public sealed class PloCheckTests
{
    [Fact]
    public void Should_ask_for_somebody_who_answers_for_the_message() =>
        Finds(PloCodes.Responsible, PloExamples.Of(PloType.Dodsfall) with { Opening = PloExamples.Opening() with { AnsvarForRapport = [] } });

    [Fact]
    public void Should_accept_a_unit_with_telephone_as_the_one_who_answers()
    {
        var unit = new Organisation { Name = "Hjemmetjenesten", Idents = [new Ident("1", PartyLists.OrganisationId.Cv("LAV"))], TeleComs = [new TeleCom(null, "tel:1")] };
        var opening = PloExamples.Opening() with { AnsvarForRapport = [], TilknyttetEnhet = [new TilknyttetEnhet { Kontaktenhet = unit }] };

        Assert.Empty(Check(PloExamples.Of(PloType.Dodsfall) with { Opening = opening }));
        Finds(PloCodes.Responsible, PloExamples.Of(PloType.Dodsfall) with { Opening = opening with { TilknyttetEnhet = [new TilknyttetEnhet { Kontaktenhet = unit with { TeleComs = [] } }] } });
    }

    [Fact]
    public void Should_ask_for_name_role_profession_and_telephone_of_a_professional()
    {
        var nameless = new AnsvarForRapport { AnsvarligRapport = new HealthcareProfessional { Idents = PloExamples.Nurse.Idents } };

        Assert.Equal(4, Check(PloExamples.Of(PloType.Dodsfall) with { Opening = PloExamples.Opening() with { AnsvarForRapport = [nameless] } }).Count(f => f.Code == PloCodes.Responsible));
    }

    [Theory]
    [InlineData(PloType.HelseopplysningerTilLege, "M", true)]
    [InlineData(PloType.OrienteringOmTjenestetilbud, "M", true)]
    [InlineData(PloType.MedisinskeOpplysninger, "M", true)]
    [InlineData(PloType.InnlagtPasient, "M", true)]
    [InlineData(PloType.Innleggelsesrapport, "M", false)]
    [InlineData(PloType.Utskrivningsrapport, "M", false)]
    [InlineData(PloType.Utskrivningsrapport, "C", false)]
    [InlineData(PloType.Utskrivningsrapport, "A", true)]
    [InlineData(PloType.Utskrivningsrapport, "H", true)]
    public void Should_allow_the_statuses_of_the_type(PloType type, string status, bool found) =>
        Assert.Equal(found, Check(PloExamples.Of(type) with { Opening = PloExamples.Opening(status) }).Any(f => f.Code == PloCodes.Status));

    [Fact]
    public void Should_know_the_kinds_of_content_of_each_type()
    {
        var kind = new TypeInnholdIMelding { TypeInnhold = PloLists.MedicalInformation.Cv("5") };

        Finds(PloCodes.ContentKind, With<TverrfagligEpikrise>(b => b with { TypeInnholdIMelding = kind }));
        Finds(PloCodes.ContentKind, With<Konsultasjon>(b => b with { InnholdKonsultasjon = new InnholdKonsultasjon { TypeInnholdKonsultasjon = new CS("1", "?") } }));
        Finds(PloCodes.ContentKind, PloExamples.Of(PloType.Helseopplysninger) with { Opening = PloExamples.Opening("M") });
    }

    [Theory]
    [InlineData(PloType.InnlagtPasient)]
    [InlineData(PloType.UtskrivningsklarPasient)]
    [InlineData(PloType.AvmeldingUtskrivningsklar)]
    [InlineData(PloType.UtskrevetPasient)]
    [InlineData(PloType.Dodsfall)]
    public void Should_ask_for_the_event_of_each_use(PloType type)
    {
        var wrong = PloEvents.Of(type == PloType.Dodsfall ? PloEvents.Discharged : PloEvents.Dead, TS.Of(PloExamples.Now.AddHours(-1)));
        PloBody body = PloExamples.Of(type).Body switch
        {
            MeldingInnlagtPasient b => b with { TidsfestetHendelse = wrong },
            MeldingUtskrivningsklarPasient b => b with { TidsfestetHendelse = [wrong] },
            AvmeldingUtskrivningsklarPasient b => b with { TidsfestetHendelse = [wrong] },
            MeldingOmUtskrevetPasient b => b with { TidsfestetHendelse = wrong },
            var b => (OrienteringOmDod)b with { TidsfestetHendelse = wrong },
        };

        Finds(PloCodes.Events, PloExamples.Of(type) with { Body = body });
    }

    [Fact]
    public void Should_see_times_that_contradict_each_other()
    {
        var now = PloExamples.Now;
        Finds(PloCodes.Timing, With<MeldingInnlagtPasient>(b => b with { TidsfestetHendelse = PloEvents.Of(PloEvents.Admitted, TS.Of(now.AddHours(2))) }));
        Finds(PloCodes.Timing, With<MeldingUtskrivningsklarPasient>(b => b with
        {
            TidsfestetHendelse = [PloEvents.Of(PloEvents.Admitted, TS.Of(now.AddHours(-2))), PloEvents.Of(PloEvents.Ready, TS.Of(now.AddHours(-3)))],
        }));
        Finds(PloCodes.Timing, With<OrienteringOmTjenestetilbud>(b => b with
        {
            EksisterendeTjeneste = [b.EksisterendeTjeneste[0] with { Startdato = new TS("2026-02-02"), Sluttdato = new TS("2026-02-01") }],
        }));
    }

    [Theory]
    [InlineData(-23, false)]
    [InlineData(-25, true)]
    public void Should_see_that_the_first_health_information_comes_later_than_a_day_after_the_admission(int hours, bool found)
    {
        var document = With<HelseopplysningerVedSoknad>(b => b with
        {
            OpplysningOpphold = [new OpplysningOpphold { TidsfestetHendelse = PloEvents.Of(PloEvents.Admitted, TS.Of(PloExamples.Now.AddHours(hours))) }],
        });

        Assert.Equal(found, Check(document).Any(f => f.Code == PloCodes.Timing));
    }

    [Fact]
    public void Should_tell_headings_that_are_retired_unknown_without_text_or_misplaced()
    {
        Finds(PloCodes.Heading, WithHeading(new CV("11", CV.VolvenPrefix + "9141", "Årsak")));
        Finds(PloCodes.Heading, WithHeading(new CV("99", CV.VolvenPrefix + "9141", "?")));
        Finds(PloCodes.Heading, WithHeading(new CV("1", null, "?")));
        Finds(PloCodes.HeadingText, WithHeading(new CV("88", CV.VolvenPrefix + "9141", null)));
        Finds(PloCodes.HeadingPlace, WithHeading(PloHeadings.Problem));
        Finds(PloCodes.HeadingPlace, WithHeading(PloHeadings.PatientStatus));
        Assert.Empty(Check(WithHeading(PloHeadings.Other)));
        Assert.Empty(Check(WithHeading(null)));
    }

    [Fact]
    public void Should_ask_for_the_headings_of_the_profile_but_not_in_a_cancellation()
    {
        var bare = With<Innleggelsesrapport>(b => b with { MedisinskfagligeOpplysninger = null, Sykepleierdokumentasjon = null });

        Assert.Equal(3, Check(bare).Count(f => f.Code == PloCodes.HeadingMissing));
        Assert.Empty(Check(bare with { Opening = PloExamples.Opening("C") }));
    }

    [Fact]
    public void Should_see_codes_of_another_list_and_codes_without_text()
    {
        Finds(PloCodes.CodeUse, Service(new CV("28", PloLists.Event.Oid, "Digitalt tilsyn")));
        Finds(PloCodes.CodeUse, Service(new CV("28", PloLists.Service.Oid, null)));
        Finds(PloCodes.CodeUse, Service(new CV(null, null, null)));
        Assert.Empty(Check(Service(CV.OfText("Nettbrett"))));
    }

    [Fact]
    public void Should_see_component_ids_that_are_not_unique_or_no_uuid()
    {
        var id = Guid.NewGuid().ToString();
        GenereltJournalnotat Note(string value) => PloNotes.Note(PloNotes.Text(PloHeadings.Course, "x")) with { Komponent = new KomponentMeta { KomponentID = value } };
        PloDocument Document(params GenereltJournalnotat[] notes) =>
            With<Konsultasjon>(b => b with { MedisinskfagligeOpplysninger = new MedisinskfagligeOpplysninger { GenereltJournalnotat = notes } });

        Finds(PloCodes.ComponentId, Document(Note(id), Note(id)));
        Finds(PloCodes.ComponentId, Document(Note("12")));
        Assert.Empty(Check(Document(Note(id))));
    }

    [Fact]
    public void Should_ask_for_exactly_one_kind_of_appointment_and_the_main_diagnosis_first()
    {
        Finds(PloCodes.Choice, With<TverrfagligEpikrise>(b => b with { InfoKontrolltime = [new InfoKontrolltime()] }));
        var diagnoses = new InfoMedisinskDiagnose { MedisinskDiagnose = [new MedisinskDiagnose { DiagnoseBeskrivelse = "a" }, new MedisinskDiagnose { Hoveddiagnose = true, DiagnoseBeskrivelse = "b" }] };
        Finds(PloCodes.Choice, With<TverrfagligEpikrise>(b => b with { InfoMedisinskDiagnose = [diagnoses] }));
    }

    private static PloDocument WithHeading(CV? heading) => With<Konsultasjon>(b => b with { Sykepleierdokumentasjon = PloNotes.Nursing(PloNotes.Text(heading, "tekst")) });

    private static PloDocument Service(CV code) => With<OrienteringOmTjenestetilbud>(b => b with { EksisterendeTjeneste = [new EksisterendeTjeneste { IPLOStjenestetype = code, PrivatTjeneste = false }] });

    private static PloDocument With<T>(Func<T, T> change)
        where T : PloBody
    {
        var document = PloExamples.All().Single(d => d.Body is T);
        return document with { Body = change((T)document.Body) };
    }

    private static IReadOnlyList<KithFinding> Check(PloDocument document) => PloChecks.Check(document, PloExamples.Now);

    private static void Finds(string code, PloDocument document) => Assert.Contains(Check(document), f => f.Code == code);
}
