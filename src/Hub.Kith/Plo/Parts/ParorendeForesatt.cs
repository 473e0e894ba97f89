using Hub.Kith.Plo.Wire;
using Hub.Kith.Types;

namespace Hub.Kith.Plo;

/// <summary>Next of kin, guardian or another person close to the patient.</summary>
public sealed record ParorendeForesatt
{
    /// <summary>Relation to the patient, list 9033.</summary>
    public CS? Slektskap { get; init; }

    /// <summary>Function of care, list 9050.</summary>
    public CS? Omsorgsfunksjon { get; init; }

    /// <summary>Year of birth when the relative is a minor. Only from 1.6.</summary>
    public int? FodselsarMindrearigParorende { get; init; }

    /// <summary>The person.</summary>
    public Person? Referanseperson { get; init; }

    /// <summary>Note.</summary>
    public string? Merknad { get; init; }

    internal static ParorendeForesatt Fields(PloFields f, ParorendeForesatt? x) => new()
    {
        Slektskap = f.Cs("Slektskap", x?.Slektskap),
        Omsorgsfunksjon = f.Cs("Omsorgsfunksjon", x?.Omsorgsfunksjon),
        FodselsarMindrearigParorende = f.Year("FodselsarMindrearigParorende", x?.FodselsarMindrearigParorende, since16: true),
        Referanseperson = f.Person("Referanseperson", x?.Referanseperson, required: true),
        Merknad = f.Text("Merknad", x?.Merknad),
    };
}
