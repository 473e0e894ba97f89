using Hub.Core.Content;

namespace Hub.Simulators.Dignio;

/// <summary>A self-treatment plan in its versions.</summary>
internal static class PlanStory
{
    public static SelfTreatmentPlan Tell(string planId, int version, DateTimeOffset at, SyntheticPerson person, IReadOnlyDictionary<string, Limits> limits, Random random)
    {
        var (name, green, yellow, red, medication) = Words(person.Diagnosis);
        return new SelfTreatmentPlan(
            planId,
            version,
            new ClinicalTime(at),
            [
                new PlanZone(Triage.Green, green, "Fortsett som vanlig.", Bounds(limits, Triage.Green)),
                new PlanZone(Triage.Yellow, yellow, "Øk behandlingen etter planen og mål på nytt i kveld.", Bounds(limits, Triage.Yellow)),
                new PlanZone(Triage.Red, red, "Ring oppfølgingstjenesten. Ved pustebesvær i hvile eller brystsmerter: ring 113.", Bounds(limits, Triage.Red)),
            ])
        {
            Triage = Triage.None,
            Title = $"Egenbehandlingsplan {name}",
            Author = Staff.OnDuty(random),
            ReasonForChange = version == 1 ? null : "Forverring siste uke; grensene er gjennomgått med pasienten.",
            ValidFrom = new ClinicalTime(at),
            Conditions = [new Concept([], name)],
            Medications = [new PlanPart(medication, "Etter avtale med lege; ikke endre dosen alene.", Triage.Yellow)],
            Activities = [new PlanPart("Daglig gåtur", "20 minutter i eget tempo.", Triage.Green)],
            Diet = person.Diagnosis == Diagnosis.Copd ? [] : [new PlanPart("Kosthold", "Lite salt, jevne måltider.")],
        };
    }

    private static (string Name, string Green, string Yellow, string Red, string Medication) Words(Diagnosis diagnosis) => diagnosis switch
    {
        Diagnosis.Copd => ("KOLS", "Pusten er som vanlig.", "Mer hoste eller slim enn vanlig.", "Tungpusten i hvile.", "Hurtigvirkende bronkodilatator ved behov"),
        Diagnosis.Diabetes => ("diabetes", "Blodsukkeret er stabilt.", "Blodsukkeret er høyt to målinger på rad.", "Blodsukkeret er svært høyt eller lavt.", "Insulin etter skjema"),
        _ => ("hjertesvikt", "Vekten er stabil.", "Vekten har økt mer enn 1,5 kg.", "Vekten har økt mer enn 2,5 kg, eller du er tungpusten.", "Ekstra vanndrivende etter plan"),
    };

    private static List<ZoneThreshold> Bounds(IReadOnlyDictionary<string, Limits> limits, Triage level) =>
        [.. limits.OrderBy(l => l.Key, StringComparer.Ordinal).SelectMany(l => l.Value.Thresholds().Where(t => t.Level == level).Select(t => Bound(l.Key, t)))];

    private static ZoneThreshold Bound(string what, Threshold threshold) =>
        what == MeasurementKind.Diastolic
            ? new ZoneThreshold(MeasurementKind.BloodPressure, MeasurementKind.Diastolic, threshold.Low, threshold.High)
            : new ZoneThreshold(what, what == MeasurementKind.BloodPressure ? MeasurementKind.Systolic : null, threshold.Low, threshold.High);
}
