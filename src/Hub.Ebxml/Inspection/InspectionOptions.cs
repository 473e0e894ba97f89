using Hub.Ebxml.Messages;
using Hub.Ebxml.Signing;

namespace Hub.Ebxml.Inspection;

/// <summary>How a file is looked at.</summary>
public sealed record InspectionOptions
{
    /// <summary>What signatures are accepted. Default everything seen on the network, since old files are looked at too.</summary>
    public SignaturePolicy Signatures { get; init; } = SignaturePolicy.Lenient;

    /// <summary>Keys to open attachments with; triple DES is accepted.</summary>
    public OpenOptions Opening { get; init; } = new() { AllowTripleDes = true };
}
