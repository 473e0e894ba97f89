using System.Security.Cryptography;

namespace Hub.Core.Jose;

/// <summary>The curves of RFC 7518 section 6.2.1.1.</summary>
internal static class EcCurves
{
    public static ECCurve? Of(string? name) => name switch
    {
        "P-256" => ECCurve.NamedCurves.nistP256,
        "P-384" => ECCurve.NamedCurves.nistP384,
        "P-521" => ECCurve.NamedCurves.nistP521,
        _ => null,
    };

    /// <summary>Bytes of a coordinate; 0 for another curve.</summary>
    public static int Size(string? name) => name switch { "P-256" => 32, "P-384" => 48, "P-521" => 66, _ => 0 };

    public static string? Name(int bits) => bits switch { 256 => "P-256", 384 => "P-384", 521 => "P-521", _ => null };
}
