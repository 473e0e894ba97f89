using System.Text;

namespace Hub.Adapters.Json;

/// <summary>The fields an object may have, in the order the documentation lists them: senders mostly follow it, and matching then takes one comparison a field.</summary>
internal sealed class Shape(params string[] names)
{
    private readonly byte[][] _utf8 = [.. names.Select(Encoding.UTF8.GetBytes)];

    public int Count => names.Length;

    /// <summary>The place of a field by the name that the code uses.</summary>
    public int Of(string name)
    {
        for (var i = 0; i < names.Length; i++)
        {
            if (ReferenceEquals(names[i], name) || names[i] == name)
                return i;
        }

        throw new ArgumentException("The shape has no such field.", nameof(name));
    }

    /// <summary>The place of a field by the name received, trying the one after the last match first; -1 when the shape has none.</summary>
    public int Match(ReadOnlySpan<byte> name, int after)
    {
        for (var step = 1; step <= _utf8.Length; step++)
        {
            var i = (after + step) % _utf8.Length;
            if (name.SequenceEqual(_utf8[i]))
                return i;
        }

        return -1;
    }
}
