using Hub.Kith.Plo.Wire;
using Hub.Kith.Types;

namespace Hub.Kith.Plo;

/// <summary>A goal.</summary>
public sealed record InnholdMaaldokument
{
    /// <summary>The goal as a code.</summary>
    public CV? MaalForventetResultat { get; init; }

    /// <summary>How far it is expected to be reached.</summary>
    public CV? ForventetGradMaaloppnaaelse { get; init; }

    /// <summary>The goal as text.</summary>
    public string? Beskrivelse { get; init; }

    /// <summary>Profession, list 9060.</summary>
    public CS? KategoriHelsepersonell { get; init; }

    /// <summary>When it is expected to be reached.</summary>
    public TS? ForventesOppnaadd { get; init; }

    /// <summary>First date.</summary>
    public TS? FraDato { get; init; }

    /// <summary>Last date.</summary>
    public TS? TilDato { get; init; }

    /// <summary>Keywords.</summary>
    public IReadOnlyList<string> Stikkord { get; init; } = [];

    internal static InnholdMaaldokument Fields(PloFields f, InnholdMaaldokument? x) => new()
    {
        MaalForventetResultat = f.Cv("MaalForventetResultat", x?.MaalForventetResultat),
        ForventetGradMaaloppnaaelse = f.Cv("ForventetGradMaaloppnaaelse", x?.ForventetGradMaaloppnaaelse),
        Beskrivelse = f.Text("Beskrivelse", x?.Beskrivelse),
        KategoriHelsepersonell = f.Cs("KategoriHelsepersonell", x?.KategoriHelsepersonell),
        ForventesOppnaadd = f.Date("ForventesOppnaadd", x?.ForventesOppnaadd),
        FraDato = f.Date("FraDato", x?.FraDato),
        TilDato = f.Date("TilDato", x?.TilDato),
        Stikkord = f.Texts("Stikkord", x?.Stikkord),
    };
}
