using System.Security.Cryptography;
using System.Text;
using Hub.Core.Errors;
using Hub.Core.Identities;
using Hub.Core.Storage;

namespace Hub.UnitTests.Polling;

/// <summary>Seals nothing, and tells things apart.</summary>
internal sealed class HashVault : IBodyVault
{
    public byte[] Seal(string tenant, ReadOnlySpan<byte> body) => body.ToArray();

    public Result<byte[]> Open(string tenant, ReadOnlySpan<byte> sealedBody) => sealedBody.ToArray();

    public Guid PatientKey(string tenant, Identifier patient) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"{tenant} {patient.System} {patient.Value}")).AsSpan(0, 16));
}
