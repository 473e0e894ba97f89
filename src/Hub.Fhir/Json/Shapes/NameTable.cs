using System.Text;
using System.Text.Json;

namespace Hub.Fhir.Json.Shapes;

/// <summary>Finds the property of a type by its JSON name in UTF-8, without making a string.</summary>
internal sealed class NameTable<T>
{
    private readonly Entry[][] _buckets;
    private readonly HashSet<string> _primitives = new(StringComparer.Ordinal);

    internal NameTable(Property<T>[] properties)
    {
        var entries = properties
            .SelectMany(property => property.JsonNames.Select(name => (Property: property, Name: name)))
            .Select(pair => new Entry(Encoding.UTF8.GetBytes(pair.Name.JsonName), pair.Name.JsonName, pair.Property, pair.Name.Variant))
            .ToArray();
        _primitives.UnionWith(properties.SelectMany(property => property.JsonNames).Where(name => name.Primitive).Select(name => name.JsonName));
        _buckets = new Entry[64][];
        foreach (var group in entries.GroupBy(entry => Hash(entry.Utf8)))
            _buckets[group.Key] = [.. group];
    }

    /// <summary>True when a primitive element has this JSON name, so that FHIR allows a member of the same name with '_' before it.</summary>
    internal bool IsPrimitive(string name) => _primitives.Contains(name);

    internal bool TryFind(ref Utf8JsonReader reader, out Entry entry)
    {
        if (reader.ValueIsEscaped)
            return Find(Encoding.UTF8.GetBytes(reader.GetString() ?? ""), out entry);
        return Find(reader.ValueSpan, out entry);
    }

    private bool Find(ReadOnlySpan<byte> name, out Entry entry)
    {
        if (!name.IsEmpty && _buckets[Hash(name)] is { } bucket)
        {
            foreach (var candidate in bucket)
            {
                if (!name.SequenceEqual(candidate.Utf8))
                    continue;
                entry = candidate;
                return true;
            }
        }

        entry = default;
        return false;
    }

    private static int Hash(ReadOnlySpan<byte> name) => (name[0] + (name[^1] * 7) + (name[name.Length / 2] * 13) + (name.Length * 31)) & 63;

    internal readonly record struct Entry(byte[] Utf8, string JsonName, Property<T> Property, int Variant);
}
