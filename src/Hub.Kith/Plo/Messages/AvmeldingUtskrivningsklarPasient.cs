using Hub.Kith.Plo.Wire;

namespace Hub.Kith.Plo;

/// <summary>Avmelding av utskrivningsklar pasient: the patient is not ready for discharge after all (events 1, 3 and 4).</summary>
public sealed record AvmeldingUtskrivningsklarPasient : PloBody
{
    /// <inheritdoc/>
    public override PloType Type => PloType.AvmeldingUtskrivningsklar;

    internal override void Walk(PloFields f) => Fields(f, this);

    /// <summary>The event, or the events.</summary>
    public IReadOnlyList<TidsfestetHendelse> TidsfestetHendelse { get; init; } = [];

    internal static AvmeldingUtskrivningsklarPasient Fields(PloFields f, AvmeldingUtskrivningsklarPasient? x) => new()
    {
        TidsfestetHendelse = f.Parts("TidsfestetHendelse", x?.TidsfestetHendelse, Plo.TidsfestetHendelse.Fields, required: true),
    };
}
