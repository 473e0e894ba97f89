namespace Hub.Ebxml.Signing;

/// <summary>What a partner's signatures may look like beyond the profile.</summary>
public sealed record SignaturePolicy
{
    /// <summary>The profile as it is since 2022: SHA-256, three transforms or none of the XPath kind, inclusive canonical form.</summary>
    public static SignaturePolicy Profile { get; } = new();

    /// <summary>Everything that has been seen on the network; for looking at old messages, not for receiving.</summary>
    public static SignaturePolicy Lenient { get; } = new() { AllowSha1 = true, AllowExclusive = true, MinimumKeyBits = 1024 };

    /// <summary>Whether SHA-1 digests and rsa-sha1 are accepted. Default false.</summary>
    public bool AllowSha1 { get; init; }

    /// <summary>Whether exclusive canonical form is accepted in place of inclusive. Default false.</summary>
    public bool AllowExclusive { get; init; }

    /// <summary>Whether a signature without the XPath transform is accepted (seen from pharmacy suppliers). Default true.</summary>
    public bool AllowMissingXPath { get; init; } = true;

    /// <summary>Smallest RSA key in bits. Default 2048.</summary>
    public int MinimumKeyBits { get; init; } = 2048;
}
