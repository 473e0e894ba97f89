using Hub.Kith.Plo.Wire;
using Hub.Kith.Types;

namespace Hub.Kith.Plo;

/// <summary>How medication is to be handed out.</summary>
public sealed record AdmInstrukser
{
    /// <summary>How it is handed out.</summary>
    public CS? Utleveringsform { get; init; }

    /// <summary>Special measures, list 9132.</summary>
    public IReadOnlyList<CS> SarskilteTiltak { get; init; } = [];

    internal static AdmInstrukser Fields(PloFields f, AdmInstrukser? x) => new()
    {
        Utleveringsform = f.Cs("Utleveringsform", x?.Utleveringsform),
        SarskilteTiltak = f.Css("SarskilteTiltak", x?.SarskilteTiltak),
    };
}
