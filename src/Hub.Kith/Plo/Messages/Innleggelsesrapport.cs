using Hub.Kith.Plo.Wire;

namespace Hub.Kith.Plo;

/// <summary>Innleggelsesrapport: what the municipality sends when the patient is admitted (HIS 1143 to 1149).</summary>
public sealed record Innleggelsesrapport : PloBody
{
    /// <inheritdoc/>
    public override PloType Type => PloType.Innleggelsesrapport;

    internal override void Walk(PloFields f) => Fields(f, this);

    /// <summary>Diagnoses.</summary>
    public IReadOnlyList<InfoMedisinskDiagnose> InfoMedisinskDiagnose { get; init; } = [];

    /// <summary>Medical section.</summary>
    public MedisinskfagligeOpplysninger? MedisinskfagligeOpplysninger { get; init; }

    /// <summary>Medication.</summary>
    public IReadOnlyList<Legemiddelinfo> Legemiddelinfo { get; init; } = [];

    /// <summary>Services the patient has.</summary>
    public IReadOnlyList<EksisterendeTjeneste> EksisterendeTjeneste { get; init; } = [];

    /// <summary>Level of function.</summary>
    public InfoKartleggingFunksjonsniva? InfoKartleggingFunksjonsniva { get; init; }

    /// <summary>Other important facts.</summary>
    public InfoAndreViktigeOpplysninger? InfoAndreViktigeOpplysninger { get; init; }

    /// <summary>Nursing section.</summary>
    public Sykepleierdokumentasjon? Sykepleierdokumentasjon { get; init; }

    /// <summary>Other professions.</summary>
    public OpplysningerAndreFaggrupper? OpplysningerAndreFaggrupper { get; init; }

    /// <summary>Aids.</summary>
    public OpplysningerOmHjelpemidler? OpplysningerOmHjelpemidler { get; init; }

    /// <summary>Help to communicate.</summary>
    public IReadOnlyList<InfoAssistertKommunikasjon> InfoAssistertKommunikasjon { get; init; } = [];

    /// <summary>Reservations.</summary>
    public IReadOnlyList<InfoReservasjon> InfoReservasjon { get; init; } = [];

    /// <summary>What was told.</summary>
    public IReadOnlyList<InfoInformasjonGitt> InfoInformasjonGitt { get; init; } = [];

    internal static Innleggelsesrapport Fields(PloFields f, Innleggelsesrapport? x) => new()
    {
        InfoMedisinskDiagnose = f.Parts("InfoMedisinskDiagnose", x?.InfoMedisinskDiagnose, Plo.InfoMedisinskDiagnose.Fields),
        MedisinskfagligeOpplysninger = f.Part("MedisinskfagligeOpplysninger", x?.MedisinskfagligeOpplysninger, MedisinskfagligeOpplysninger.Fields),
        Legemiddelinfo = f.Parts(PloSpace.Epj3, "Legemiddelinfo", x?.Legemiddelinfo, Plo.Legemiddelinfo.Fields),
        EksisterendeTjeneste = f.Parts("EksisterendeTjeneste", x?.EksisterendeTjeneste, Plo.EksisterendeTjeneste.Fields),
        InfoKartleggingFunksjonsniva = f.Part("InfoKartleggingFunksjonsniva", x?.InfoKartleggingFunksjonsniva, InfoKartleggingFunksjonsniva.Fields),
        InfoAndreViktigeOpplysninger = f.Part("InfoAndreViktigeOpplysninger", x?.InfoAndreViktigeOpplysninger, InfoAndreViktigeOpplysninger.Fields),
        Sykepleierdokumentasjon = f.Part("Sykepleierdokumentasjon", x?.Sykepleierdokumentasjon, Sykepleierdokumentasjon.Fields),
        OpplysningerAndreFaggrupper = f.Part("OpplysningerAndreFaggrupper", x?.OpplysningerAndreFaggrupper, OpplysningerAndreFaggrupper.Fields),
        OpplysningerOmHjelpemidler = f.Part("OpplysningerOmHjelpemidler", x?.OpplysningerOmHjelpemidler, OpplysningerOmHjelpemidler.Fields),
        InfoAssistertKommunikasjon = f.Parts("InfoAssistertKommunikasjon", x?.InfoAssistertKommunikasjon, Plo.InfoAssistertKommunikasjon.Fields),
        InfoReservasjon = f.Parts("InfoReservasjon", x?.InfoReservasjon, Plo.InfoReservasjon.Fields),
        InfoInformasjonGitt = f.Parts("InfoInformasjonGitt", x?.InfoInformasjonGitt, Plo.InfoInformasjonGitt.Fields),
    };
}
