using Hub.Kith.Plo.Wire;

namespace Hub.Kith.Plo;

/// <summary>Orientering om tjenestetilbud: which services the patient has.</summary>
public sealed record OrienteringOmTjenestetilbud : PloBody
{
    /// <inheritdoc/>
    public override PloType Type => PloType.OrienteringOmTjenestetilbud;

    internal override void Walk(PloFields f) => Fields(f, this);

    /// <summary>Services the patient has.</summary>
    public IReadOnlyList<EksisterendeTjeneste> EksisterendeTjeneste { get; init; } = [];

    /// <summary>The need.</summary>
    public IReadOnlyList<AssistertKommunikasjon> AssistertKommunikasjon { get; init; } = [];

    internal static OrienteringOmTjenestetilbud Fields(PloFields f, OrienteringOmTjenestetilbud? x) => new()
    {
        EksisterendeTjeneste = f.Parts("EksisterendeTjeneste", x?.EksisterendeTjeneste, Plo.EksisterendeTjeneste.Fields, required: true),
        AssistertKommunikasjon = f.Parts("AssistertKommunikasjon", x?.AssistertKommunikasjon, Plo.AssistertKommunikasjon.Fields),
    };
}
