using Hub.Kith.Plo.Wire;
using Hub.Kith.Types;

namespace Hub.Kith.Plo;

/// <summary>Where the patient was discharged to.</summary>
public sealed record UtskrevetTil
{
    /// <summary>State at discharge, list 8431.</summary>
    public CV? Uttilstand { get; init; }

    /// <summary>Where to, list 8408.</summary>
    public CV? UtTil { get; init; }

    /// <summary>Note.</summary>
    public string? Merknad { get; init; }

    internal static UtskrevetTil Fields(PloFields f, UtskrevetTil? x) => new()
    {
        Uttilstand = f.Cv("Uttilstand", x?.Uttilstand),
        UtTil = f.Cv("UtTil", x?.UtTil, required: true),
        Merknad = f.Text("Merknad", x?.Merknad),
    };
}
