using System.Security.Cryptography.X509Certificates;
using Hub.Ebxml.Encryption;

namespace Hub.Host.Commands.Inspect;

/// <summary>A file to look at.</summary>
/// <param name="Name">Its name, as it is shown.</param>
/// <param name="Bytes">Its bytes.</param>
internal sealed record InspectRequest(string Name, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>The certificate that must have signed; null accepts any.</summary>
    public X509Certificate2? Signer { get; init; }

    /// <summary>Opens encrypted payloads; null leaves them closed.</summary>
    public PayloadDecryptor? Keys { get; init; }

    /// <summary>Whether texts, names and numbers of persons may be shown.</summary>
    public bool ShowContent { get; init; }

    /// <summary>The time of the look.</summary>
    public required DateTimeOffset Now { get; init; }
}

/// <summary>What came of looking.</summary>
/// <param name="View">What is known; null when the file is none that can be looked at.</param>
/// <param name="Fault">Why there is no view, one sentence.</param>
internal sealed record InspectOutcome(InspectView? View, string? Fault);
