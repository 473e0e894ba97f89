using Hub.Kith.Plo.Wire;
using Hub.Kith.Types;

namespace Hub.Kith.Plo;

/// <summary>One function and how it was assessed.</summary>
public sealed record KartlagtFunksjon
{
    /// <summary>The function.</summary>
    public CV? Funksjonsvariabel { get; init; }

    /// <summary>Assessment, 1 to 5, 9 when not relevant.</summary>
    public long? Vurdering { get; init; }

    /// <summary>Note.</summary>
    public string? Merknad { get; init; }

    internal static KartlagtFunksjon Fields(PloFields f, KartlagtFunksjon? x) => new()
    {
        Funksjonsvariabel = f.Cv("Funksjonsvariabel", x?.Funksjonsvariabel),
        Vurdering = f.Integer("Vurdering", x?.Vurdering),
        Merknad = f.Text("Merknad", x?.Merknad),
    };
}
