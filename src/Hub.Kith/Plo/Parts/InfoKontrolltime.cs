using Hub.Kith.Plo.Wire;

namespace Hub.Kith.Plo;

/// <summary>An appointment: exactly one of ordered, to be ordered, tentative (tentative only from 1.6).</summary>
public sealed record InfoKontrolltime
{
    /// <summary>An ordered appointment.</summary>
    public InformasjonOmTime? InformasjonOmTime { get; init; }

    /// <summary>An appointment to be ordered.</summary>
    public KontrolltimeBestill? KontrolltimeBestill { get; init; }

    /// <summary>A tentative appointment. Only from 1.6.</summary>
    public InformasjonOmTentativTime? InformasjonOmTentativTime { get; init; }

    internal static InfoKontrolltime Fields(PloFields f, InfoKontrolltime? x) => new()
    {
        InformasjonOmTime = f.Part("InformasjonOmTime", x?.InformasjonOmTime, InformasjonOmTime.Fields),
        KontrolltimeBestill = f.Part("KontrolltimeBestill", x?.KontrolltimeBestill, KontrolltimeBestill.Fields),
        InformasjonOmTentativTime = f.Part("InformasjonOmTentativTime", x?.InformasjonOmTentativTime, InformasjonOmTentativTime.Fields, since16: true),
    };
}
