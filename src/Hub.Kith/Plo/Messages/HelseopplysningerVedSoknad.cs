using Hub.Kith.Plo.Wire;

namespace Hub.Kith.Plo;

/// <summary>Helseopplysninger: from the hospital to the municipality during the stay. In 1.5 named Helseopplysninger ved søknad.</summary>
public sealed record HelseopplysningerVedSoknad : PloBody
{
    /// <inheritdoc/>
    public override PloType Type => PloType.Helseopplysninger;

    internal override void Walk(PloFields f) => Fields(f, this);

    /// <summary>What the message holds.</summary>
    public TypeInnholdIMelding? TypeInnholdIMelding { get; init; }

    /// <summary>Events of the stay.</summary>
    public IReadOnlyList<OpplysningOpphold> OpplysningOpphold { get; init; } = [];

    /// <summary>The application.</summary>
    public OpplysningerTilSoknad? OpplysningerTilSoknad { get; init; }

    /// <summary>Diagnoses.</summary>
    public IReadOnlyList<InfoMedisinskDiagnose> InfoMedisinskDiagnose { get; init; } = [];

    /// <summary>Medical section.</summary>
    public MedisinskfagligeOpplysninger? MedisinskfagligeOpplysninger { get; init; }

    /// <summary>Nursing section.</summary>
    public Sykepleierdokumentasjon? Sykepleierdokumentasjon { get; init; }

    /// <summary>Other professions.</summary>
    public IReadOnlyList<OpplysningerAndreFaggrupper> OpplysningerAndreFaggrupper { get; init; } = [];

    /// <summary>Level of function.</summary>
    public InfoKartleggingFunksjonsniva? InfoKartleggingFunksjonsniva { get; init; }

    /// <summary>Help to communicate.</summary>
    public IReadOnlyList<InfoAssistertKommunikasjon> InfoAssistertKommunikasjon { get; init; } = [];

    /// <summary>What was told.</summary>
    public IReadOnlyList<InfoInformasjonGitt> InfoInformasjonGitt { get; init; } = [];

    /// <summary>Services needed.</summary>
    public IReadOnlyList<TjenesteBehov> TjenesteBehov { get; init; } = [];

    internal static HelseopplysningerVedSoknad Fields(PloFields f, HelseopplysningerVedSoknad? x) => new()
    {
        TypeInnholdIMelding = f.Part("TypeInnholdIMelding", x?.TypeInnholdIMelding, TypeInnholdIMelding.Fields, required: f.Version == PloVersion.V16, since16: true),
        OpplysningOpphold = f.Parts("OpplysningOpphold", x?.OpplysningOpphold, Plo.OpplysningOpphold.Fields, required: f.Version == PloVersion.V16, since16: true),
        OpplysningerTilSoknad = f.Part("OpplysningerTilSoknad", x?.OpplysningerTilSoknad, OpplysningerTilSoknad.Fields, required: f.Version == PloVersion.V15),
        InfoMedisinskDiagnose = f.Parts("InfoMedisinskDiagnose", x?.InfoMedisinskDiagnose, Plo.InfoMedisinskDiagnose.Fields),
        MedisinskfagligeOpplysninger = f.Part("MedisinskfagligeOpplysninger", x?.MedisinskfagligeOpplysninger, MedisinskfagligeOpplysninger.Fields),
        Sykepleierdokumentasjon = f.Part("Sykepleierdokumentasjon", x?.Sykepleierdokumentasjon, Sykepleierdokumentasjon.Fields),
        OpplysningerAndreFaggrupper = f.Parts("OpplysningerAndreFaggrupper", x?.OpplysningerAndreFaggrupper, Plo.OpplysningerAndreFaggrupper.Fields),
        InfoKartleggingFunksjonsniva = f.Part("InfoKartleggingFunksjonsniva", x?.InfoKartleggingFunksjonsniva, InfoKartleggingFunksjonsniva.Fields),
        InfoAssistertKommunikasjon = f.Parts("InfoAssistertKommunikasjon", x?.InfoAssistertKommunikasjon, Plo.InfoAssistertKommunikasjon.Fields),
        InfoInformasjonGitt = f.Parts("InfoInformasjonGitt", x?.InfoInformasjonGitt, Plo.InfoInformasjonGitt.Fields),
        TjenesteBehov = f.Parts("TjenesteBehov", x?.TjenesteBehov, Plo.TjenesteBehov.Fields),
    };
}
