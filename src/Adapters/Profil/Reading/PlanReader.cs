using Hub.Core.Content;
using Hub.Core.Errors;

namespace Hub.Adapters.Profil.Reading;

/// <summary>A version of a self-treatment plan (<c>plan</c>), as the hub or the journal's own users wrote it.</summary>
internal static class PlanReader
{
    private static readonly (string, Triage)[] Lights = [("1", Triage.Green), ("2", Triage.Yellow), ("3", Triage.Red)];

    private static readonly (string Number, string Status)[] Statuses =
        [("1", "active"), ("2", "draft"), ("3", "on-hold"), ("4", "revoked"), ("5", "completed"), ("6", "entered-in-error"), ("9", "unknown")];

    /// <summary>Reads a plan.</summary>
    /// <param name="plan">The element.</param>
    /// <returns>The plan; null when id, version or time is at fault.</returns>
    public static SelfTreatmentPlan? Read(XmlNode plan)
    {
        var id = plan.Attribute("id", required: true, 200);
        var version = plan.Number("versjon", required: true);
        if (version is { } given && (given != decimal.Truncate(given) || given is < 0 or > int.MaxValue))
            plan.Fail(IntakeErrors.BadFormat, "@versjon", "A whole number is expected here.");
        var time = plan.Child("laget", required: true)?.Time();
        var status = plan.Attribute("status");
        var (light, corrects) = (plan.Code<Triage>("trafikklys", false, Lights), plan.Attribute("retter", longest: 200));
        var basis = plan.Attribute("byggerPa", longest: 200);
        if (basis is not null && SharedPlanVersion.Parse(basis) is null)
            plan.Fail(IntakeErrors.BadFormat, "@byggerPa", "A version of the shared plan is expected here, PLAN/NUMBER.");
        // Who has this version already is for the hub to know.
        plan.Attribute("opprinnelse");
        // How it was filed is the journal's own business.
        foreach (var filing in new[] { "eksternId", "kilde", "hendelse" })
            plan.Attribute(filing);
        var read = new SelfTreatmentPlan(id ?? "", version is >= 0 and <= int.MaxValue ? (int)version : 0, time ?? new ClinicalTime(default), [.. plan.Children("sone").Select(Zone)])
        {
            Triage = light ?? Triage.None,
            Corrects = corrects,
            Title = plan.Text("tittel", longest: 500),
            Description = plan.Text("beskrivelse"),
            Status = Statuses.FirstOrDefault(s => s.Number == status).Status ?? "unknown",
            Author = plan.Child("forfatter") is { } author ? PartReader.Party(author) : null,
            ReasonForChange = plan.Text("endretFordi"),
            BasedOn = basis,
            ValidFrom = plan.Child("gjelderFra")?.Time(),
            ValidTo = plan.Child("gjelderTil")?.Time(),
            Conditions = [.. plan.Children("tilstand").Select(PartReader.Concept)],
        };
        var points = plan.Children("punkt").Select(Point).ToArray();
        plan.Close();
        return id is null || version is null || time is null ? null : read with { Medications = Group("1"), Activities = Group("2"), Diet = Group("3") };

        PlanPart[] Group(string group) => [.. points.Where(p => p.Group == group).Select(p => p.Part)];
    }

    private static PlanZone Zone(XmlNode zone)
    {
        var read = new PlanZone(
            zone.Code<Triage>("niva", false, Lights) ?? Triage.None, zone.Text("kjennetegn") ?? "", zone.Text("tiltak") ?? "", [.. zone.Children("grense").Select(Limit).OfType<ZoneThreshold>()]);
        zone.Close();
        return read;
    }

    private static ZoneThreshold? Limit(XmlNode limit)
    {
        limit.Attribute("parameter", required: true);
        limit.Attribute("navn");
        var (low, high) = (PartReader.Quantity(limit.Child("lav")), PartReader.Quantity(limit.Child("hoy")));
        var kind = limit.Attribute("kilde", required: true);
        limit.Close();
        return kind?.Split('/', 2) switch
        {
            [var whole, var part] => new ZoneThreshold(whole, part, low, high),
            [var whole] => new ZoneThreshold(whole, null, low, high),
            _ => null,
        };
    }

    private static (string? Group, PlanPart Part) Point(XmlNode point)
    {
        var group = point.Attribute("gruppe", required: true);
        if (group is not (null or "1" or "2" or "3"))
            point.Fail(IntakeErrors.UnknownKind, "@gruppe", "The code list has no such number.");
        var part = new PlanPart(
            point.Text("tittel", longest: 500) ?? "", point.Text("instruks"), point.Code<Triage>("niva", false, Lights) ?? Triage.None, point.Child("kode") is { } code ? PartReader.Concept(code) : null);
        point.Close();
        return (group, part);
    }
}
