using Hub.Kith.Plo.Wire;

namespace Hub.Kith.Plo;

/// <summary>Utskrivningsrapport: what the hospital sends when the patient is discharged.</summary>
public sealed record TverrfagligEpikrise : PloBody
{
    /// <inheritdoc/>
    public override PloType Type => PloType.Utskrivningsrapport;

    internal override void Walk(PloFields f) => Fields(f, this);

    /// <summary>What the message holds.</summary>
    public TypeInnholdIMelding? TypeInnholdIMelding { get; init; }

    /// <summary>Events of the stay.</summary>
    public IReadOnlyList<OpplysningOpphold> OpplysningOpphold { get; init; } = [];

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

    /// <summary>Other professions.</summary>
    public IReadOnlyList<OpplysningerAndreFaggrupper> OpplysningerAndreFaggrupper { get; init; } = [];

    /// <summary>Level of function.</summary>
    public InfoKartleggingFunksjonsniva? InfoKartleggingFunksjonsniva { get; init; }

    /// <summary>Services needed.</summary>
    public IReadOnlyList<TjenesteBehov> TjenesteBehov { get; init; } = [];

    /// <summary>What was told.</summary>
    public IReadOnlyList<InfoInformasjonGitt> InfoInformasjonGitt { get; init; } = [];

    /// <summary>Help to communicate.</summary>
    public IReadOnlyList<InfoAssistertKommunikasjon> InfoAssistertKommunikasjon { get; init; } = [];

    /// <summary>Reservations.</summary>
    public IReadOnlyList<InfoReservasjon> InfoReservasjon { get; init; } = [];

    /// <summary>Appointments.</summary>
    public IReadOnlyList<InfoKontrolltime> InfoKontrolltime { get; init; } = [];

    /// <summary>Aids.</summary>
    public OpplysningerOmHjelpemidler? OpplysningerOmHjelpemidler { get; init; }

    internal static TverrfagligEpikrise Fields(PloFields f, TverrfagligEpikrise? x) => new()
    {
        TypeInnholdIMelding = f.Part("TypeInnholdIMelding", x?.TypeInnholdIMelding, TypeInnholdIMelding.Fields, required: true),
        OpplysningOpphold = f.Parts("OpplysningOpphold", x?.OpplysningOpphold, Plo.OpplysningOpphold.Fields),
        InfoMedisinskDiagnose = f.Parts("InfoMedisinskDiagnose", x?.InfoMedisinskDiagnose, Plo.InfoMedisinskDiagnose.Fields),
        MedisinskfagligeOpplysninger = f.Part("MedisinskfagligeOpplysninger", x?.MedisinskfagligeOpplysninger, MedisinskfagligeOpplysninger.Fields),
        Legemiddelinfo = f.Parts(PloSpace.Epj3, "Legemiddelinfo", x?.Legemiddelinfo, Plo.Legemiddelinfo.Fields),
        InfoAndreViktigeOpplysninger = f.Part("InfoAndreViktigeOpplysninger", x?.InfoAndreViktigeOpplysninger, InfoAndreViktigeOpplysninger.Fields),
        Sykepleierdokumentasjon = f.Part("Sykepleierdokumentasjon", x?.Sykepleierdokumentasjon, Sykepleierdokumentasjon.Fields),
        OpplysningerAndreFaggrupper = f.Parts("OpplysningerAndreFaggrupper", x?.OpplysningerAndreFaggrupper, Plo.OpplysningerAndreFaggrupper.Fields),
        InfoKartleggingFunksjonsniva = f.Part("InfoKartleggingFunksjonsniva", x?.InfoKartleggingFunksjonsniva, InfoKartleggingFunksjonsniva.Fields),
        TjenesteBehov = f.Parts("TjenesteBehov", x?.TjenesteBehov, Plo.TjenesteBehov.Fields),
        InfoInformasjonGitt = f.Parts("InfoInformasjonGitt", x?.InfoInformasjonGitt, Plo.InfoInformasjonGitt.Fields),
        InfoAssistertKommunikasjon = f.Parts("InfoAssistertKommunikasjon", x?.InfoAssistertKommunikasjon, Plo.InfoAssistertKommunikasjon.Fields),
        InfoReservasjon = f.Parts("InfoReservasjon", x?.InfoReservasjon, Plo.InfoReservasjon.Fields),
        InfoKontrolltime = f.Parts("InfoKontrolltime", x?.InfoKontrolltime, Plo.InfoKontrolltime.Fields),
        OpplysningerOmHjelpemidler = f.Part("OpplysningerOmHjelpemidler", x?.OpplysningerOmHjelpemidler, OpplysningerOmHjelpemidler.Fields),
    };
}
