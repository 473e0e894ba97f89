using Hub.Kith.Plo.Wire;
using Hub.Kith.Types;

namespace Hub.Kith.Plo;

/// <summary>A dose given by a professional.</summary>
public sealed record AdmAvHelsepersonell : LegemiddelAdministrering
{
    /// <summary>A single dose.</summary>
    public PQ? AdmEnkeltdose { get; init; }

    /// <summary>When it began.</summary>
    public TS? AdmStart { get; init; }

    /// <summary>When it ended.</summary>
    public TS? AdmSlutt { get; init; }

    /// <summary>Who gave it.</summary>
    public HealthcareProfessional? AdministrertAv { get; init; }

    /// <summary>Status.</summary>
    public CS? AdmStatus { get; init; }

    /// <summary>How much was given.</summary>
    public AdministrertLegemiddel? AdministrertLegemiddel { get; init; }

    /// <summary>The medication.</summary>
    public Forskrivningsinfo? Forskrivningsinfo { get; init; }

    internal static AdmAvHelsepersonell Fields(PloFields f, AdmAvHelsepersonell? x) => new()
    {
        AdmEnkeltdose = f.Pq("AdmEnkeltdose", x?.AdmEnkeltdose),
        AdmStart = f.Ts("AdmStart", x?.AdmStart, required: true),
        AdmSlutt = f.Ts("AdmSlutt", x?.AdmSlutt),
        AdministrertAv = f.Professional("AdministrertAv", x?.AdministrertAv),
        AdmStatus = f.Cs("AdmStatus", x?.AdmStatus),
        AdministrertLegemiddel = f.Part("AdministrertLegemiddel", x?.AdministrertLegemiddel, AdministrertLegemiddel.Fields),
        Forskrivningsinfo = f.Part("Forskrivningsinfo", x?.Forskrivningsinfo, Forskrivningsinfo.Fields),
    };
}
