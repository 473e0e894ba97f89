using Hub.Kith.Plo.Wire;

namespace Hub.Kith.Plo;

/// <summary>A goal or expected result, with texts.</summary>
public sealed record InfoMaalForventetRes
{
    /// <summary>The goal.</summary>
    public InnholdMaaldokument? InnholdMaaldokument { get; init; }

    /// <summary>The text, or the texts in order.</summary>
    public IReadOnlyList<Journaltekst> Journaltekst { get; init; } = [];

    internal static InfoMaalForventetRes Fields(PloFields f, InfoMaalForventetRes? x) => new()
    {
        InnholdMaaldokument = f.Part("InnholdMaaldokument", x?.InnholdMaaldokument, InnholdMaaldokument.Fields, required: true),
        Journaltekst = f.Parts(PloSpace.Epj2, "Journaltekst", x?.Journaltekst, Plo.Journaltekst.Fields),
    };
}
