using System.Globalization;
using System.Xml.Linq;
using Hub.Core.Content;
using Hub.Mappings.Ledger;
using Hub.Mappings.Letters;
using static Hub.Mappings.Profil.ProfilElements;

namespace Hub.Mappings.Profil;

/// <summary>A version of a plan as <c>plan</c>: the journal keeps every version, and takes one only where it holds no later one.</summary>
internal static class PlanElements
{
    public static XElement Of(SelfTreatmentPlan plan, MappingLedger ledger)
    {
        Account(plan, ledger);
        return Make(
            "plan",
            Attribute("id", plan.PlanId),
            new XAttribute("versjon", plan.Version.ToString(CultureInfo.InvariantCulture)),
            Attribute("status", ProfilCodes.PlanStatus(plan.Status)),
            Attribute("trafikklys", ProfilCodes.Light(plan.Triage)),
            Attribute("retter", plan.Corrects),
            Attribute("byggerPa", plan.BasedOn),
            Attribute("opprinnelse", plan.Origin),
            Time("laget", plan.Time),
            Text("tittel", plan.Title),
            Text("beskrivelse", plan.Description),
            Party("forfatter", plan.Author),
            Text("endretFordi", plan.ReasonForChange),
            Time("gjelderFra", plan.ValidFrom),
            Time("gjelderTil", plan.ValidTo),
            plan.Conditions.Select(c => Concept("tilstand", c)),
            plan.Zones.Select(Zone),
            Points(1, plan.Medications),
            Points(2, plan.Activities),
            Points(3, plan.Diet));
    }

    private static XElement Zone(PlanZone zone) => Make(
        "sone",
        Attribute("niva", ProfilCodes.Light(zone.Level)),
        Text("kjennetegn", zone.Condition),
        Text("tiltak", zone.Action),
        zone.Thresholds.Select(l => Make(
            "grense",
            Attribute("parameter", ProfilCodes.Parameter(l.Component ?? l.What)),
            Attribute("navn", Values.Kind(l.What, l.Component)),
            Attribute("kilde", l.Component is null ? l.What : $"{l.What}/{l.Component}"),
            Quantity("lav", l.Low),
            Quantity("hoy", l.High))));

    // Group 1 medication, 2 activity, 3 diet.
    private static IEnumerable<XElement> Points(int group, IReadOnlyList<PlanPart> parts) => parts.Select(p => Make(
        "punkt", Attribute("gruppe", group), Attribute("niva", ProfilCodes.Light(p.Zone)), Text("tittel", p.Title), Text("instruks", p.Instruction), Concept("kode", p.Code)));

    private static void Account(SelfTreatmentPlan plan, MappingLedger ledger)
    {
        foreach (var (field, present, target) in new[]
        {
            ("PlanId", true, "plan/@id"), ("Version", true, "plan/@versjon"), ("Status", true, "plan/@status"), ("Time", true, "plan/laget"), ("Triage", plan.Triage != Triage.None, "plan/@trafikklys"),
            ("Corrects", plan.Corrects is not null, "plan/@retter"), ("BasedOn", plan.BasedOn is not null, "plan/@byggerPa"), ("Origin", plan.Origin is not null, "plan/@opprinnelse"), ("Title", plan.Title is not null, "plan/tittel"), ("Description", plan.Description is not null, "plan/beskrivelse"),
            ("Author", plan.Author is not null, "plan/forfatter"), ("ReasonForChange", plan.ReasonForChange is not null, "plan/endretFordi"), ("ValidFrom", plan.ValidFrom is not null, "plan/gjelderFra"),
            ("ValidTo", plan.ValidTo is not null, "plan/gjelderTil"), ("Conditions", plan.Conditions.Count > 0, "plan/tilstand"), ("Zones", plan.Zones.Count > 0, "plan/sone"),
            ("Medications", plan.Medications.Count > 0, "plan/punkt"), ("Activities", plan.Activities.Count > 0, "plan/punkt"), ("Diet", plan.Diet.Count > 0, "plan/punkt"),
        })
            ledger.AddIf(present, Line.To(field, target));
    }
}
