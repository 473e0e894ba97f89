using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Hub.Adapters.Plans.CarePlans;
using Hub.Core.Content;
using Hub.Core.Registers;
using Hub.Fhir.Json;
using Hub.Fhir.Model;
using Hub.Fhir.Terminology;
using Hub.UnitTests.Mappings;
using Xunit;
using Coding = Hub.Core.Content.Coding;
using Quantity = Hub.Core.Content.Quantity;

namespace Hub.UnitTests.Plans;

/// <summary>A CarePlan says the same as the plan it was written from.</summary>
public sealed class CarePlanReaderTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Should_read_back_all_that_the_mapping_writes() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
    {
        var plan = Random(new Random(seed));
        var read = CarePlanReader.Read(Written(plan), Now);

        Assert.Empty(read.Errors);
        Assert.Empty(read.Value.LeftOut);
        Assert.Equal(Text(plan), Text(read.Value.Plan));
        Assert.Equal(("dignio", "evt-1"), (read.Value.Source, read.Value.SourceId));
        Assert.Equal("13116900216", read.Value.Patient.Id.Value);
        return true;
    }));

    [Fact]
    public void Should_read_back_the_plan_of_the_pilots() => Assert.Equal(Text(SelfPlan.SamplePlans.Copd), Text(CarePlanReader.Read(Written(SelfPlan.SamplePlans.Copd), Now).Value.Plan));

    [Fact]
    public void Should_name_what_has_no_place()
    {
        var plan = Written(SelfPlan.SamplePlans.Copd) with
        {
            CareTeam = [new Reference { Display = "Lungeteamet" }],
            Note = [new Annotation { Text = "En lapp" }],
            Extension = [new Extension { Url = "http://vendor.example/x", Value = new FhirString("y") }],
        };

        var left = CarePlanReader.Read(plan, Now).Value.LeftOut.Select(l => l.Path);

        Assert.Equal(["CarePlan.extension", "CarePlan.careTeam", "CarePlan.note"], left);
    }

    [Fact]
    public void Should_refuse_a_plan_of_another_category_about_nobody_without_status()
    {
        var plan = new CarePlan { Intent = "plan", Category = [VkpCarePlanCategories.Terms[VkpCarePlanCategories.Visits].ToConcept()] };

        var errors = CarePlanReader.Read(plan, Now).Errors;

        Assert.All(errors, e => Assert.Equal("HUB-PLAN-005", e.Code));
        Assert.Equal(["CarePlan.subject.identifier", "CarePlan.status", "CarePlan.category"], errors.Select(e => e.Path));
    }

    [Fact]
    public void Should_read_zones_of_another_writer()
    {
        const string text = """
            {"resourceType":"CarePlan","status":"active","intent":"plan","subject":{"identifier":{"system":"urn:oid:2.16.578.1.12.4.1.4.1","value":"13116900216"}},
             "contained":[{"resourceType":"Condition","id":"a","severity":{"coding":[{"system":"http://hl7.no/fhir/ig/planer-hacking/CodeSystem/planer-hacking-observation-severity-zone-cs","code":"yellow"}]},
               "code":{"text":"Mer hoste"},"subject":{"identifier":{"value":"13116900216"}},"note":[{"text":"Ta kur"}]}],
             "addresses":[{"reference":"#a"},{"display":"KOLS"}]}
            """;

        var plan = CarePlanReader.Read((CarePlan)FhirJson.Read(Encoding.UTF8.GetBytes(text)).Resource!, Now).Value.Plan;

        Assert.Equal(("Mer hoste", "Ta kur", Triage.Yellow), (plan.Zones[0].Condition, plan.Zones[0].Action, plan.Zones[0].Level));
        Assert.Equal("KOLS", Assert.Single(plan.Conditions).Text);
    }

    private static CarePlan Written(SelfTreatmentPlan plan) => (CarePlan)FhirJson.Read(MappingBench.Map("fhir.careplan", plan).Document!.Body.Span).Resource!;

    // A time that came as text is told as that text; the text itself says nothing more.
    private static string Text(SelfTreatmentPlan plan) => Encoding.UTF8.GetString(ContentText.WriteRecord(plan with { Time = Plain(plan.Time)!, ValidFrom = Plain(plan.ValidFrom), ValidTo = Plain(plan.ValidTo) }));

    private static ClinicalTime? Plain(ClinicalTime? time) => time is null ? null : time with { Literal = null };

    private static SelfTreatmentPlan Random(Random random)
    {
        string Words() => $"{"æøå <b> & «ord» (x) \"y\"\nlinje 2"[..random.Next(8, 30)].Trim()} {random.Next(100)}";
        string? Maybe() => random.Next(2) == 0 ? null : Words();
        Triage Light() => (Triage)random.Next(4);
        ClinicalTime When() => random.Next(2) == 0
            ? new ClinicalTime(new DateTimeOffset(2026, 3, random.Next(1, 28), 8, 15, random.Next(60), TimeSpan.FromHours(1)))
            : new ClinicalTime(new DateTimeOffset(2026, 3, random.Next(1, 28), 0, 0, 0, TimeSpan.Zero), TimePrecision.Day);
        Quantity? Bound(string unit) => random.Next(3) == 0 ? null : new Quantity(random.Next(1, 2000) / 10m, unit, random.Next(2) == 0 ? null : "vist");
        ZoneThreshold Limit() => random.Next(4) switch
        {
            0 => new ZoneThreshold(MeasurementKind.BloodPressure, MeasurementKind.Systolic, Bound("mm[Hg]"), Bound("mm[Hg]")),
            1 => new ZoneThreshold("vendor-kind", random.Next(2) == 0 ? "del en" : null, Bound("1"), null),
            _ => Measurements.All[random.Next(Measurements.All.Count)] is var kind ? new ZoneThreshold(kind.Name, null, Bound(kind.Unit ?? "1"), Bound(kind.Unit ?? "1")) : null!,
        };
        Concept Notion() => new(random.Next(3) == 0 ? [] : [new Coding("http://snomed.info/sct", $"{random.Next(1000, 9999)}", Maybe())], Words());
        PlanPart Part() => new(Words(), Maybe(), Light(), random.Next(3) switch { 0 => null, 1 => new Concept([new Coding("http://www.whocc.no/atc", "H02AB06")]), _ => Notion() });
        IReadOnlyList<T> Some<T>(Func<T> make) => [.. Enumerable.Range(0, random.Next(4)).Select(_ => make())];
        return new SelfTreatmentPlan($"p-{random.Next(9)}", random.Next(1, 99), When(), Some(() => new PlanZone(Light(), Words(), random.Next(4) == 0 ? "" : Words(), Some(Limit))))
        {
            Triage = Light(),
            Corrects = random.Next(2) == 0 ? null : "evt-0",
            Title = Maybe(),
            Description = Maybe(),
            Status = new[] { "draft", "active", "on-hold", "revoked", "completed", "entered-in-error", "unknown" }[random.Next(7)],
            Author = random.Next(3) switch { 0 => null, 1 => new Party((PartyRole)random.Next(5), null, Words()), _ => new Party((PartyRole)random.Next(5), new Core.Identities.Identifier(Core.Identities.IdentifierSystems.Hpr, "9144900"), Maybe()) },
            ReasonForChange = Maybe(),
            BasedOn = random.Next(2) == 0 ? null : "0f7a0e1e-3b7e-8c55-9d2c-6c1f4f0d2a11/2",
            Origin = random.Next(2) == 0 ? null : "dips",
            ValidFrom = random.Next(2) == 0 ? null : When(),
            ValidTo = random.Next(2) == 0 ? null : When(),
            Conditions = Some(Notion),
            Medications = Some(Part),
            Activities = Some(Part),
            Diet = Some(Part),
        };
    }
}
