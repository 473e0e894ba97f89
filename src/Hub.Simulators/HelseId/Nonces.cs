using System.Security.Cryptography;

namespace Hub.Simulators.HelseId;

/// <summary>Nonces for proofs (RFC 9449 section 8): the one in force, and the one before it.</summary>
public sealed class Nonces
{
    private string _current = New();
    private string _previous = "";

    /// <summary>The nonce that clients are to use.</summary>
    public string Current => Volatile.Read(ref _current);

    /// <summary>Puts a new one in force; the old one is still taken once more.</summary>
    public void Renew() => (_previous, _current) = (_current, New());

    /// <summary>Puts a new one in force and takes no older one.</summary>
    public void Replace() => (_previous, _current) = ("", New());

    /// <summary>Whether a nonce is taken.</summary>
    /// <param name="nonce">What the proof carries; null when nothing.</param>
    /// <returns>True for the current one and the one before.</returns>
    public bool Takes(string? nonce) => nonce is { Length: > 0 } && (nonce == Current || nonce == Volatile.Read(ref _previous));

    private static string New() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
}
