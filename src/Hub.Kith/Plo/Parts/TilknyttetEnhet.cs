using Hub.Kith.Plo.Wire;
using Hub.Kith.Types;

namespace Hub.Kith.Plo;

/// <summary>A unit to contact about the patient: name and telephone (HITS 1174).</summary>
public sealed record TilknyttetEnhet
{
    /// <summary>The unit.</summary>
    public Organisation? Kontaktenhet { get; init; }

    /// <summary>Note.</summary>
    public string? Merknad { get; init; }

    internal static TilknyttetEnhet Fields(PloFields f, TilknyttetEnhet? x) => new()
    {
        Kontaktenhet = f.Unit("Kontaktenhet", x?.Kontaktenhet, required: true),
        Merknad = f.Text("Merknad", x?.Merknad),
    };
}
