using Hub.Kith.Plo.Wire;

namespace Hub.Kith.Plo;

/// <summary>A cave keyword with its text.</summary>
public sealed record StikkordCave
{
    /// <summary>The keyword.</summary>
    public string? CaveStikkord { get; init; }

    /// <summary>The text, or the texts in order.</summary>
    public Journaltekst? Journaltekst { get; init; }

    internal static StikkordCave Fields(PloFields f, StikkordCave? x) => new()
    {
        CaveStikkord = f.Text("CaveStikkord", x?.CaveStikkord, required: true),
        Journaltekst = f.Part(PloSpace.Epj2, "Journaltekst", x?.Journaltekst, Journaltekst.Fields),
    };
}
