using Hub.Kith.Plo.Wire;

namespace Hub.Kith.Plo;

/// <summary>Melding om fravær: the receiver is absent. Only up to 1.5.</summary>
public sealed record MeldingFravar : PloBody
{
    /// <inheritdoc/>
    public override PloType Type => PloType.MeldingFravar;

    internal override void Walk(PloFields f) => Fields(f, this);

    /// <summary>The absence.</summary>
    public Fraversassistent? Fraversassistent { get; init; }

    internal static MeldingFravar Fields(PloFields f, MeldingFravar? x) => new()
    {
        Fraversassistent = f.Part("Fraversassistent", x?.Fraversassistent, Fraversassistent.Fields, required: true),
    };
}
