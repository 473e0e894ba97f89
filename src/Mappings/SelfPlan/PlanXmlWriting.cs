using System.Globalization;
using Hub.Core.Content;

namespace Hub.Mappings.SelfPlan;

/// <summary>The elements of a plan, in the order of the schema.</summary>
internal static class PlanXmlWriting
{
    public static void Plan(XmlSafe xml, SelfTreatmentPlan plan)
    {
        xml.Start("SelfTreatmentPlan");
        xml.Attribute("id", plan.PlanId);
        xml.Attribute("version", plan.Version.ToString(CultureInfo.InvariantCulture));
        xml.Attribute("status", plan.Status);
        xml.Attribute("triage", Light(plan.Triage));
        xml.Attribute("corrects", plan.Corrects);
        xml.Attribute("basedOn", plan.BasedOn);
        xml.Attribute("origin", plan.Origin);
        Time(xml, "Made", plan.Time);
        xml.Text("Title", plan.Title);
        xml.Text("Description", plan.Description);
        Party(xml, plan.Author);
        xml.Text("ReasonForChange", plan.ReasonForChange);
        Time(xml, "ValidFrom", plan.ValidFrom);
        Time(xml, "ValidTo", plan.ValidTo);
        foreach (var condition in plan.Conditions)
            Concept(xml, "Condition", condition);
        foreach (var zone in plan.Zones)
            Zone(xml, zone);
        Parts(xml, "Medication", plan.Medications);
        Parts(xml, "Activity", plan.Activities);
        Parts(xml, "Diet", plan.Diet);
        xml.End();
    }

    private static void Zone(XmlSafe xml, PlanZone zone)
    {
        xml.Start("Zone");
        xml.Attribute("level", Light(zone.Level) ?? "none");
        xml.Text("Recognition", zone.Condition);
        xml.Text("Action", zone.Action);
        foreach (var limit in zone.Thresholds)
        {
            xml.Start("Limit");
            xml.Attribute("kind", limit.What);
            xml.Attribute("component", limit.Component);
            Quantity(xml, "Low", limit.Low);
            Quantity(xml, "High", limit.High);
            xml.End();
        }

        xml.End();
    }

    private static void Parts(XmlSafe xml, string name, IReadOnlyList<PlanPart> parts)
    {
        foreach (var part in parts)
        {
            xml.Start(name);
            xml.Attribute("zone", Light(part.Zone));
            xml.Text("Title", part.Title);
            xml.Text("Instruction", part.Instruction);
            Concept(xml, "Code", part.Code);
            xml.End();
        }
    }

    private static void Quantity(XmlSafe xml, string name, Quantity? quantity)
    {
        if (quantity is null)
            return;
        xml.Start(name);
        xml.Attribute("value", PlanXml.Number(quantity.Value));
        xml.Attribute("unit", quantity.Unit);
        xml.Attribute("shown", quantity.DisplayUnit);
        xml.Attribute("comparator", quantity.Comparator);
        xml.End();
    }

    private static void Time(XmlSafe xml, string name, ClinicalTime? time)
    {
        if (time is null)
            return;
        xml.Start(name);
        xml.Attribute("start", PlanXml.Time(time.Start));
        xml.Attribute("precision", time.Precision.ToString().ToLowerInvariant());
        xml.Attribute("end", time.End is { } end ? PlanXml.Time(end) : null);
        xml.Attribute("literal", time.Literal);
        xml.End();
    }

    private static void Party(XmlSafe xml, Party? party)
    {
        if (party is null)
            return;
        xml.Start("Author");
        xml.Attribute("role", party.Role.ToString().ToLowerInvariant());
        xml.Attribute("idSystem", party.Id?.System);
        xml.Attribute("id", party.Id?.Value);
        xml.Attribute("name", party.Name);
        xml.End();
    }

    private static void Concept(XmlSafe xml, string name, Concept? concept)
    {
        if (concept is null)
            return;
        xml.Start(name);
        xml.Attribute("text", concept.Text);
        foreach (var coding in concept.Codings)
        {
            xml.Start("Coding");
            xml.Attribute("system", coding.System);
            xml.Attribute("code", coding.Code);
            xml.Attribute("display", coding.Display);
            xml.End();
        }

        xml.End();
    }

    private static string? Light(Triage triage) => triage == Triage.None ? null : triage.ToString().ToLowerInvariant();
}
