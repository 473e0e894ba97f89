using Hub.Fhir.Model;

namespace Hub.Fhir.Json.Reading;

/// <summary>Gathers the items of a list; the array it grew becomes the list without a copy.</summary>
internal struct FhirListReader<T>
{
    private T[]? _items;

    internal int Count { get; private set; }

    internal readonly ReadOnlySpan<T> Items => _items.AsSpan(0, Count);

    internal void Add(T item)
    {
        _items ??= new T[2];
        if (Count == _items.Length)
            Array.Resize(ref _items, Count * 2);
        _items[Count++] = item;
    }

    internal readonly FhirList<T> ToList() => Count == 0 ? FhirList<T>.Empty : new FhirList<T>(_items!, Count);
}
