using Hub.Kith.Plo.Wire;

namespace Hub.Kith.Plo;

/// <summary>The cave keywords (EPJ dokument 13.10028.0).</summary>
public sealed record SakshodeCave
{
    /// <summary>Id, category and reference of the component.</summary>
    public KomponentMeta Komponent { get; init; } = new();

    /// <summary>The keywords.</summary>
    public IReadOnlyList<StikkordCave> StikkordCave { get; init; } = [];

    internal static SakshodeCave Fields(PloFields f, SakshodeCave? x) => new()
    {
        Komponent = f.Component("EPJ dokument", "2.16.578.1.12.4.1.6.13.10028.0", x?.Komponent),
        StikkordCave = f.Parts("StikkordCave", x?.StikkordCave, Plo.StikkordCave.Fields),
    };
}
