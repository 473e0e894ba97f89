namespace Hub.Kith.Plo;

/// <summary>Ids of components are UUIDs and occur once.</summary>
internal static class ComponentIdRule
{
    public static IEnumerable<KithFinding> Check(PloChecked about)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var found in about.Parts)
        {
            if (PloCollector.MetaOf(found.Value)?.KomponentID is not { } id) continue;
            var path = found.Path + "/@komponentID";
            if (!Guid.TryParse(id, out _)) yield return PloChecked.Warning(PloCodes.ComponentId, path, "The id is not a UUID.");
            else if (!seen.Add(id)) yield return PloChecked.Warning(PloCodes.ComponentId, path, "The id occurs more than once.");
        }
    }
}
