using Hub.Kith.Plo.Wire;

namespace Hub.Kith.Plo;

/// <summary>A measure that is in force.</summary>
public sealed record IverksatteTiltak
{
    /// <summary>The measure, or the measures.</summary>
    public Tiltaksbeskrivelse? Tiltaksbeskrivelse { get; init; }

    internal static IverksatteTiltak Fields(PloFields f, IverksatteTiltak? x) => new()
    {
        Tiltaksbeskrivelse = f.Part("Tiltaksbeskrivelse", x?.Tiltaksbeskrivelse, Tiltaksbeskrivelse.Fields, required: true),
    };
}
