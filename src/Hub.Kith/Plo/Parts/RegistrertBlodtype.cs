using Hub.Kith.Plo.Wire;
using Hub.Kith.Types;

namespace Hub.Kith.Plo;

/// <summary>Blood type.</summary>
public sealed record RegistrertBlodtype
{
    /// <summary>ABO type.</summary>
    public CS? Blodtype { get; init; }

    /// <summary>Rhesus group.</summary>
    public CS? Rhesusgruppe { get; init; }

    /// <summary>Note.</summary>
    public string? Merknad { get; init; }

    internal static RegistrertBlodtype Fields(PloFields f, RegistrertBlodtype? x) => new()
    {
        Blodtype = f.Cs("Blodtype", x?.Blodtype, required: true),
        Rhesusgruppe = f.Cs("Rhesusgruppe", x?.Rhesusgruppe),
        Merknad = f.Text("Merknad", x?.Merknad),
    };
}
