using Hub.Kith.Plo.Wire;
using Hub.Kith.Types;

namespace Hub.Kith.Plo;

/// <summary>A reservation or a wish.</summary>
public sealed record ReservasjonOnske
{
    /// <summary>What it is about.</summary>
    public string? Gjelder { get; init; }

    /// <summary>Who said it.</summary>
    public Person? FramsattAv { get; init; }

    /// <summary>When it was said.</summary>
    public TS? FramsattDato { get; init; }

    /// <summary>Who withdrew it.</summary>
    public Person? TrukketTilbakeAv { get; init; }

    /// <summary>When it was withdrawn.</summary>
    public TS? TrukketTilbakeDato { get; init; }

    /// <summary>Note.</summary>
    public string? Merknad { get; init; }

    internal static ReservasjonOnske Fields(PloFields f, ReservasjonOnske? x) => new()
    {
        Gjelder = f.Text("Gjelder", x?.Gjelder, required: true),
        FramsattAv = f.Person("FramsattAv", x?.FramsattAv, required: true),
        FramsattDato = f.Date("FramsattDato", x?.FramsattDato, required: true),
        TrukketTilbakeAv = f.Person("TrukketTilbakeAv", x?.TrukketTilbakeAv),
        TrukketTilbakeDato = f.Date("TrukketTilbakeDato", x?.TrukketTilbakeDato),
        Merknad = f.Text("Merknad", x?.Merknad),
    };
}
