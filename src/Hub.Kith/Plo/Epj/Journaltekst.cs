using Hub.Kith.Plo.Wire;
using Hub.Kith.Types;

namespace Hub.Kith.Plo;

/// <summary>A text under a heading. The order of texts carries meaning.</summary>
public sealed record Journaltekst
{
    /// <summary>Heading, list 9141, 9142, 9143 or 9145; always with DN, since the official viewer shows only that for most lists.</summary>
    public CV? Overskriftskode { get; init; }

    /// <summary>The text; plain, line breaks as CR LF.</summary>
    public string? Notat { get; init; }

    /// <summary>Note.</summary>
    public string? Merknad { get; init; }

    internal static Journaltekst Fields(PloFields f, Journaltekst? x) => new()
    {
        Overskriftskode = f.Cv("Overskriftskode", x?.Overskriftskode),
        Notat = f.Text("Notat", x?.Notat, required: true),
        Merknad = f.Text("Merknad", x?.Merknad),
    };
}
