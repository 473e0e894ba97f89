using Hub.Kith.Plo.Wire;

namespace Hub.Kith.Plo;

/// <summary>What the patient and the next of kin have been told.</summary>
public sealed record InfoInformasjonGitt
{
    /// <summary>What was told.</summary>
    public IReadOnlyList<InformasjonGitt> InformasjonGitt { get; init; } = [];

    internal static InfoInformasjonGitt Fields(PloFields f, InfoInformasjonGitt? x) => new()
    {
        InformasjonGitt = f.Parts("InformasjonGitt", x?.InformasjonGitt, Plo.InformasjonGitt.Fields, required: true),
    };
}
