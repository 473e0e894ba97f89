using Hub.Fhir.Model;

namespace Hub.Adapters.Gerica.Reading;

/// <summary>Pages of a search.</summary>
internal static class GericaPage
{
    /// <summary>Where the next page is, as the cursor of its address; null for the last page.</summary>
    public static string? Next(Bundle page)
    {
        var url = page.Link.FirstOrDefault(l => l.Relation == "next")?.Url;
        var at = url?.IndexOf("_cursor=", StringComparison.Ordinal) ?? -1;
        return at < 0 ? null : Uri.UnescapeDataString(url![(at + 8)..].Split('&')[0]);
    }

    /// <summary>Whether a reference names an entry.</summary>
    public static bool Names(string target, BundleEntry entry) =>
        target == entry.FullUrl || (entry.Resource?.Id is { } id && target == $"Patient/{id}");
}
