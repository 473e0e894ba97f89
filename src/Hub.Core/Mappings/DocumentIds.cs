using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Hub.Core.Mappings;

/// <summary>Ids of the parts of a document, derived from the delivery: the same delivery gets the same ids whenever it is mapped again (UUID version 8, RFC 9562 section 5.8).</summary>
/// <param name="Installation">Id of the hub installation.</param>
/// <param name="MessageId">The message.</param>
/// <param name="Generation">0 for the first mapping; an operator's remap under new ids raises it.</param>
/// <param name="Target">Name of the tenant and partner.</param>
public sealed record DocumentIds(Guid Installation, long MessageId, int Generation, string Target)
{
    /// <summary>The id of a part.</summary>
    /// <param name="role">What the part is, unique within the document.</param>
    /// <returns>The id.</returns>
    public Guid For(string role)
    {
        var text = Encoding.UTF8.GetByteCount(Target) + Encoding.UTF8.GetByteCount(role) + 1;
        Span<byte> input = stackalloc byte[28 + text];
        Installation.TryWriteBytes(input, bigEndian: true, out _);
        BinaryPrimitives.WriteInt64BigEndian(input[16..], MessageId);
        BinaryPrimitives.WriteInt32BigEndian(input[24..], Generation);
        var used = 28 + Encoding.UTF8.GetBytes(Target, input[28..]);
        input[used++] = 0;
        Encoding.UTF8.GetBytes(role, input[used..]);
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(input, hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
