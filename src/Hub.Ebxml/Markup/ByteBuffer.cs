using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace Hub.Ebxml.Markup;

/// <summary>A growing run of bytes on rented memory, with the escapes of canonical XML.</summary>
internal sealed class ByteBuffer(int capacity = 4096) : IDisposable
{
    private static readonly UTF8Encoding Strict = new(false, true);
    private static readonly SearchValues<char> TextSpecials = SearchValues.Create("&<>\r" + Forbidden());
    private static readonly SearchValues<char> AttributeSpecials = SearchValues.Create("&<\"\t\n\r" + Forbidden());
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(capacity);

    /// <summary>How many bytes have been written.</summary>
    public int Length { get; private set; }

    /// <summary>What has been written; valid until the next write.</summary>
    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    public ReadOnlyMemory<byte> WrittenMemory => _bytes.AsMemory(0, Length);

    public void Clear() => Length = 0;

    public Span<byte> Reserve(int count)
    {
        if (_bytes.Length - Length < count)
            Grow(count);
        return _bytes.AsSpan(Length);
    }

    public void Advance(int count) => Length += count;

    public void Add(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Reserve(bytes.Length));
        Length += bytes.Length;
    }

    public void Add(byte value)
    {
        Reserve(1)[0] = value;
        Length++;
    }

    /// <summary>Characters as they are, in UTF-8.</summary>
    /// <exception cref="ArgumentException">The text has half a surrogate pair.</exception>
    public void AddRaw(ReadOnlySpan<char> text)
    {
        var room = Reserve(text.Length * 3);
        Length += Strict.GetBytes(text, room);
    }

    /// <summary>Character data in canonical form.</summary>
    /// <exception cref="ArgumentException">The text has a character that XML 1.0 cannot carry.</exception>
    public void AddText(ReadOnlySpan<char> text) => AddEscaped(text, TextSpecials);

    /// <summary>An attribute value in canonical form, without the quotes.</summary>
    /// <exception cref="ArgumentException">The text has a character that XML 1.0 cannot carry.</exception>
    public void AddAttribute(ReadOnlySpan<char> text) => AddEscaped(text, AttributeSpecials);

    /// <summary>Bytes as base64 on one line.</summary>
    public void AddBase64(ReadOnlySpan<byte> bytes)
    {
        var room = Reserve(Base64.GetMaxEncodedToUtf8Length(bytes.Length));
        Base64.EncodeToUtf8(bytes, room, out _, out var written);
        Length += written;
    }

    public byte[] ToArray() => Written.ToArray();

    public void Dispose()
    {
        var bytes = _bytes;
        _bytes = [];
        Length = 0;
        if (bytes.Length > 0)
            ArrayPool<byte>.Shared.Return(bytes);
    }

    private static string Forbidden()
    {
        var text = new StringBuilder();
        for (var c = '\0'; c < ' '; c++)
        {
            if (c is not ('\t' or '\n' or '\r'))
                text.Append(c);
        }

        return text.Append('\uFFFE').Append('\uFFFF').ToString();
    }

    private void AddEscaped(ReadOnlySpan<char> text, SearchValues<char> specials)
    {
        while (true)
        {
            var at = text.IndexOfAny(specials);
            if (at < 0)
            {
                AddRaw(text);
                return;
            }

            AddRaw(text[..at]);
            Add(Escape(text[at]));
            text = text[(at + 1)..];
        }
    }

    private static ReadOnlySpan<byte> Escape(char c) => c switch
    {
        '&' => "&amp;"u8,
        '<' => "&lt;"u8,
        '>' => "&gt;"u8,
        '"' => "&quot;"u8,
        '\t' => "&#x9;"u8,
        '\n' => "&#xA;"u8,
        '\r' => "&#xD;"u8,
        _ => throw new ArgumentException("A character that XML 1.0 cannot carry."),
    };

    private void Grow(int count)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_bytes.Length * 2, Length + count));
        Written.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
