using Hub.Kith.Plo.Wire;

namespace Hub.Kith.Plo;

/// <summary>How many doses were handed out.</summary>
public sealed record UtlevertLegemiddel
{
    /// <summary>Number of doses.</summary>
    public long? AntEnkeltdoser { get; init; }

    internal static UtlevertLegemiddel Fields(PloFields f, UtlevertLegemiddel? x) => new()
    {
        AntEnkeltdoser = f.Integer("AntEnkeltdoser", x?.AntEnkeltdoser, required: true),
    };
}
