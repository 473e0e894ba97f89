using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Hub.Store.Vault;

/// <summary>An AES-256-GCM key. A cipher object serves one thread at a time, so used ones are kept for the next.</summary>
internal sealed class DataKey(ushort id, byte[] key)
{
    public const int KeyLength = 32;

    public const int NonceLength = 12;

    public const int TagLength = 16;

    private readonly ConcurrentBag<AesGcm> _idle = [];

    public ushort Id => id;

    /// <summary>Writes nonce, ciphertext and tag.</summary>
    public void Encrypt(ReadOnlySpan<byte> plain, Span<byte> to, ReadOnlySpan<byte> context)
    {
        RandomNumberGenerator.Fill(to[..NonceLength]);
        var cipher = Take();
        cipher.Encrypt(to[..NonceLength], plain, to.Slice(NonceLength, plain.Length), to[(NonceLength + plain.Length)..], context);
        _idle.Add(cipher);
    }

    /// <summary>Reads what <see cref="Encrypt"/> wrote.</summary>
    /// <returns>False when it was changed, or belongs to another key or context.</returns>
    public bool TryDecrypt(ReadOnlySpan<byte> from, Span<byte> plain, ReadOnlySpan<byte> context)
    {
        var cipher = Take();
        try
        {
            cipher.Decrypt(from[..NonceLength], from.Slice(NonceLength, plain.Length), from[(NonceLength + plain.Length)..], plain, context);
            return true;
        }
        catch (AuthenticationTagMismatchException)
        {
            return false;
        }
        finally
        {
            _idle.Add(cipher);
        }
    }

    private AesGcm Take() => _idle.TryTake(out var cipher) ? cipher : new AesGcm(key, TagLength);
}
