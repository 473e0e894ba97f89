using Hub.Kith.Plo.Wire;

namespace Hub.Kith.Plo;

/// <summary>Whether patient and next of kin have been told.</summary>
public sealed record InformertOm
{
    /// <summary>Whether the patient knows.</summary>
    public bool? PasientInformert { get; init; }

    /// <summary>Whether the next of kin know.</summary>
    public bool? ParorendeInformert { get; init; }

    internal static InformertOm Fields(PloFields f, InformertOm? x) => new()
    {
        PasientInformert = f.Flag("PasientInformert", x?.PasientInformert, required: true),
        ParorendeInformert = f.Flag("ParorendeInformert", x?.ParorendeInformert, required: true),
    };
}
