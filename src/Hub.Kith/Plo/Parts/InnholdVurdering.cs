using Hub.Kith.Plo.Wire;
using Hub.Kith.Types;

namespace Hub.Kith.Plo;

/// <summary>What was assessed.</summary>
public sealed record InnholdVurdering
{
    /// <summary>What it is about.</summary>
    public string? VurderingenGjelder { get; init; }

    /// <summary>Keywords.</summary>
    public IReadOnlyList<string> Stikkord { get; init; } = [];

    /// <summary>First date.</summary>
    public TS? FraDato { get; init; }

    /// <summary>Last date.</summary>
    public TS? TilDato { get; init; }

    /// <summary>Profession, list 9060.</summary>
    public CS? KategoriHelsepersonell { get; init; }

    /// <summary>Matter by matter.</summary>
    public IReadOnlyList<Enkeltvurdering> Enkeltvurdering { get; init; } = [];

    internal static InnholdVurdering Fields(PloFields f, InnholdVurdering? x) => new()
    {
        VurderingenGjelder = f.Text("VurderingenGjelder", x?.VurderingenGjelder, required: true),
        Stikkord = f.Texts("Stikkord", x?.Stikkord),
        FraDato = f.Date("FraDato", x?.FraDato),
        TilDato = f.Date("TilDato", x?.TilDato),
        KategoriHelsepersonell = f.Cs("KategoriHelsepersonell", x?.KategoriHelsepersonell),
        Enkeltvurdering = f.Parts("Enkeltvurdering", x?.Enkeltvurdering, Plo.Enkeltvurdering.Fields),
    };
}
