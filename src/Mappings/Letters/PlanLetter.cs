using Hub.Core.Content;
using Hub.Mappings.Fhir;
using Hub.Mappings.Journal;
using Hub.Mappings.Ledger;

namespace Hub.Mappings.Letters;

/// <summary>A self-treatment plan in words; the plan also goes along as a file for people and one for systems.</summary>
internal static class PlanLetter
{
    public static Letter Of(SelfTreatmentPlan plan, MappingLedger ledger)
    {
        var subject = FhirWords.Text(plan.Title) is { } title ? $"Egenbehandlingsplan: {title}" : "Egenbehandlingsplan";
        return new Letter(subject, plan.Time, Sections(plan, ledger)) { Author = plan.Author, Plan = plan, Conditions = plan.Conditions };
    }

    public static IReadOnlyList<LetterSection> Sections(SelfTreatmentPlan plan, MappingLedger ledger)
    {
        Account(plan, ledger);
        var problem = new LetterLines();
        problem.Add("Tilstander", string.Join("; ", plan.Conditions.Select(ConceptWords.Of)));
        var head = new LetterLines();
        head.Add("Egenbehandlingsplan", FhirWords.Text(plan.Title) is { } title ? $"{title}, versjon {FhirWords.Number(plan.Version)}" : $"versjon {FhirWords.Number(plan.Version)}");
        head.Add("Plannummer hos avsender", plan.PlanId);
        head.Add("Laget", Times.Of(plan.Time));
        head.Add("Laget av", plan.Author is { } by ? Parties.Of(by) : null);
        head.Add("Status", Status(plan.Status));
        head.Add("Gjelder fra", plan.ValidFrom is { } start ? Times.Of(start) : null);
        head.Add("Gjelder til", plan.ValidTo is { } end ? Times.Of(end) : null);
        head.Add("Endret fordi", plan.ReasonForChange);
        head.Add("Bygger på felles versjon", plan.BasedOn);
        head.Add("Endret i system", plan.Origin);
        head.Add(plan.Description);
        head.Shared(plan, ledger, LetterTopic.NextSteps);
        foreach (var zone in plan.Zones)
            Zone(zone, head);
        Parts("Legemidler", plan.Medications, head);
        Parts("Aktivitet", plan.Activities, head);
        Parts("Kosthold", plan.Diet, head);
        return [.. problem.Section(LetterTopic.Problem), .. head.Section(LetterTopic.NextSteps)];
    }

    /// <summary>The plan's status in words.</summary>
    public static string Status(string status) => status switch
    {
        "draft" => "utkast",
        "active" => "gjelder",
        "on-hold" => "satt på vent",
        "revoked" => "trukket tilbake",
        "completed" => "avsluttet",
        "entered-in-error" => "feilregistrert",
        _ => "ukjent",
    };

    /// <summary>A zone's name.</summary>
    public static string Zone(Triage level) => JournalWords.Light(level) is { } light ? $"{light.ToUpperInvariant()} SONE" : "SONE";

    /// <summary>A limit of a zone in words.</summary>
    public static string Limit(ZoneThreshold limit) => $"{Values.Kind(limit.What, limit.Component)}: {(Values.Range(limit.Low, limit.High) is { Length: > 0 } range ? range : "uten tallgrense")}";

    private static void Zone(PlanZone zone, LetterLines lines)
    {
        lines.Add(Zone(zone.Level));
        lines.Add("  Kjennetegn", zone.Condition);
        lines.Add("  Tiltak", zone.Action);
        foreach (var limit in zone.Thresholds)
            lines.Add($"  {Limit(limit)}");
    }

    private static void Parts(string heading, IReadOnlyList<PlanPart> parts, LetterLines lines)
    {
        if (parts.Count > 0)
            lines.Add($"{heading}:");
        foreach (var part in parts)
        {
            var code = part.Code is { } c && ConceptWords.Beside(c, part.Title) is { Length: > 0 } beside ? $" ({beside})" : "";
            var zone = JournalWords.Light(part.Zone) is { } light ? $" [{light} sone]" : "";
            lines.Add($"  {part.Title}{code}{zone}{(FhirWords.Text(part.Instruction) is { } how ? $": {how}" : "")}");
        }
    }

    private static void Account(SelfTreatmentPlan plan, MappingLedger ledger)
    {
        ledger.Add(Line.To("PlanId", LetterTopic.NextSteps.Name));
        ledger.AddIf(plan.Conditions.Count > 0, Line.To("Conditions", LetterTopic.Problem.Name));
        foreach (var (field, present) in new[]
        {
            ("Version", true), ("Time", true), ("Status", true), ("Zones", plan.Zones.Count > 0), ("Title", plan.Title is not null), ("Description", plan.Description is not null),
            ("Author", plan.Author is not null), ("ReasonForChange", plan.ReasonForChange is not null),
            ("BasedOn", plan.BasedOn is not null), ("Origin", plan.Origin is not null), ("ValidFrom", plan.ValidFrom is not null), ("ValidTo", plan.ValidTo is not null),
            ("Medications", plan.Medications.Count > 0), ("Activities", plan.Activities.Count > 0), ("Diet", plan.Diet.Count > 0),
        })
            ledger.AddIf(present, Line.To(field, LetterTopic.NextSteps.Name));
    }
}
