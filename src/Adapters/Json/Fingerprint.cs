using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Hub.Adapters.Json;

/// <summary>SHA-256 over what a JSON value says: white space, the order of properties, the spelling of escapes and properties that are null make no difference.</summary>
internal static class Fingerprint
{
    private const int LargestKept = 64 * 1024;

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _kept;

    public static byte[] Of(JsonElement value)
    {
        var written = _kept ?? new ArrayBufferWriter<byte>(1024);
        written.ResetWrittenCount();
        Write(value, written);
        _kept = written.Capacity <= LargestKept ? written : null;
        return SHA256.HashData(written.WrittenSpan);
    }

    private static void Write(JsonElement value, ArrayBufferWriter<byte> to)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                WriteObject(value, to);
                break;
            case JsonValueKind.Array:
                Byte(to, '[');
                foreach (var item in value.EnumerateArray())
                    Write(item, to);
                Byte(to, ']');
                break;
            case JsonValueKind.String:
                WriteString(value, to);
                break;
            default:
                Piece(to, 'v', JsonMarshal.GetRawUtf8Value(value));
                break;
        }
    }

    private static void WriteObject(JsonElement value, ArrayBufferWriter<byte> to)
    {
        var properties = ArrayPool<JsonProperty>.Shared.Rent(value.GetPropertyCount());
        var count = 0;
        foreach (var property in value.EnumerateObject())
        {
            if (property.Value.ValueKind != JsonValueKind.Null)
                properties[count++] = property;
        }

        var kept = properties.AsSpan(0, count);
        if (!IsSorted(kept))
            kept.Sort(static (a, b) => JsonText.Name(a).SequenceCompareTo(JsonText.Name(b)));
        Byte(to, '{');
        foreach (var property in kept)
        {
            Piece(to, 'n', JsonText.Name(property));
            Write(property.Value, to);
        }

        Byte(to, '}');
        ArrayPool<JsonProperty>.Shared.Return(properties, clearArray: true);
    }

    private static bool IsSorted(ReadOnlySpan<JsonProperty> properties)
    {
        for (var i = 1; i < properties.Length; i++)
        {
            if (JsonText.Name(properties[i - 1]).SequenceCompareTo(JsonText.Name(properties[i])) > 0)
                return false;
        }

        return true;
    }

    private static void WriteString(JsonElement value, ArrayBufferWriter<byte> to)
    {
        var raw = JsonMarshal.GetRawUtf8Value(value)[1..^1];
        if (raw.Contains((byte)'\\') && JsonText.Read(value) is { } text)
            Piece(to, 's', Encoding.UTF8.GetBytes(text));
        else
            Piece(to, 's', raw);
    }

    // The length in front keeps two different values from ever writing the same bytes.
    private static void Piece(ArrayBufferWriter<byte> to, char mark, ReadOnlySpan<byte> bytes)
    {
        var span = to.GetSpan(5 + bytes.Length);
        span[0] = (byte)mark;
        BinaryPrimitives.WriteInt32LittleEndian(span[1..], bytes.Length);
        bytes.CopyTo(span[5..]);
        to.Advance(5 + bytes.Length);
    }

    private static void Byte(ArrayBufferWriter<byte> to, char mark)
    {
        to.GetSpan(1)[0] = (byte)mark;
        to.Advance(1);
    }
}
