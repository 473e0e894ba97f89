namespace Hub.Adapters.FhirReading;

/// <summary>Where references inside a Bundle lead (FHIR R4 bundle.html, Resolving references in Bundles): by fullUrl, by type and id, or by the end of a fullUrl. The first entry of a name counts.</summary>
internal sealed class ReferencePlaces
{
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);

    /// <summary>Adds an entry.</summary>
    /// <param name="place">Its place.</param>
    /// <param name="fullUrl">Its fullUrl.</param>
    /// <param name="type">Type of its resource.</param>
    /// <param name="id">Id of its resource.</param>
    public void Add(int place, string? fullUrl, string type, string? id)
    {
        if (fullUrl is not null)
        {
            _places.TryAdd(fullUrl, place);
            var cut = fullUrl.LastIndexOf('/') is var last and > 0 ? fullUrl.LastIndexOf('/', last - 1) : -1;
            if (cut >= 0)
                _places.TryAdd(fullUrl[(cut + 1)..], place);
        }

        if (id is not null)
            _places.TryAdd($"{type}/{id}", place);
    }

    /// <summary>The place a reference leads to; null when it leads out of the Bundle.</summary>
    /// <param name="target">The reference.</param>
    public int? Find(string target)
    {
        var history = target.IndexOf("/_history/", StringComparison.Ordinal);
        return _places.TryGetValue(history > 0 ? target[..history] : target, out var place) ? place : null;
    }
}
