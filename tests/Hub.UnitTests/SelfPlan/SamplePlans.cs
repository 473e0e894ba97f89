using Hub.Core.Content;
using Hub.Core.Identities;

namespace Hub.UnitTests.SelfPlan;

/// <summary>A plan as pilots have them, and one that strains the paper.</summary>
internal static class SamplePlans
{
    private static readonly ClinicalTime At = new(new DateTimeOffset(2026, 3, 1, 9, 14, 55, TimeSpan.FromHours(1)));

    public static Patient Patient { get; } = new(new Identifier(IdentifierSystems.Fnr, "13116900216"), "Line Danser", []);

    public static SelfTreatmentPlan Copd { get; } = new("p-1", 3, At,
        [
            new PlanZone(Triage.Green, "Puster som vanlig. Hoster som vanlig, lyst eller hvitt slim.", "Fortsett med faste medisiner og daglig aktivitet.", [new ZoneThreshold(MeasurementKind.OxygenSaturation, null, new Quantity(90, "%"), null)]),
            new PlanZone(Triage.Yellow, "Mer tungpustet enn vanlig.\nMer hoste eller farget slim.\nTrenger anfallsmedisin oftere.", "Øk anfallsmedisin til 2 inhalasjoner fire ganger daglig. Start prednisolonkur hvis ingen bedring etter ett døgn. Meld fra i appen.",
            [
                new ZoneThreshold(MeasurementKind.OxygenSaturation, null, new Quantity(88, "%"), new Quantity(89, "%")),
                new ZoneThreshold(MeasurementKind.BloodPressure, MeasurementKind.Systolic, new Quantity(140, "mm[Hg]"), new Quantity(160, "mm[Hg]")),
                new ZoneThreshold(MeasurementKind.BodyTemperature, null, new Quantity(38.0m, "Cel"), null),
            ]),
            new PlanZone(Triage.Red, "Akutt åndenød, blå lepper, forvirring.", "Ring 113.", [new ZoneThreshold(MeasurementKind.OxygenSaturation, null, null, new Quantity(87, "%"))]),
        ])
    {
        Title = "KOLS-plan",
        Description = "Planen er laget sammen med pasienten og fastlegen.",
        Author = new Party(PartyRole.Practitioner, new Identifier(IdentifierSystems.Hpr, "9144900"), "Kari Sykepleier"),
        ReasonForChange = "Ny dose prednisolon etter forverring i februar.",
        ValidFrom = At,
        ValidTo = new ClinicalTime(new DateTimeOffset(2026, 12, 31, 0, 0, 0, TimeSpan.Zero), TimePrecision.Day),
        Conditions = [new Concept([new Coding("http://snomed.info/sct", "13645005", "KOLS")], "KOLS")],
        Medications =
        [
            new PlanPart("Spiriva 18 µg", "1 inhalasjon hver morgen"),
            new PlanPart("Prednisolon 20 mg", "20 mg daglig i 5 dager", Triage.Yellow, new Concept([new Coding("http://www.whocc.no/atc", "H02AB06", "prednisolon")])),
        ],
        Activities = [new PlanPart("Gåtur", "30 minutter daglig, i eget tempo")],
        Diet = [new PlanPart("Drikk rikelig", null), new PlanPart("Proteinrik mat", "Små og hyppige måltider", Triage.Yellow)],
    };

    public static SelfTreatmentPlan Long { get; } = Copd with
    {
        Title = "Plan for egenbehandling ved kombinert hjertesvikt, kronisk obstruktiv lungesykdom og diabetes type 2 hos skrøpelig eldre",
        Description = string.Concat(Enumerable.Repeat("En lang beskrivelse med mange ord som skal brytes pent over linjer og sider. ", 20)),
        Zones = [.. Enumerable.Range(0, 9).Select(i => new PlanZone(
            (Triage)(1 + (i % 3)),
            string.Concat(Enumerable.Repeat($"Kjennetegn {i + 1}: økende tungpust ved anstrengelse, hevelse i beina og vektøkning. ", 3 + (i * 3))),
            $"Ta kontakt.\n{new string('x', 180)}\nSlutt på tiltak {i + 1}.",
            [.. Enumerable.Range(0, i).Select(n => new ZoneThreshold(MeasurementKind.BodyWeight, null, new Quantity(80 + n, "kg"), new Quantity(81 + n, "kg")))]))],
        Medications = [.. Enumerable.Range(1, 30).Select(i => new PlanPart($"Legemiddel nummer {i} med et nokså langt navn", $"Ta {i} tabletter. Máret Čáhppesáđđu sier ≥ {i} mg 😀", (Triage)(i % 4)))],
    };
}
