using Hub.Core.Content;
using Hub.Core.Identities;
using Hub.UnitTests.Mappings;
using Hub.UnitTests.SelfPlan;
using Coding = Hub.Core.Content.Coding;

namespace Hub.UnitTests.Clinical;

/// <summary>The contents that the cases of clinical messages are made of.</summary>
internal static class SampleLetters
{
    private static readonly ClinicalTime At = new(new DateTimeOffset(2026, 3, 1, 9, 14, 55, TimeSpan.FromHours(1)));

    public static Party Nurse { get; } = new(PartyRole.Practitioner, new Identifier(IdentifierSystems.Hpr, "9144900"), "Kari Sykepleier");

    public static MeasurementTrend Trend { get; } = new(new ClinicalTime(At.Start.AddDays(-14), End: At.Start),
        [
            Value(MeasurementKind.OxygenSaturation, 94, "%", -9) with { Triage = Triage.Green },
            new Measurement(MeasurementKind.BloodPressure, new ClinicalTime(At.Start.AddDays(-2)))
            {
                Components =
                [
                    new MeasurementComponent(MeasurementKind.Systolic, new Concept([]), Measured.Of(152, "mm[Hg]"), [new Threshold(Triage.Red, new Quantity(180, "mm[Hg]"), null)]),
                    new MeasurementComponent(MeasurementKind.Diastolic, new Concept([]), Measured.Of(94, "mm[Hg]"), []),
                ],
            },
            Value(MeasurementKind.BodyWeight, 81.60m, "kg", -1) with { Notes = ["Målt med klær\nog sko"], Device = new DeviceInfo("Vekt 100", "Nordic", "100", "SN-1", []) },
            Value(MeasurementKind.OxygenSaturation, 91, "%", 0) with
            {
                Triage = Triage.Yellow,
                Thresholds = [new Threshold(Triage.Red, null, new Quantity(89, "%")), new Threshold(Triage.Yellow, new Quantity(90, "%"), new Quantity(92, "%")), new Threshold(Triage.Green, new Quantity(93, "%"), null)],
            },
        ])
    {
        Comment = "Fallende metning siste uke.\nØkt bruk av inhalator.",
        Author = Nurse,
        Triage = Triage.Yellow,
    };

    public static CareHandover Handover { get; } = new("ho-1", new ClinicalTime(new DateTimeOffset(2026, 3, 5, 8, 0, 0, TimeSpan.FromHours(1))),
        [
            new NoteSection(null, null, "Pasienten følges videre av kommunen.", []),
            new NoteSection("Pasientens status", null, "Stabil, klarer seg hjemme.", []),
            new NoteSection("Antatt forløp", null, "Ventes å bli værende hjemme.", [new NoteSection("Se etter", null, "Økende tungpust", [])]),
            new NoteSection("Avtalt", null, "Daglig måling av metning.", []),
        ])
    {
        From = new Party(PartyRole.Organization, new Identifier(IdentifierSystems.Orgnr, "983974724"), "Sykehuset i Vestfold"),
        To = new Party(PartyRole.Organization, new Identifier(IdentifierSystems.Orgnr, "312229544"), "Larvik kommune"),
        Author = Nurse,
        Plan = SamplePlans.Copd,
        LastValues = [.. Trend.Values],
        Services = [new Coding("urn:oid:2.16.578.1.12.4.1.1.9151", "28", "Digitalt tilsyn"), new Coding(null, "6"), new Coding("http://vendor.example/services", "x", "Hjemmevakt")],
    };

    public static JournalNote Note { get; } = new(At, [new NoteSection("Oppfølging", null, "Ringt pasienten.\nNy måling om to timer.", []), new NoteSection("Praktiske opplysninger", null, "Bor alene.", [])])
    {
        Title = "Oppfølging av varsel",
        Authors = [Nurse],
        NoteCategory = "alert-closed",
    };

    public static IEnumerable<(string Name, HomeContent Content)> All() =>
        [("trend", Trend), ("handover", Handover), ("note", Note), ("plan", SamplePlans.Copd), .. SampleContents.All().Where(c => !c.Name.EndsWith("-corrected", StringComparison.Ordinal) && !c.Name.StartsWith("status", StringComparison.Ordinal))];

    private static Measurement Value(string kind, decimal value, string unit, int day) => new(kind, new ClinicalTime(At.Start.AddDays(day))) { Value = Measured.Of(value, unit) };
}
