using System.Collections;
using System.Runtime.CompilerServices;

namespace Hub.Fhir.Model;

/// <summary>An immutable list that is compared by its items, so that records holding lists are compared by value. Build it with <c>[a, b]</c>.</summary>
/// <typeparam name="T">Type of the items.</typeparam>
[CollectionBuilder(typeof(FhirListBuilder), nameof(FhirListBuilder.Create))]
public sealed class FhirList<T> : IReadOnlyList<T>, IEquatable<FhirList<T>>
{
    private readonly T[] _items;

    internal FhirList(T[] items, int count) => (_items, Count) = (items, count);

    internal static readonly FhirList<T> Empty = new([], 0);

    /// <inheritdoc/>
    public int Count { get; }

    /// <inheritdoc/>
    public T this[int index] => _items.AsSpan(0, Count)[index];

    /// <summary>The items without a copy.</summary>
    public ReadOnlySpan<T> AsSpan() => _items.AsSpan(0, Count);

    /// <inheritdoc/>
    public bool Equals(FhirList<T>? other) =>
        other is not null && (ReferenceEquals(this, other) || AsSpan().SequenceEqual(other.AsSpan(), EqualityComparer<T>.Default));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FhirList<T>);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var item in AsSpan())
            hash.Add(item);
        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
            yield return _items[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
