using Hub.Kith.Plo.Wire;

namespace Hub.Kith.Plo;

/// <summary>Where an event takes or took place.</summary>
public sealed record StedForHendelse
{
    /// <summary>Place as text.</summary>
    public string? StedHendelse { get; init; }

    internal static StedForHendelse Fields(PloFields f, StedForHendelse? x) => new()
    {
        StedHendelse = f.Text("StedHendelse", x?.StedHendelse, required: true),
    };
}
