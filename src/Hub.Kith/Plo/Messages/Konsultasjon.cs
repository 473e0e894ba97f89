using Hub.Kith.Plo.Wire;

namespace Hub.Kith.Plo;

/// <summary>Helseopplysninger til lege: from the municipality to the GP or another doctor.</summary>
public sealed record Konsultasjon : PloBody
{
    /// <inheritdoc/>
    public override PloType Type => PloType.HelseopplysningerTilLege;

    internal override void Walk(PloFields f) => Fields(f, this);

    /// <summary>What the message holds.</summary>
    public InnholdKonsultasjon? InnholdKonsultasjon { get; init; }

    /// <summary>Diagnoses.</summary>
    public IReadOnlyList<InfoMedisinskDiagnose> InfoMedisinskDiagnose { get; init; } = [];

    /// <summary>Medical section.</summary>
    public MedisinskfagligeOpplysninger? MedisinskfagligeOpplysninger { get; init; }

    /// <summary>Medication.</summary>
    public IReadOnlyList<Legemiddelinfo> Legemiddelinfo { get; init; } = [];

    /// <summary>Other important facts.</summary>
    public InfoAndreViktigeOpplysninger? InfoAndreViktigeOpplysninger { get; init; }

    /// <summary>Nursing section.</summary>
    public Sykepleierdokumentasjon? Sykepleierdokumentasjon { get; init; }

    /// <summary>Level of function.</summary>
    public InfoKartleggingFunksjonsniva? InfoKartleggingFunksjonsniva { get; init; }

    /// <summary>What was told.</summary>
    public IReadOnlyList<InfoInformasjonGitt> InfoInformasjonGitt { get; init; } = [];

    /// <summary>Help to communicate.</summary>
    public IReadOnlyList<InfoAssistertKommunikasjon> InfoAssistertKommunikasjon { get; init; } = [];

    /// <summary>Reservations.</summary>
    public IReadOnlyList<InfoReservasjon> InfoReservasjon { get; init; } = [];

    internal static Konsultasjon Fields(PloFields f, Konsultasjon? x) => new()
    {
        InnholdKonsultasjon = f.Part("InnholdKonsultasjon", x?.InnholdKonsultasjon, InnholdKonsultasjon.Fields),
        InfoMedisinskDiagnose = f.Parts("InfoMedisinskDiagnose", x?.InfoMedisinskDiagnose, Plo.InfoMedisinskDiagnose.Fields),
        MedisinskfagligeOpplysninger = f.Part("MedisinskfagligeOpplysninger", x?.MedisinskfagligeOpplysninger, MedisinskfagligeOpplysninger.Fields),
        Legemiddelinfo = f.Parts(PloSpace.Epj3, "Legemiddelinfo", x?.Legemiddelinfo, Plo.Legemiddelinfo.Fields),
        InfoAndreViktigeOpplysninger = f.Part("InfoAndreViktigeOpplysninger", x?.InfoAndreViktigeOpplysninger, InfoAndreViktigeOpplysninger.Fields),
        Sykepleierdokumentasjon = f.Part("Sykepleierdokumentasjon", x?.Sykepleierdokumentasjon, Sykepleierdokumentasjon.Fields),
        InfoKartleggingFunksjonsniva = f.Part("InfoKartleggingFunksjonsniva", x?.InfoKartleggingFunksjonsniva, InfoKartleggingFunksjonsniva.Fields),
        InfoInformasjonGitt = f.Parts("InfoInformasjonGitt", x?.InfoInformasjonGitt, Plo.InfoInformasjonGitt.Fields),
        InfoAssistertKommunikasjon = f.Parts("InfoAssistertKommunikasjon", x?.InfoAssistertKommunikasjon, Plo.InfoAssistertKommunikasjon.Fields),
        InfoReservasjon = f.Parts("InfoReservasjon", x?.InfoReservasjon, Plo.InfoReservasjon.Fields),
    };
}
