using Hub.Kith.Plo.Wire;
using Hub.Kith.Types;

namespace Hub.Kith.Plo;

/// <summary>What is said about the patient beside name and id.</summary>
public sealed record TilleggsopplysningPasient
{
    /// <summary>Marital status, list 8724.</summary>
    public CS? SivilStatus { get; init; }

    /// <summary>Whether the patient lives alone.</summary>
    public bool? BorAlene { get; init; }

    /// <summary>Language, list 3303.</summary>
    public CS? Sprak { get; init; }

    internal static TilleggsopplysningPasient Fields(PloFields f, TilleggsopplysningPasient? x) => new()
    {
        SivilStatus = f.Cs("SivilStatus", x?.SivilStatus),
        BorAlene = f.Flag("BorAlene", x?.BorAlene),
        Sprak = f.Cs("Sprak", x?.Sprak),
    };
}
