using Hub.Kith.Plo.Wire;

namespace Hub.Kith.Plo;

/// <summary>Agreement on who administers medication and multidose.</summary>
public sealed record AvtaleOmAdmLegemidler
{
    /// <summary>Whether there is an agreement on administering medication.</summary>
    public bool? AvtaleAdmLegemidler { get; init; }

    /// <summary>Whether there is one on multidose.</summary>
    public bool? AvtaleAdmMultidose { get; init; }

    /// <summary>Note.</summary>
    public string? Merknad { get; init; }

    /// <summary>Instructions.</summary>
    public AdmInstrukser? AdmInstrukser { get; init; }

    /// <summary>The measure, or the measures.</summary>
    public IReadOnlyList<Tiltaksbeskrivelse> Tiltaksbeskrivelse { get; init; } = [];

    internal static AvtaleOmAdmLegemidler Fields(PloFields f, AvtaleOmAdmLegemidler? x) => new()
    {
        AvtaleAdmLegemidler = f.Flag("AvtaleAdmLegemidler", x?.AvtaleAdmLegemidler, required: true),
        AvtaleAdmMultidose = f.Flag("AvtaleAdmMultidose", x?.AvtaleAdmMultidose, required: true),
        Merknad = f.Text("Merknad", x?.Merknad),
        AdmInstrukser = f.Part("AdmInstrukser", x?.AdmInstrukser, AdmInstrukser.Fields),
        Tiltaksbeskrivelse = f.Parts("Tiltaksbeskrivelse", x?.Tiltaksbeskrivelse, Plo.Tiltaksbeskrivelse.Fields),
    };
}
