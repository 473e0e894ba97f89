using Hub.Kith.Plo.Wire;
using Hub.Kith.Types;

namespace Hub.Kith.Plo;

/// <summary>One thing that was told to the patient or the next of kin.</summary>
public sealed record InformasjonGitt
{
    /// <summary>Kind of information.</summary>
    public CV? TypeInformasjon { get; init; }

    /// <summary>What was told.</summary>
    public string? BeskrivelseInformasjon { get; init; }

    /// <summary>Whether it was said rather than written. Required in 1.5.</summary>
    public bool? MuntligInformasjon { get; init; }

    /// <summary>Who was told.</summary>
    public Person? InformasjonGittTil { get; init; }

    /// <summary>When.</summary>
    public TS? InformasjonGittDato { get; init; }

    /// <summary>Who told it.</summary>
    public HealthcareProfessional? InformasjonGittAv { get; init; }

    internal static InformasjonGitt Fields(PloFields f, InformasjonGitt? x) => new()
    {
        TypeInformasjon = f.Cv("TypeInformasjon", x?.TypeInformasjon),
        BeskrivelseInformasjon = f.Text("BeskrivelseInformasjon", x?.BeskrivelseInformasjon),
        MuntligInformasjon = f.Flag("MuntligInformasjon", x?.MuntligInformasjon, required: f.Version == PloVersion.V15),
        InformasjonGittTil = f.Person("InformasjonGittTil", x?.InformasjonGittTil, required: true),
        InformasjonGittDato = f.Date("InformasjonGittDato", x?.InformasjonGittDato, required: true),
        InformasjonGittAv = f.Professional("InformasjonGittAv", x?.InformasjonGittAv, required: true),
    };
}
