using Hub.Kith.Plo.Wire;

namespace Hub.Kith.Plo;

/// <summary>Melding om utskrivningsklar pasient: when the patient is ready for discharge (events 1 and 3).</summary>
public sealed record MeldingUtskrivningsklarPasient : PloBody
{
    /// <inheritdoc/>
    public override PloType Type => PloType.UtskrivningsklarPasient;

    internal override void Walk(PloFields f) => Fields(f, this);

    /// <summary>The event, or the events.</summary>
    public IReadOnlyList<TidsfestetHendelse> TidsfestetHendelse { get; init; } = [];

    internal static MeldingUtskrivningsklarPasient Fields(PloFields f, MeldingUtskrivningsklarPasient? x) => new()
    {
        TidsfestetHendelse = f.Parts("TidsfestetHendelse", x?.TidsfestetHendelse, Plo.TidsfestetHendelse.Fields, required: true),
    };
}
