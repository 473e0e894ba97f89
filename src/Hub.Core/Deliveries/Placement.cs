using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Hub.Core.Deliveries;

/// <summary>Where a delivery belongs: its partition and its lane. Pure and the same on every node and in every version: stored rows depend on it.</summary>
public static class Placement
{
    /// <summary>The lane of a patient at a partner.</summary>
    /// <param name="tenant">Tenant name.</param>
    /// <param name="partner">Receiving partner.</param>
    /// <param name="patientKey">Keyed hash of the patient.</param>
    /// <returns>The lane number.</returns>
    public static long Lane(string tenant, string partner, Guid patientKey)
    {
        Span<byte> hash = stackalloc byte[32];
        Hash(tenant, partner, patientKey, hash);
        return BinaryPrimitives.ReadInt64BigEndian(hash);
    }

    /// <summary>The partition of a lane. A partner has one partition, or <paramref name="spread"/> of them by patient.</summary>
    /// <param name="tenant">Tenant name.</param>
    /// <param name="partner">Receiving partner.</param>
    /// <param name="lane">The lane.</param>
    /// <param name="spread">Over how many partitions the partner's patients go, at least 1.</param>
    /// <param name="partitions">Number of partitions of the installation.</param>
    /// <returns>0 to partitions-1.</returns>
    public static int Partition(string tenant, string partner, long lane, int spread, int partitions)
    {
        Span<byte> hash = stackalloc byte[32];
        Hash(tenant, partner, Guid.Empty, hash);
        var first = BinaryPrimitives.ReadUInt32BigEndian(hash);
        var offset = spread <= 1 ? 0u : (uint)((ulong)lane % (uint)Math.Min(spread, partitions));
        return (int)((first + offset) % (uint)partitions);
    }

    private static void Hash(string tenant, string partner, Guid patientKey, Span<byte> hash)
    {
        var length = Encoding.UTF8.GetByteCount(tenant) + Encoding.UTF8.GetByteCount(partner) + 18;
        Span<byte> input = length <= 256 ? stackalloc byte[length] : new byte[length];
        var used = Encoding.UTF8.GetBytes(tenant, input);
        input[used++] = 0;
        used += Encoding.UTF8.GetBytes(partner, input[used..]);
        input[used++] = 0;
        patientKey.TryWriteBytes(input[used..], bigEndian: true, out _);
        SHA256.HashData(input, hash);
    }
}
