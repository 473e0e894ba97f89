using Hub.Core.Content;
using Hub.Fhir.Model;

namespace Hub.Adapters.Plans.CarePlans;

/// <summary>Elements of a CarePlan itself that a self-treatment plan of the hub has no place for. What is about versions, profiles and narrative says nothing of its own.</summary>
internal static class CarePlanLeftOver
{
    private const string NoPlace = "A self-treatment plan of the hub has no such element";

    public static IEnumerable<LeftOut> Of(CarePlan plan, Annotation? reason, IReadOnlyList<Identifier?> read)
    {
        var present = new (string Name, bool Is)[]
        {
            ("extension", plan.Extension.Any(e => e.Url?.StartsWith("urn:hub:", StringComparison.Ordinal) != true)),
            ("text", plan.Text is { Status: not null and not NarrativeStatus.Generated and not NarrativeStatus.Empty }),
            ("modifierExtension", plan.ModifierExtension.Count > 0),
            ("identifier", plan.Identifier.Any(i => !read.Contains(i) && i.System?.StartsWith("urn:hub:", StringComparison.Ordinal) != true)),
            ("instantiatesCanonical", plan.InstantiatesCanonical.Count > 0),
            ("instantiatesUri", plan.InstantiatesUri.Count > 0),
            ("basedOn", plan.BasedOn.Count > 0),
            ("replaces", plan.Replaces.Any(r => r.Identifier?.System?.StartsWith("urn:hub:", StringComparison.Ordinal) != true)),
            ("partOf", plan.PartOf.Count > 0),
            ("encounter", plan.Encounter is not null),
            ("contributor", plan.Contributor.Count > 0),
            ("careTeam", plan.CareTeam.Count > 0),
            ("supportingInfo", plan.SupportingInfo.Count > 0),
            ("note", plan.Note.Any(n => n != reason)),
        };
        return present.Where(p => p.Is).Select(p => new LeftOut($"CarePlan.{p.Name}", NoPlace));
    }
}
