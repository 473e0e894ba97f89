using Hub.Kith.Plo.Wire;

namespace Hub.Kith.Plo;

/// <summary>Assessment of all functions together.</summary>
public sealed record SamletVurderingFunksjonsniva
{
    /// <summary>Weight of care.</summary>
    public decimal? Pleietyngde { get; init; }

    /// <summary>Weight of care as text.</summary>
    public string? VurderingPleietyngde { get; init; }

    /// <summary>Note.</summary>
    public string? Merknad { get; init; }

    internal static SamletVurderingFunksjonsniva Fields(PloFields f, SamletVurderingFunksjonsniva? x) => new()
    {
        Pleietyngde = f.Number("Pleietyngde", x?.Pleietyngde),
        VurderingPleietyngde = f.Text("VurderingPleietyngde", x?.VurderingPleietyngde),
        Merknad = f.Text("Merknad", x?.Merknad),
    };
}
