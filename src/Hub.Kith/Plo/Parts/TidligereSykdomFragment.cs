using Hub.Kith.Plo.Wire;
using Hub.Kith.Types;

namespace Hub.Kith.Plo;

/// <summary>Keyword of an earlier illness or a disability.</summary>
public sealed record TidligereSykdomFragment
{
    /// <summary>Whether it is a disability or chronic.</summary>
    public bool? FunksjonshemmingKroniskSykdom { get; init; }

    /// <summary>The illness.</summary>
    public string? TidligereSykdom { get; init; }

    /// <summary>The code.</summary>
    public CV? Diagnosekode { get; init; }

    internal static TidligereSykdomFragment Fields(PloFields f, TidligereSykdomFragment? x) => new()
    {
        FunksjonshemmingKroniskSykdom = f.Flag("FunksjonshemmingKroniskSykdom", x?.FunksjonshemmingKroniskSykdom, required: true),
        TidligereSykdom = f.Text("TidligereSykdom", x?.TidligereSykdom, required: true),
        Diagnosekode = f.Cv("Diagnosekode", x?.Diagnosekode),
    };
}
