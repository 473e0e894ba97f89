using Hub.Kith.Plo.Wire;

namespace Hub.Kith.Plo;

/// <summary>A measure that is recommended.</summary>
public sealed record AnbefaltVidereTiltak
{
    /// <summary>The measure, or the measures.</summary>
    public Tiltaksbeskrivelse? Tiltaksbeskrivelse { get; init; }

    internal static AnbefaltVidereTiltak Fields(PloFields f, AnbefaltVidereTiltak? x) => new()
    {
        Tiltaksbeskrivelse = f.Part("Tiltaksbeskrivelse", x?.Tiltaksbeskrivelse, Tiltaksbeskrivelse.Fields, required: true),
    };
}
