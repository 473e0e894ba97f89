using Hub.Kith.Plo.Wire;
using Hub.Kith.Types;

namespace Hub.Kith.Plo;

/// <summary>That a measure was carried out.</summary>
public sealed record GjennomforingAvTiltak
{
    /// <summary>When.</summary>
    public TS? UtfortTidspunkt { get; init; }

    /// <summary>Whether the measure can end.</summary>
    public bool? TiltakKanTermineres { get; init; }

    /// <summary>Note.</summary>
    public string? Merknad { get; init; }

    internal static GjennomforingAvTiltak Fields(PloFields f, GjennomforingAvTiltak? x) => new()
    {
        UtfortTidspunkt = f.Date("UtfortTidspunkt", x?.UtfortTidspunkt, required: true),
        TiltakKanTermineres = f.Flag("TiltakKanTermineres", x?.TiltakKanTermineres),
        Merknad = f.Text("Merknad", x?.Merknad),
    };
}
