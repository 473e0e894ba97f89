using Hub.Core.Content;
using Hub.Mappings.Fhir;
using Hub.Mappings.Letters;

namespace Hub.Mappings.Plans;

/// <summary>The description of a plan with, under a heading of its own, what the register has no place for.</summary>
internal static class PlanerDescription
{
    /// <summary>What stands before the words that the register has no place for.</summary>
    private const string Heading = "— Fra den delte planen —";

    /// <summary>The description.</summary>
    public static string Of(SelfTreatmentPlan plan)
    {
        var lines = new List<string>();
        Add("Tilstander", plan.Conditions.Select(ConceptWords.Of));
        Add("Gjelder fra", plan.ValidFrom is { } from ? [Times.Of(from)] : []);
        Add("Gjelder til", plan.ValidTo is { } to ? [Times.Of(to)] : []);
        foreach (var zone in plan.Zones)
        {
            var name = PlanLetter.Zone(zone.Level);
            if (zone.Level == Triage.None)
                Add(name, new[] { zone.Condition, zone.Action }.Where(t => FhirWords.Text(t) is not null));
            Add($"Grenser, {name.ToLowerInvariant()}", zone.Thresholds.Select(PlanLetter.Limit));
        }

        Add("Legemidler", plan.Medications.Select(Words));
        Add("Aktivitet", plan.Activities.Select(Words));
        Add("Kosthold", plan.Diet.Select(Words));
        var own = FhirWords.Text(plan.Description);
        return lines.Count == 0 ? own ?? "" : string.Join('\n', [.. own is null ? [] : new[] { own, "" }, Heading, .. lines]);

        void Add(string heading, IEnumerable<string> words)
        {
            if (string.Join("; ", words.Where(w => w.Length > 0)) is { Length: > 0 } text)
                lines.Add($"{heading}: {text}");
        }
    }

    private static string Words(PlanPart part)
    {
        var code = part.Code is { } c && ConceptWords.Beside(c, part.Title) is { Length: > 0 } beside ? $" ({beside})" : "";
        var zone = part.Zone == Triage.None ? "" : $" [{PlanLetter.Zone(part.Zone).ToLowerInvariant()}]";
        return $"{part.Title}{code}{zone}{(FhirWords.Text(part.Instruction) is { } how ? $": {how}" : "")}";
    }
}
