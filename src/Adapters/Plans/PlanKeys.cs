using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Hub.Adapters.Plans;

/// <summary>Ids that the register gives.</summary>
public static class PlanKeys
{
    /// <summary>Id of a patient's shared plan: the same for whoever is the first to write it, so that two who write at once meet at one plan. It says nothing of the patient.</summary>
    /// <param name="patient">Keyed hash of the patient.</param>
    /// <param name="ordinal">1 for the patient's first plan.</param>
    /// <returns>A UUID (version 8) as text.</returns>
    public static string Of(Guid patient, int ordinal)
    {
        Span<byte> input = stackalloc byte[24];
        "plan"u8.CopyTo(input);
        patient.TryWriteBytes(input[4..], bigEndian: true, out _);
        BinaryPrimitives.WriteInt32BigEndian(input[20..], ordinal);
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(input, hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true).ToString("D");
    }

    /// <summary>The plan of a conflict.</summary>
    /// <param name="conflict">Key of the conflict.</param>
    /// <returns>Id of the plan.</returns>
    public static string PlanOf(string conflict) => conflict.Split('.')[0];

    /// <summary>Key of a conflict: the same whenever the same event is judged again.</summary>
    /// <param name="plan">Id of the shared plan.</param>
    /// <param name="edit">The edit.</param>
    /// <returns>The plan's id and sixteen hexadecimal digits.</returns>
    public static string OfConflict(string plan, PlanEdit edit) =>
        $"{plan}.{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{edit.Origin}\0{edit.Event}")).AsSpan(0, 8))}";
}
