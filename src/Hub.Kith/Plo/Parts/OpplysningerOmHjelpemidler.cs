using Hub.Kith.Plo.Wire;

namespace Hub.Kith.Plo;

/// <summary>Aids in use or applied for.</summary>
public sealed record OpplysningerOmHjelpemidler
{
    /// <summary>Aids in daily use.</summary>
    public IReadOnlyList<FasteHjelpemidler> FasteHjelpemidler { get; init; } = [];

    /// <summary>Aids with their status.</summary>
    public IReadOnlyList<StatusHjelpemiddel> StatusHjelpemiddel { get; init; } = [];

    internal static OpplysningerOmHjelpemidler Fields(PloFields f, OpplysningerOmHjelpemidler? x) => new()
    {
        FasteHjelpemidler = f.Parts("FasteHjelpemidler", x?.FasteHjelpemidler, Plo.FasteHjelpemidler.Fields),
        StatusHjelpemiddel = f.Parts("StatusHjelpemiddel", x?.StatusHjelpemiddel, Plo.StatusHjelpemiddel.Fields),
    };
}
