using System.Text.Json;

namespace Hub.Simulators.Gerica;

/// <summary>What the journal asks of a document Bundle: a Composition first, every reference inside it resolved, every Observation in order.</summary>
internal static class JournalCheck
{
    public static string? Check(JsonElement bundle, List<Complaint> complaints)
    {
        if (!bundle.Is("resourceType", "Bundle"))
            complaints.Add(new("Bundle.resourceType", "is not Bundle"));
        if (!bundle.Is("type", "document"))
            complaints.Add(new("Bundle.type", "is not document"));
        if (bundle.Member("identifier") is not { } id || id.Text("value") is not { Length: > 0 })
            complaints.Add(new("Bundle.identifier", "is missing"));
        if (bundle.Text("timestamp") is not { } timestamp)
            complaints.Add(new("Bundle.timestamp", "is missing"));
        else
            TimeCheck.Check(timestamp, "Bundle.timestamp", complaints);

        var known = new HashSet<string>(StringComparer.Ordinal);
        JsonElement? first = null;
        foreach (var entry in bundle.Items("entry"))
        {
            first ??= entry.Member("resource");
            if (entry.Text("fullUrl") is not { Length: > 0 } url || !known.Add(url))
                complaints.Add(new("Bundle.entry.fullUrl", "is missing or not unique"));
        }
        if (first is not { } composition || !composition.Is("resourceType", "Composition"))
        {
            complaints.Add(new("Bundle.entry[0]", "is not a Composition"));
            return null;
        }
        ReferenceCheck.Check(bundle, known, complaints);
        Embedded(bundle, complaints);
        return Composition(composition, bundle, complaints);
    }

    private static string? Composition(JsonElement composition, JsonElement bundle, List<Complaint> complaints)
    {
        if (composition.Text("status") is not ("preliminary" or "final" or "amended" or "entered-in-error"))
            complaints.Add(new("Composition.status", "is missing or unknown"));
        CodeCheck.Check(composition, "type", "Composition", complaints);
        if (!composition.Items("category").Any())
            complaints.Add(new("Composition.category", "is missing"));
        if (composition.Text("title") is not { Length: > 0 })
            complaints.Add(new("Composition.title", "is missing"));
        if (!composition.Items("author").Any())
            complaints.Add(new("Composition.author", "is missing"));
        if (composition.Text("date") is not { } date)
            complaints.Add(new("Composition.date", "is missing"));
        else
            TimeCheck.Check(date, "Composition.date", complaints);
        if (!composition.Items("section").Any())
            complaints.Add(new("Composition.section", "is missing: the note is empty"));
        return SubjectCheck.Find(composition, "Composition", bundle, complaints);
    }

    private static void Embedded(JsonElement bundle, List<Complaint> complaints)
    {
        var no = 0;
        foreach (var entry in bundle.Items("entry"))
        {
            if (entry.Member("resource") is { } resource && resource.Is("resourceType", "Observation"))
                ObservationCheck.Check(resource, $"Bundle.entry[{no}].resource", bundle, complaints);
            no++;
        }
    }
}
