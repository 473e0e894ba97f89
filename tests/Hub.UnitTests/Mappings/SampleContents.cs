using Hub.Core.Content;
using Hub.Core.Identities;
using CodeSystems = Hub.Fhir.Terminology.CodeSystems;

namespace Hub.UnitTests.Mappings;

/// <summary>Alerts, notes, chats, forms, plans and states, plain and rich.</summary>
internal static class SampleContents
{
    private static readonly ClinicalTime At = new(new DateTimeOffset(2026, 3, 1, 9, 14, 55, TimeSpan.FromHours(1)));
    private static readonly Party Nurse = new(PartyRole.Practitioner, new Identifier(IdentifierSystems.Hpr, "9999999"), "Kari Sykepleier");
    private static readonly Party PatientSelf = new(PartyRole.Patient, null, "Line Danser");

    public static IEnumerable<(string Name, HomeContent Content)> All() =>
        Uncorrected().Concat(Uncorrected().Select(c => ($"{c.Name}-corrected", c.Content with { Corrects = "evt-0" })));

    private static IEnumerable<(string Name, HomeContent Content)> Uncorrected() =>
        [.. Alerts(), .. Notes(), .. Chats(), .. Forms(), .. Plans(), .. States(), .. SamplePersonalia.All(), .. SampleDevices.All()];

    private static IEnumerable<(string Name, HomeContent Content)> Alerts()
    {
        foreach (var state in Enum.GetValues<AlertState>())
        {
            foreach (var triage in Enum.GetValues<Triage>())
                yield return ($"alert-{state}-{triage}", Alert(state) with { Triage = triage });
        }

        yield return ("alert-bare", new Alert("a-1", AlertState.Raised, At));
        yield return ("alert-foreign-code", new Alert("a-1", AlertState.Closed, At) { Code = new Concept([new Coding("http://vendor.example/alerts", "spo2-low", "SpO2 low")], "Lav metning"), ClosedBy = PatientSelf });
    }

    private static Alert Alert(AlertState state) => new("a-1", state, At)
    {
        Code = new Concept([new Coding(CodeSystems.VkpAlertCode, "5.2.1", "Måledata rapportert")]),
        Cause = "SpO2 under grensen <88 %> & fallende",
        Evidence = [SampleMeasurements.Plain(MeasurementKind.OxygenSaturation), SampleMeasurements.Plain(MeasurementKind.BloodPressure)],
        CausedBy = ["evt-7", "evt-8"],
        ClosedBy = state == AlertState.Closed ? Nurse : null,
        Action = state == AlertState.Closed ? "Ringt pasienten.\nNy måling om to timer." : null,
    };

    private static IEnumerable<(string Name, HomeContent Content)> Notes()
    {
        yield return ("note-bare", new JournalNote(At, [new NoteSection(null, null, "Alt vel.", [])]));
        yield return ("note-empty-section", new JournalNote(At, [new NoteSection("Tom", null, " ", [])]));
        yield return ("note-no-sections", new JournalNote(At, []));
        yield return ("note-rich", new JournalNote(At,
            [
                new NoteSection("Oppfølging", new Concept([new Coding(CodeSystems.VkpCompositionSection, "1.1")]), "Første linje\nAndre <linje> & \"mer\" 🙂", [new NoteSection("Under", null, "Nøstet\u0001tekst", [])]),
                new NoteSection("Kommentar", new Concept([new Coding("http://vendor.example/sections", "c")]), "", [new NoteSection(null, null, "bare under", [])]),
            ])
        {
            Triage = Triage.Yellow,
            Title = "Oppfølging av varsel",
            NoteCategory = "alert-closed",
            Type = new Concept([new Coding("http://loinc.org", "34133-9")], "Journalnotat for respons på hendelse"),
            Categories = [new Concept([new Coding("http://vendor.example/category", "x", "X")], "Leverandørens")],
            Authors = [Nurse, new Party(PartyRole.System, null, "Dignio")],
            FollowsAlert = "a-1",
            Alert = Alert(AlertState.Closed) with { Triage = Triage.Red },
            Events =
            [
                new NoteEvent(new Concept([new Coding(CodeSystems.VkpCompositionEvent, "0")]), At, "meldt av sensor"),
                new NoteEvent(new Concept([new Coding(CodeSystems.VkpCompositionEvent, "3")], "kvittert"), At with { End = At.Start.AddMinutes(4) }),
                new NoteEvent(new Concept([new Coding(CodeSystems.VkpCompositionEvent, "2")]), null, "finnes ikke"),
            ],
            Identifiers = [new Identifier("urn:ietf:rfc:3986", "urn:uuid:5f0d4a7e-6f7b-4f0a-9f64-0a2f64b1c111"), new Identifier("Skyresponse:GlobalAlarmId", "77")],
            Attached = [SampleMeasurements.Plain(MeasurementKind.HeartRate), Form(), Chat(), Plan(), Status(FollowUpState.Paused), Alert(AlertState.Raised), .. SampleDevices.Rich()],
        });
    }

    private static ChatExcerpt Chat() => new(At,
        [
            new ChatLine(At.Start.AddHours(-2), PatientSelf, "Jeg er tung i pusten 😟\nSkal jeg ta mer medisin?"),
            new ChatLine(At.Start.AddHours(-1), Nurse, "Følg gul sone i planen."),
            new ChatLine(At.Start, new Party(PartyRole.RelatedPerson, null), " "),
        ]);

    private static IEnumerable<(string Name, HomeContent Content)> Chats() =>
    [
        ("chat-bare", Chat()),
        ("chat-rich", Chat() with { ChosenBy = Nurse, Reason = "Viser forverring", Triage = Triage.Yellow }),
    ];

    private static QuestionnaireAnswers Form() => new("cat 8", At,
        [
            new AnsweredItem("1", "Hoste?", [new Answer(Integer: 3), new Answer(Text: "om natten")], [new AnsweredItem("1.1", null, [new Answer(Boolean: true)], [])]),
            new AnsweredItem("2", null, [], [new AnsweredItem("2.1", "Vekt", [new Answer(Quantity: new Quantity(81.60m, "kg"))], [])]),
            new AnsweredItem("3", "Når?", [new Answer(Date: "2026-02-28"), new Answer(Date: "2026-02-28T10:00:00+01:00"), new Answer(Date: "i går")], []),
            new AnsweredItem("4", "Valg", [new Answer(Code: new Coding("http://vendor.example/a", "b", "Bra")), new Answer(Number: 7.0m)], []),
        ]);

    private static IEnumerable<(string Name, HomeContent Content)> Forms()
    {
        yield return ("form-bare", Form());
        foreach (var answerer in new[] { PatientSelf, Nurse, new Party(PartyRole.System, null, "Dignio"), new Party(PartyRole.Organization, new Identifier(IdentifierSystems.Orgnr, "994598759")) })
        {
            yield return ($"form-{answerer.Role}", Form() with
            {
                FormTitle = "CAT",
                FormVersion = "2 beta",
                Triage = Triage.Red,
                Answerer = answerer,
                Scores = [new FormScore(MeasurementKind.CatScore, 17, null, 40), new FormScore(MeasurementKind.Other, 3.5m, "Delskår")],
                Identifiers = [new Identifier("http://vendor.example/forms", "f-1"), new Identifier("http://vendor.example/forms2", "f-2")],
            });
        }

        yield return ("form-canonical", Form() with { FormId = "http://vendor.example/Questionnaire/cat", Status = "amended" });
    }

    private static SelfTreatmentPlan Plan() => new("p-1", 3, At,
        [
            new PlanZone(Triage.Green, "Puster som vanlig", "Fortsett som før", [new ZoneThreshold(MeasurementKind.OxygenSaturation, null, new Quantity(90, "%"), null)]),
            new PlanZone(Triage.Yellow, "Mer hoste", "Ta kur", [new ZoneThreshold(MeasurementKind.BloodPressure, MeasurementKind.Systolic, new Quantity(140, "mm[Hg]"), new Quantity(160, "mm[Hg]")), new ZoneThreshold("vendor-kind", "x", null, null)]),
            new PlanZone(Triage.Red, "Akutt åndenød", "Ring 113", []),
        ]);

    private static IEnumerable<(string Name, HomeContent Content)> Plans()
    {
        yield return ("plan-bare", new SelfTreatmentPlan("p-0", 1, At, []));
        foreach (var status in new[] { "draft", "active", "on-hold", "revoked", "completed", "entered-in-error", "unknown" })
        {
            yield return ($"plan-{status}", Plan() with
            {
                Status = status,
                Title = "KOLS-plan",
                Description = "Plan for egenbehandling",
                Author = Nurse,
                ReasonForChange = "Ny dose",
                ValidFrom = At,
                ValidTo = new ClinicalTime(new DateTimeOffset(2026, 12, 31, 0, 0, 0, TimeSpan.Zero), TimePrecision.Day),
                Conditions = [new Concept([new Coding("http://snomed.info/sct", "13645005", "KOLS")], "KOLS")],
                Medications = [new PlanPart("Prednisolon", "20 mg i 5 dager", Triage.Yellow, new Concept([new Coding("http://www.whocc.no/atc", "H02AB06")]))],
                Activities = [new PlanPart("Gåtur", "30 minutter")],
                Diet = [new PlanPart("Drikk", null, Triage.Red)],
            });
        }
    }

    private static PatientStatus Status(FollowUpState state) => new(state, At) { Reason = "Innlagt", DecidedBy = Nurse };

    private static IEnumerable<(string Name, HomeContent Content)> States() =>
        Enum.GetValues<FollowUpState>().SelectMany<FollowUpState, (string, HomeContent)>(s => [($"status-{s}", Status(s)), ($"status-{s}-bare", new PatientStatus(s, At))]);
}
