using Hub.Kith.Plo.Wire;
using Hub.Kith.Types;

namespace Hub.Kith.Plo;

/// <summary>An appointment that is ordered, or is to be ordered by the sender.</summary>
public sealed record InformasjonOmTime
{
    /// <summary>Whether it is ordered.</summary>
    public bool? BestiltKontrolltime { get; init; }

    /// <summary>When; Norwegian time when no zone is given.</summary>
    public TS? TidspunktTime { get; init; }

    /// <summary>Minutes.</summary>
    public long? Varighet { get; init; }

    /// <summary>Where.</summary>
    public string? StedTime { get; init; }

    /// <summary>Who has been told.</summary>
    public InformertOm? InformertOm { get; init; }

    internal static InformasjonOmTime Fields(PloFields f, InformasjonOmTime? x) => new()
    {
        BestiltKontrolltime = f.Flag("BestiltKontrolltime", x?.BestiltKontrolltime, required: true),
        TidspunktTime = f.DateTime("TidspunktTime", x?.TidspunktTime),
        Varighet = f.Integer("Varighet", x?.Varighet),
        StedTime = f.Text("StedTime", x?.StedTime),
        InformertOm = f.Part("InformertOm", x?.InformertOm, InformertOm.Fields),
    };
}
