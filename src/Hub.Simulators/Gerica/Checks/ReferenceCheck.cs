using System.Text.Json;

namespace Hub.Simulators.Gerica;

/// <summary>A reference by urn:uuid must be an entry of the same Bundle (FHIR R4 bundle, resolving references).</summary>
internal static class ReferenceCheck
{
    public static void Check(JsonElement element, HashSet<string> known, List<Complaint> complaints)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
                Check(item, known, complaints);
        }
        if (element.ValueKind != JsonValueKind.Object)
            return;
        foreach (var member in element.EnumerateObject())
        {
            if (member.NameEquals("reference") && member.Value.ValueKind == JsonValueKind.String)
            {
                var target = member.Value.GetString()!;
                if (target.StartsWith("urn:uuid:", StringComparison.Ordinal) && !known.Contains(target))
                    complaints.Add(new("Bundle", "has a reference that no entry answers"));
            }
            else
            {
                Check(member.Value, known, complaints);
            }
        }
    }
}
