using Hub.Kith.Plo.Wire;

namespace Hub.Kith.Plo;

/// <summary>A tentative appointment. Only from 1.6.</summary>
public sealed record InformasjonOmTentativTime
{
    /// <summary>When, as text.</summary>
    public string? TentativtTidspunktTime { get; init; }

    /// <summary>Where.</summary>
    public string? StedTime { get; init; }

    /// <summary>Note.</summary>
    public string? Merknad { get; init; }

    /// <summary>Who has been told.</summary>
    public InformertOm? InformertOm { get; init; }

    internal static InformasjonOmTentativTime Fields(PloFields f, InformasjonOmTentativTime? x) => new()
    {
        TentativtTidspunktTime = f.Text("TentativtTidspunktTime", x?.TentativtTidspunktTime),
        StedTime = f.Text("StedTime", x?.StedTime),
        Merknad = f.Text("Merknad", x?.Merknad),
        InformertOm = f.Part("InformertOm", x?.InformertOm, InformertOm.Fields),
    };
}
