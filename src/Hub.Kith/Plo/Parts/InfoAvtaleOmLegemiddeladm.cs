using Hub.Kith.Plo.Wire;

namespace Hub.Kith.Plo;

/// <summary>Holds the agreement on administering medication.</summary>
public sealed record InfoAvtaleOmLegemiddeladm
{
    /// <summary>The agreement.</summary>
    public AvtaleOmAdmLegemidler? AvtaleOmAdmLegemidler { get; init; }

    internal static InfoAvtaleOmLegemiddeladm Fields(PloFields f, InfoAvtaleOmLegemiddeladm? x) => new()
    {
        AvtaleOmAdmLegemidler = f.Part("AvtaleOmAdmLegemidler", x?.AvtaleOmAdmLegemidler, AvtaleOmAdmLegemidler.Fields, required: true),
    };
}
