using Hub.Kith.Plo.Wire;

namespace Hub.Kith.Plo;

/// <summary>An appointment that is to be ordered.</summary>
public sealed record KontrolltimeBestill
{
    /// <summary>Whether patient or next of kin is to order it.</summary>
    public bool? PasientParorendeBestiller { get; init; }

    /// <summary>Who has been told.</summary>
    public InformertOm? InformertOm { get; init; }

    internal static KontrolltimeBestill Fields(PloFields f, KontrolltimeBestill? x) => new()
    {
        PasientParorendeBestiller = f.Flag("PasientParorendeBestiller", x?.PasientParorendeBestiller, required: true),
        InformertOm = f.Part("InformertOm", x?.InformertOm, InformertOm.Fields),
    };
}
