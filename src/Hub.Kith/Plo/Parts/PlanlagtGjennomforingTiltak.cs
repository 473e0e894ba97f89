using Hub.Kith.Plo.Wire;
using Hub.Kith.Types;

namespace Hub.Kith.Plo;

/// <summary>When a measure is to be carried out.</summary>
public sealed record PlanlagtGjennomforingTiltak
{
    /// <summary>First date.</summary>
    public TS? PlanlagtStart { get; init; }

    /// <summary>Last date.</summary>
    public TS? PlanlagtSlutt { get; init; }

    /// <summary>Days of the week.</summary>
    public IReadOnlyList<CS> FasteUkedager { get; init; } = [];

    /// <summary>Interval between repetitions.</summary>
    public PQ? GjentagelseIntervall { get; init; }

    /// <summary>Whether only when needed.</summary>
    public bool? EtterBehov { get; init; }

    internal static PlanlagtGjennomforingTiltak Fields(PloFields f, PlanlagtGjennomforingTiltak? x) => new()
    {
        PlanlagtStart = f.Date("PlanlagtStart", x?.PlanlagtStart, required: true),
        PlanlagtSlutt = f.Date("PlanlagtSlutt", x?.PlanlagtSlutt),
        FasteUkedager = f.Css("FasteUkedager", x?.FasteUkedager),
        GjentagelseIntervall = f.Pq("GjentagelseIntervall", x?.GjentagelseIntervall),
        EtterBehov = f.Flag("EtterBehov", x?.EtterBehov),
    };
}
