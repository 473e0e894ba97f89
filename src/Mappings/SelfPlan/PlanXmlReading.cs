using System.Globalization;
using System.Xml.Linq;
using Hub.Core.Content;
using Hub.Core.Identities;

namespace Hub.Mappings.SelfPlan;

/// <summary>Reads what <see cref="PlanXmlWriting"/> wrote.</summary>
internal static class PlanXmlReading
{
    private static readonly XNamespace Ns = PlanXml.Namespace;

    public static SelfTreatmentPlan Plan(XElement e) => e.Name != Ns + "SelfTreatmentPlan"
        ? throw new FormatException("The root is not a self-treatment plan.")
        : new SelfTreatmentPlan(Need(e, "id"), int.Parse(Need(e, "version"), CultureInfo.InvariantCulture), Time(e, "Made") ?? throw new FormatException("Made is missing."), [.. e.Elements(Ns + "Zone").Select(Zone)])
        {
            Status = Need(e, "status"),
            Triage = Light(e, "triage"),
            Corrects = (string?)e.Attribute("corrects"),
            BasedOn = (string?)e.Attribute("basedOn"),
            Origin = (string?)e.Attribute("origin"),
            Title = Text(e, "Title"),
            Description = Text(e, "Description"),
            Author = e.Element(Ns + "Author") is { } author ? Party(author) : null,
            ReasonForChange = Text(e, "ReasonForChange"),
            ValidFrom = Time(e, "ValidFrom"),
            ValidTo = Time(e, "ValidTo"),
            Conditions = [.. e.Elements(Ns + "Condition").Select(Concept)],
            Medications = Parts(e, "Medication"),
            Activities = Parts(e, "Activity"),
            Diet = Parts(e, "Diet"),
        };

    private static PlanZone Zone(XElement e) => new(Light(e, "level"), Text(e, "Recognition") ?? "", Text(e, "Action") ?? "", [.. e.Elements(Ns + "Limit").Select(Limit)]);

    private static ZoneThreshold Limit(XElement e) => new(Need(e, "kind"), (string?)e.Attribute("component"), Quantity(e.Element(Ns + "Low")), Quantity(e.Element(Ns + "High")));

    private static PlanPart[] Parts(XElement e, string name) =>
        [.. e.Elements(Ns + name).Select(p => new PlanPart(Text(p, "Title") ?? "", Text(p, "Instruction"), Light(p, "zone"), p.Element(Ns + "Code") is { } code ? Concept(code) : null))];

    private static Quantity? Quantity(XElement? e) => e is null
        ? null
        : new Quantity(decimal.Parse(Need(e, "value"), NumberStyles.Float, CultureInfo.InvariantCulture), Need(e, "unit"), (string?)e.Attribute("shown"), (string?)e.Attribute("comparator"));

    private static ClinicalTime? Time(XElement parent, string name) => parent.Element(Ns + name) is not { } e
        ? null
        : new ClinicalTime(At(Need(e, "start")), Enum.Parse<TimePrecision>(Need(e, "precision"), ignoreCase: true), (string?)e.Attribute("end") is { } end ? At(end) : null, (string?)e.Attribute("literal"));

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static Party Party(XElement e) => new(
        Enum.Parse<PartyRole>(Need(e, "role"), ignoreCase: true),
        (string?)e.Attribute("id") is { } id ? new Identifier((string?)e.Attribute("idSystem") ?? "", id) : null,
        (string?)e.Attribute("name"));

    private static Concept Concept(XElement e) => new([.. e.Elements(Ns + "Coding").Select(c => new Coding((string?)c.Attribute("system"), Need(c, "code"), (string?)c.Attribute("display")))], (string?)e.Attribute("text"));

    private static Triage Light(XElement e, string name) => (string?)e.Attribute(name) switch
    {
        "green" => Triage.Green,
        "yellow" => Triage.Yellow,
        "red" => Triage.Red,
        _ => Triage.None,
    };

    private static string? Text(XElement e, string name) => e.Element(Ns + name)?.Value;

    private static string Need(XElement e, string name) => (string?)e.Attribute(name) ?? throw new FormatException($"{name} of {e.Name.LocalName} is missing.");
}
