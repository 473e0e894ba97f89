using Hub.Kith.Plo.Wire;
using Hub.Kith.Types;

namespace Hub.Kith.Plo;

/// <summary>Glasses, hearing aid and the like.</summary>
public sealed record FasteHjelpemidler
{
    /// <summary>Glasses.</summary>
    public CS? Briller { get; init; }

    /// <summary>Hearing aid.</summary>
    public CS? HjelpemiddelHorsel { get; init; }

    /// <summary>Pacemaker.</summary>
    public bool? Pacemaker { get; init; }

    /// <summary>Note.</summary>
    public string? Merknad { get; init; }

    internal static FasteHjelpemidler Fields(PloFields f, FasteHjelpemidler? x) => new()
    {
        Briller = f.Cs("Briller", x?.Briller),
        HjelpemiddelHorsel = f.Cs("HjelpemiddelHorsel", x?.HjelpemiddelHorsel),
        Pacemaker = f.Flag("Pacemaker", x?.Pacemaker),
        Merknad = f.Text("Merknad", x?.Merknad),
    };
}
