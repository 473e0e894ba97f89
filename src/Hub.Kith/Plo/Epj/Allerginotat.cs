using Hub.Kith.Plo.Wire;

namespace Hub.Kith.Plo;

/// <summary>One allergy with texts (EPJ dokument 13.11036.1).</summary>
public sealed record Allerginotat
{
    /// <summary>Id, category and reference of the component.</summary>
    public KomponentMeta Komponent { get; init; } = new();

    /// <summary>The text, or the texts in order.</summary>
    public IReadOnlyList<Journaltekst> Journaltekst { get; init; } = [];

    /// <summary>The allergy.</summary>
    public Allergi? Allergi { get; init; }

    internal static Allerginotat Fields(PloFields f, Allerginotat? x) => new()
    {
        Komponent = f.Component("EPJ dokument", "2.16.578.1.12.4.1.6.13.11036.1", x?.Komponent),
        Journaltekst = f.Parts(PloSpace.Epj2, "Journaltekst", x?.Journaltekst, Plo.Journaltekst.Fields),
        Allergi = f.Part("Allergi", x?.Allergi, Allergi.Fields, required: true),
    };
}
