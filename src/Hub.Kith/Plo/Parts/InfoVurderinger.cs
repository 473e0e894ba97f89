using Hub.Kith.Plo.Wire;

namespace Hub.Kith.Plo;

/// <summary>An assessment, with texts.</summary>
public sealed record InfoVurderinger
{
    /// <summary>What was assessed.</summary>
    public InnholdVurdering? InnholdVurdering { get; init; }

    /// <summary>The text, or the texts in order.</summary>
    public IReadOnlyList<Journaltekst> Journaltekst { get; init; } = [];

    internal static InfoVurderinger Fields(PloFields f, InfoVurderinger? x) => new()
    {
        InnholdVurdering = f.Part("InnholdVurdering", x?.InnholdVurdering, InnholdVurdering.Fields, required: true),
        Journaltekst = f.Parts(PloSpace.Epj2, "Journaltekst", x?.Journaltekst, Plo.Journaltekst.Fields),
    };
}
