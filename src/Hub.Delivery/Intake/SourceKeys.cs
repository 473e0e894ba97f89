using System.Security.Cryptography;
using System.Text;

namespace Hub.Delivery.Intake;

/// <summary>Keys by which repeats are found.</summary>
public static class SourceKeys
{
    /// <summary>The key of an event: the first 128 bits of SHA-256 over tenant, source and source id, divided by NUL. Stored; never changes.</summary>
    /// <param name="tenant">Tenant name.</param>
    /// <param name="source">Name of the sending partner.</param>
    /// <param name="sourceId">The source's id of the event.</param>
    /// <returns>The key.</returns>
    public static Guid Of(string tenant, string source, string sourceId)
    {
        var length = Encoding.UTF8.GetByteCount(tenant) + Encoding.UTF8.GetByteCount(source) + Encoding.UTF8.GetByteCount(sourceId) + 2;
        Span<byte> input = length <= 512 ? stackalloc byte[length] : new byte[length];
        var used = Encoding.UTF8.GetBytes(tenant, input);
        input[used++] = 0;
        used += Encoding.UTF8.GetBytes(source, input[used..]);
        input[used++] = 0;
        Encoding.UTF8.GetBytes(sourceId, input[used..]);
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(input, hash);
        return new Guid(hash[..16], bigEndian: true);
    }

    /// <summary>The stored form of a fingerprint: its first 128 bits.</summary>
    /// <param name="fingerprint">SHA-256 over the event.</param>
    /// <returns>The stored form; shorter input is hashed first.</returns>
    public static Guid Fingerprint(ReadOnlySpan<byte> fingerprint)
    {
        if (fingerprint.Length >= 16)
            return new Guid(fingerprint[..16], bigEndian: true);
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(fingerprint, hash);
        return new Guid(hash[..16], bigEndian: true);
    }
}
