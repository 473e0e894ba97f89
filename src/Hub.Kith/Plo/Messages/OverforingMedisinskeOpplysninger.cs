using Hub.Kith.Plo.Wire;

namespace Hub.Kith.Plo;

/// <summary>Medisinske opplysninger: from a doctor to the municipality. Has no nursing section.</summary>
public sealed record OverforingMedisinskeOpplysninger : PloBody
{
    /// <inheritdoc/>
    public override PloType Type => PloType.MedisinskeOpplysninger;

    internal override void Walk(PloFields f) => Fields(f, this);

    /// <summary>What the message holds.</summary>
    public TypeInnholdIMelding? TypeInnholdIMelding { get; init; }

    /// <summary>The application.</summary>
    public OpplysningerTilSoknad? OpplysningerTilSoknad { get; init; }

    /// <summary>Diagnoses.</summary>
    public InfoMedisinskDiagnose? InfoMedisinskDiagnose { get; init; }

    /// <summary>Medical section.</summary>
    public MedisinskfagligeOpplysninger? MedisinskfagligeOpplysninger { get; init; }

    /// <summary>Medication.</summary>
    public IReadOnlyList<Legemiddelinfo> Legemiddelinfo { get; init; } = [];

    /// <summary>Facts for statistics.</summary>
    public InfoIPLOSrelevantInformasjon? InfoIPLOSrelevantInformasjon { get; init; }

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

    /// <summary>Other important facts.</summary>
    public InfoAndreViktigeOpplysninger? InfoAndreViktigeOpplysninger { get; init; }

    /// <summary>Reservations.</summary>
    public IReadOnlyList<InfoReservasjon> InfoReservasjon { get; init; } = [];

    internal static OverforingMedisinskeOpplysninger Fields(PloFields f, OverforingMedisinskeOpplysninger? x) => new()
    {
        TypeInnholdIMelding = f.Part("TypeInnholdIMelding", x?.TypeInnholdIMelding, TypeInnholdIMelding.Fields),
        OpplysningerTilSoknad = f.Part("OpplysningerTilSoknad", x?.OpplysningerTilSoknad, OpplysningerTilSoknad.Fields),
        InfoMedisinskDiagnose = f.Part("InfoMedisinskDiagnose", x?.InfoMedisinskDiagnose, InfoMedisinskDiagnose.Fields),
        MedisinskfagligeOpplysninger = f.Part("MedisinskfagligeOpplysninger", x?.MedisinskfagligeOpplysninger, MedisinskfagligeOpplysninger.Fields),
        Legemiddelinfo = f.Parts(PloSpace.Epj3, "Legemiddelinfo", x?.Legemiddelinfo, Plo.Legemiddelinfo.Fields),
        InfoIPLOSrelevantInformasjon = f.Part("InfoIPLOSrelevantInformasjon", x?.InfoIPLOSrelevantInformasjon, InfoIPLOSrelevantInformasjon.Fields),
        OpplysningerAndreFaggrupper = f.Parts("OpplysningerAndreFaggrupper", x?.OpplysningerAndreFaggrupper, Plo.OpplysningerAndreFaggrupper.Fields),
        InfoKartleggingFunksjonsniva = f.Part("InfoKartleggingFunksjonsniva", x?.InfoKartleggingFunksjonsniva, InfoKartleggingFunksjonsniva.Fields),
        InfoAssistertKommunikasjon = f.Parts("InfoAssistertKommunikasjon", x?.InfoAssistertKommunikasjon, Plo.InfoAssistertKommunikasjon.Fields),
        InfoInformasjonGitt = f.Parts("InfoInformasjonGitt", x?.InfoInformasjonGitt, Plo.InfoInformasjonGitt.Fields),
        TjenesteBehov = f.Parts("TjenesteBehov", x?.TjenesteBehov, Plo.TjenesteBehov.Fields),
        InfoAndreViktigeOpplysninger = f.Part("InfoAndreViktigeOpplysninger", x?.InfoAndreViktigeOpplysninger, InfoAndreViktigeOpplysninger.Fields),
        InfoReservasjon = f.Parts("InfoReservasjon", x?.InfoReservasjon, Plo.InfoReservasjon.Fields),
    };
}
