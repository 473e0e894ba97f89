namespace Hub.Ebxml.Encryption;

/// <summary>Writes DER into memory whose size has been worked out beforehand.</summary>
internal ref struct DerSpan(Span<byte> bytes)
{
    /// <summary>What has not been written yet.</summary>
    public Span<byte> Rest { get; private set; } = bytes;

    /// <summary>Bytes of a value with its tag and length.</summary>
    public static int Size(int content) => 1 + LengthBytes(content) + content;

    public static int LengthBytes(int length) => length switch
    {
        < 0x80 => 1,
        < 0x100 => 2,
        < 0x10000 => 3,
        < 0x1000000 => 4,
        _ => 5,
    };

    public void Header(byte tag, int length)
    {
        var count = LengthBytes(length);
        Rest[0] = tag;
        if (count == 1)
        {
            Rest[1] = (byte)length;
        }
        else
        {
            Rest[1] = (byte)(0x80 | (count - 1));
            for (var i = count - 1; i > 0; i--, length >>= 8)
                Rest[1 + i] = (byte)length;
        }

        Rest = Rest[(1 + count)..];
    }

    public void Add(scoped ReadOnlySpan<byte> value)
    {
        value.CopyTo(Rest);
        Rest = Rest[value.Length..];
    }
}
