namespace Hub.Fhir.Model;

/// <summary>Makes <see cref="FhirList{T}"/> from collection expressions and sequences.</summary>
public static class FhirListBuilder
{
    /// <summary>Makes a list of the items; without items it is the shared empty list.</summary>
    /// <param name="items">Items, copied.</param>
    /// <typeparam name="T">Type of the items.</typeparam>
    public static FhirList<T> Create<T>(ReadOnlySpan<T> items) =>
        items.IsEmpty ? FhirList<T>.Empty : new FhirList<T>(items.ToArray(), items.Length);

    /// <summary>Makes a list of a sequence.</summary>
    /// <param name="items">Items, read once.</param>
    /// <typeparam name="T">Type of the items.</typeparam>
    public static FhirList<T> ToFhirList<T>(this IEnumerable<T> items)
    {
        var array = items.ToArray();
        return array.Length == 0 ? FhirList<T>.Empty : new FhirList<T>(array, array.Length);
    }
}
