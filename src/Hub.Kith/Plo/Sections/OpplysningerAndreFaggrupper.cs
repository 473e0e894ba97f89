using Hub.Kith.Plo.Wire;

namespace Hub.Kith.Plo;

/// <summary>Section of other professions: physiotherapist, occupational therapist and others.</summary>
public sealed record OpplysningerAndreFaggrupper
{
    /// <summary>The report.</summary>
    public AndreFagrapporter? AndreFagrapporter { get; init; }

    /// <summary>Recommended measures.</summary>
    public IReadOnlyList<AnbefaltVidereTiltak> AnbefaltVidereTiltak { get; init; } = [];

    /// <summary>Assessments.</summary>
    public IReadOnlyList<InfoVurderinger> InfoVurderinger { get; init; } = [];

    internal static OpplysningerAndreFaggrupper Fields(PloFields f, OpplysningerAndreFaggrupper? x) => new()
    {
        AndreFagrapporter = f.Part("AndreFagrapporter", x?.AndreFagrapporter, AndreFagrapporter.Fields),
        AnbefaltVidereTiltak = f.Parts("AnbefaltVidereTiltak", x?.AnbefaltVidereTiltak, Plo.AnbefaltVidereTiltak.Fields),
        InfoVurderinger = f.Parts("InfoVurderinger", x?.InfoVurderinger, Plo.InfoVurderinger.Fields),
    };
}
