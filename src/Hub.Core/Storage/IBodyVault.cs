using Hub.Core.Errors;
using Hub.Core.Identities;

namespace Hub.Core.Storage;

/// <summary>Encryption at rest and keyed hashes, with keys of their own for each tenant. Safe for concurrent use: sealing happens on the request's own thread, not in the writer.</summary>
public interface IBodyVault
{
    /// <summary>Encrypts a body (AES-256-GCM; compressed first where that helps). Key id and nonce are part of the result.</summary>
    /// <param name="tenant">Whose key.</param>
    /// <param name="body">The bytes.</param>
    /// <returns>The sealed bytes.</returns>
    byte[] Seal(string tenant, ReadOnlySpan<byte> body);

    /// <summary>Decrypts a body.</summary>
    /// <param name="tenant">Whose key; another tenant's bytes do not open.</param>
    /// <param name="sealedBody">What <see cref="Seal"/> gave.</param>
    /// <returns>The bytes, or <see cref="DeliveryErrors.BodyUnreadable"/>.</returns>
    Result<byte[]> Open(string tenant, ReadOnlySpan<byte> sealedBody);

    /// <summary>Keyed hash of a patient (HMAC-SHA-256, first 128 bits): finds messages without storing the number. Does not change when the encryption key is rotated.</summary>
    /// <param name="tenant">Whose key: the same person has another hash in another tenant.</param>
    /// <param name="patient">The patient.</param>
    /// <returns>The hash.</returns>
    Guid PatientKey(string tenant, Identifier patient);
}
