using Hub.Core.Content;
using Hub.Core.Identities;
using Hub.Simulators.Dignio;

namespace Hub.AcceptanceTests.Staging;

/// <summary>Events as a vendor's system would send them.</summary>
internal static class Events
{
    public static IReadOnlyList<SyntheticPerson> People { get; } = SyntheticPerson.Make(20260301, 8);

    private static readonly DateTimeOffset Morning = new(2026, 3, 1, 8, 15, 0, TimeSpan.FromHours(1));

    private static readonly Party Nurse = new(PartyRole.Practitioner, null, "Solbjørg Nattevakt");

    public static FeedEvent Pulse(string id, SyntheticPerson who, int beats, Triage triage = Triage.Green) =>
        Make(id, who, new Measurement(MeasurementKind.HeartRate, new ClinicalTime(Morning)) { Value = Measured.Of(beats, "/min"), Triage = triage });

    /// <summary>The note that is written when an alert is closed.</summary>
    public static FeedEvent ClosingNote(string id, SyntheticPerson who, Triage triage, string text) =>
        Make(id, who, new JournalNote(new ClinicalTime(Morning), [new NoteSection("Oppfølging", null, text, [])])
        {
            Triage = triage,
            NoteCategory = "alert-closed",
            Authors = [Nurse],
            FollowsAlert = $"alert-of-{id}",
        });

    public static FeedEvent Chat(string id, SyntheticPerson who, string text) =>
        Make(id, who, new ChatExcerpt(new ClinicalTime(Morning), [new ChatLine(Morning, Nurse, text)]) { ChosenBy = Nurse, Reason = "avtale" });

    /// <summary>A self-treatment plan in one version.</summary>
    public static FeedEvent Plan(string id, SyntheticPerson who, string activity = "Gå tur i eget tempo") =>
        Make(id, who, new SelfTreatmentPlan(
            $"plan-{id}",
            1,
            new ClinicalTime(Morning),
            [
                new PlanZone(Triage.Green, "Pusten er som vanlig.", "Fortsett som vanlig.", []),
                new PlanZone(Triage.Yellow, "Mer hoste enn vanlig.", "Øk behandlingen etter planen.", []),
                new PlanZone(Triage.Red, "Tungpusten i hvile.", "Ring oppfølgingstjenesten.", []),
            ])
        {
            Title = "Egenbehandlingsplan KOLS",
            Author = new Party(PartyRole.Practitioner, new Identifier(IdentifierSystems.Hpr, "9990001"), "Kari Modellnes"),
            Activities = [new PlanPart("Daglig aktivitet", activity, Triage.Green)],
        });

    /// <summary>Somebody was taken into home follow-up, or out of it.</summary>
    public static FeedEvent Followed(string id, SyntheticPerson who, FollowUpState state) => Make(id, who, new PatientStatus(state, new ClinicalTime(Morning)));

    private static FeedEvent Make(string id, SyntheticPerson who, HomeContent content) => new(id, who, Morning, Morning, content);
}
