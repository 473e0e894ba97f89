using Hub.Kith.Plo.Wire;
using Hub.Kith.Types;

namespace Hub.Kith.Plo;

/// <summary>What the message holds: list 9140 Helseopplysninger, 9138 Medisinske opplysninger, 9139 Utskrivningsrapport.</summary>
public sealed record TypeInnholdIMelding
{
    /// <summary>The kind of content.</summary>
    public CV? TypeInnhold { get; init; }

    /// <summary>Note.</summary>
    public string? Merknad { get; init; }

    internal static TypeInnholdIMelding Fields(PloFields f, TypeInnholdIMelding? x) => new()
    {
        TypeInnhold = f.Cv("TypeInnhold", x?.TypeInnhold, required: true),
        Merknad = f.Text("Merknad", x?.Merknad),
    };
}
