using Hub.Kith.Plo.Wire;
using Hub.Kith.Types;

namespace Hub.Kith.Plo;

/// <summary>What the message to the doctor holds, list 9137.</summary>
public sealed record InnholdKonsultasjon
{
    /// <summary>List 9137: 2 status report, 3 assessment by the doctor is wanted.</summary>
    public CS? TypeInnholdKonsultasjon { get; init; }

    /// <summary>Note.</summary>
    public string? Merknad { get; init; }

    internal static InnholdKonsultasjon Fields(PloFields f, InnholdKonsultasjon? x) => new()
    {
        TypeInnholdKonsultasjon = f.Cs("TypeInnholdKonsultasjon", x?.TypeInnholdKonsultasjon, required: true),
        Merknad = f.Text("Merknad", x?.Merknad),
    };
}
