using Hub.Kith.Plo.Wire;
using Hub.Kith.Types;

namespace Hub.Kith.Plo;

/// <summary>Doses handed out for the patient to take.</summary>
public sealed record Egenadministrering : LegemiddelAdministrering
{
    /// <summary>A single dose.</summary>
    public PQ? AdmEnkeltdose { get; init; }

    /// <summary>When it began.</summary>
    public TS? AdmStart { get; init; }

    /// <summary>When it ended.</summary>
    public TS? AdmSlutt { get; init; }

    /// <summary>Who gave it.</summary>
    public HealthcareProfessional? AdministrertAv { get; init; }

    /// <summary>What was handed out.</summary>
    public IReadOnlyList<UtlevertLegemiddel> UtlevertLegemiddel { get; init; } = [];

    /// <summary>The medication.</summary>
    public Forskrivningsinfo? Forskrivningsinfo { get; init; }

    internal static Egenadministrering Fields(PloFields f, Egenadministrering? x) => new()
    {
        AdmEnkeltdose = f.Pq("AdmEnkeltdose", x?.AdmEnkeltdose),
        AdmStart = f.Ts("AdmStart", x?.AdmStart, required: true),
        AdmSlutt = f.Ts("AdmSlutt", x?.AdmSlutt),
        AdministrertAv = f.Professional("AdministrertAv", x?.AdministrertAv),
        UtlevertLegemiddel = f.Parts("UtlevertLegemiddel", x?.UtlevertLegemiddel, Plo.UtlevertLegemiddel.Fields, required: true),
        Forskrivningsinfo = f.Part("Forskrivningsinfo", x?.Forskrivningsinfo, Forskrivningsinfo.Fields),
    };
}
