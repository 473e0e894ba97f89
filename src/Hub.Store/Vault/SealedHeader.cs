using System.Buffers.Binary;

namespace Hub.Store.Vault;

/// <summary>What stands in the clear before sealed bytes: form, key id, the length before compression (0 = not compressed). It is authenticated together with the tenant's name.</summary>
internal readonly record struct SealedHeader(ushort KeyId, int PlainLength)
{
    /// <summary>First byte of the only form there is so far.</summary>
    private const byte Form = 0x01;

    public const int Length = 7;

    public bool IsCompressed => PlainLength > 0;

    public void Write(Span<byte> to)
    {
        to[0] = Form;
        BinaryPrimitives.WriteUInt16BigEndian(to[1..], KeyId);
        BinaryPrimitives.WriteInt32BigEndian(to[3..], PlainLength);
    }

    public static bool TryRead(ReadOnlySpan<byte> from, out SealedHeader header)
    {
        header = default;
        if (from.Length < Length || from[0] != Form)
            return false;
        header = new SealedHeader(BinaryPrimitives.ReadUInt16BigEndian(from[1..]), BinaryPrimitives.ReadInt32BigEndian(from[3..]));
        return header.PlainLength >= 0;
    }
}
