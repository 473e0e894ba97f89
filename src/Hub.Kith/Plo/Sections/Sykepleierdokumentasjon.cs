using Hub.Kith.Plo.Wire;

namespace Hub.Kith.Plo;

/// <summary>Nursing section: notes under the headings of list 9141, medication given, assessments, measures and goals.</summary>
public sealed record Sykepleierdokumentasjon
{
    /// <summary>What the nurse reports.</summary>
    public InfoFraSykepleier? InfoFraSykepleier { get; init; }

    /// <summary>Medication given at the transfer.</summary>
    public LegemidlerAdministrertVedOverforing? LegemidlerAdministrertVedOverforing { get; init; }

    /// <summary>Agreement on administering medication.</summary>
    public InfoAvtaleOmLegemiddeladm? InfoAvtaleOmLegemiddeladm { get; init; }

    /// <summary>Assessments.</summary>
    public IReadOnlyList<InfoVurderinger> InfoVurderinger { get; init; } = [];

    /// <summary>Measures in force.</summary>
    public IReadOnlyList<IverksatteTiltak> IverksatteTiltak { get; init; } = [];

    /// <summary>Recommended measures.</summary>
    public IReadOnlyList<AnbefaltVidereTiltak> AnbefaltVidereTiltak { get; init; } = [];

    /// <summary>Goals.</summary>
    public IReadOnlyList<InfoMaalForventetRes> InfoMaalForventetRes { get; init; } = [];

    /// <summary>Who answers for the assessment.</summary>
    public IReadOnlyList<Ansvarlig> Ansvarlig { get; init; } = [];

    internal static Sykepleierdokumentasjon Fields(PloFields f, Sykepleierdokumentasjon? x) => new()
    {
        InfoFraSykepleier = f.Part("InfoFraSykepleier", x?.InfoFraSykepleier, InfoFraSykepleier.Fields),
        LegemidlerAdministrertVedOverforing = f.Part(PloSpace.Epj3, "LegemidlerAdministrertVedOverforing", x?.LegemidlerAdministrertVedOverforing, LegemidlerAdministrertVedOverforing.Fields),
        InfoAvtaleOmLegemiddeladm = f.Part("InfoAvtaleOmLegemiddeladm", x?.InfoAvtaleOmLegemiddeladm, InfoAvtaleOmLegemiddeladm.Fields),
        InfoVurderinger = f.Parts("InfoVurderinger", x?.InfoVurderinger, Plo.InfoVurderinger.Fields),
        IverksatteTiltak = f.Parts("IverksatteTiltak", x?.IverksatteTiltak, Plo.IverksatteTiltak.Fields),
        AnbefaltVidereTiltak = f.Parts("AnbefaltVidereTiltak", x?.AnbefaltVidereTiltak, Plo.AnbefaltVidereTiltak.Fields),
        InfoMaalForventetRes = f.Parts("InfoMaalForventetRes", x?.InfoMaalForventetRes, Plo.InfoMaalForventetRes.Fields),
        Ansvarlig = f.Parts("Ansvarlig", x?.Ansvarlig, Plo.Ansvarlig.Fields),
    };
}
