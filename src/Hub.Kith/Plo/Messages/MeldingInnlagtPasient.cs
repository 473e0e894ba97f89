using Hub.Kith.Plo.Wire;

namespace Hub.Kith.Plo;

/// <summary>Melding om innlagt pasient: the patient is admitted (event 1).</summary>
public sealed record MeldingInnlagtPasient : PloBody
{
    /// <inheritdoc/>
    public override PloType Type => PloType.InnlagtPasient;

    internal override void Walk(PloFields f) => Fields(f, this);

    /// <summary>The event, or the events.</summary>
    public TidsfestetHendelse? TidsfestetHendelse { get; init; }

    internal static MeldingInnlagtPasient Fields(PloFields f, MeldingInnlagtPasient? x) => new()
    {
        TidsfestetHendelse = f.Part("TidsfestetHendelse", x?.TidsfestetHendelse, TidsfestetHendelse.Fields, required: true),
    };
}
