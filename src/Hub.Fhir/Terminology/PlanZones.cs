namespace Hub.Fhir.Terminology;

/// <summary>Zones of a self-treatment plan. Source: <see cref="CodeSystems.PlanZone"/>, a draft.</summary>
public static class PlanZones
{
    /// <summary>The zones and their texts.</summary>
    public static TermList Terms { get; } = new(
        CodeSystems.PlanZone, ("green", "Grønn sone"), ("yellow", "Gul sone"), ("red", "Rød sone"));
}
