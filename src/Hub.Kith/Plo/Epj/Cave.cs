using Hub.Kith.Plo.Wire;

namespace Hub.Kith.Plo;

/// <summary>What everyone must be aware of: keywords and allergies (EPJ sak 14.50001.0).</summary>
public sealed record Cave
{
    /// <summary>Id, category and reference of the component.</summary>
    public KomponentMeta Komponent { get; init; } = new();

    /// <summary>The keywords.</summary>
    public SakshodeCave? SakshodeCave { get; init; }

    /// <summary>Allergies.</summary>
    public IReadOnlyList<Allerginotat> Allerginotat { get; init; } = [];

    internal static Cave Fields(PloFields f, Cave? x) => new()
    {
        Komponent = f.Component("EPJ sak", "2.16.578.1.12.4.1.6.14.50001.0", x?.Komponent),
        SakshodeCave = f.Part("SakshodeCave", x?.SakshodeCave, SakshodeCave.Fields, required: true),
        Allerginotat = f.Parts("Allerginotat", x?.Allerginotat, Plo.Allerginotat.Fields),
    };
}
