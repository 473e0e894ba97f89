using Hub.Kith.Plo.Wire;
using Hub.Kith.Types;

namespace Hub.Kith.Plo;

/// <summary>A professional to contact about the patient: GP, contact doctor, or the contact at the receiver.</summary>
public sealed record KontaktpersonHelsepersonell
{
    /// <summary>The professional.</summary>
    public HealthcareProfessional? Kontaktperson { get; init; }

    /// <summary>Note.</summary>
    public string? Merknad { get; init; }

    internal static KontaktpersonHelsepersonell Fields(PloFields f, KontaktpersonHelsepersonell? x) => new()
    {
        Kontaktperson = f.Professional("Kontaktperson", x?.Kontaktperson, required: true),
        Merknad = f.Text("Merknad", x?.Merknad),
    };
}
