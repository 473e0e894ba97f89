using Hub.Kith.Plo.Wire;

namespace Hub.Kith.Plo;

/// <summary>An event of the stay.</summary>
public sealed record OpplysningOpphold
{
    /// <summary>The event, or the events.</summary>
    public TidsfestetHendelse? TidsfestetHendelse { get; init; }

    internal static OpplysningOpphold Fields(PloFields f, OpplysningOpphold? x) => new()
    {
        TidsfestetHendelse = f.Part("TidsfestetHendelse", x?.TidsfestetHendelse, TidsfestetHendelse.Fields, required: true),
    };
}
