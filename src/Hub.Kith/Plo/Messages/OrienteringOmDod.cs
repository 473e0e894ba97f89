using Hub.Kith.Plo.Wire;

namespace Hub.Kith.Plo;

/// <summary>Orientering om dødsfall: the patient is dead (event 13).</summary>
public sealed record OrienteringOmDod : PloBody
{
    /// <inheritdoc/>
    public override PloType Type => PloType.Dodsfall;

    internal override void Walk(PloFields f) => Fields(f, this);

    /// <summary>The event, or the events.</summary>
    public TidsfestetHendelse? TidsfestetHendelse { get; init; }

    internal static OrienteringOmDod Fields(PloFields f, OrienteringOmDod? x) => new()
    {
        TidsfestetHendelse = f.Part("TidsfestetHendelse", x?.TidsfestetHendelse, TidsfestetHendelse.Fields, required: true),
    };
}
