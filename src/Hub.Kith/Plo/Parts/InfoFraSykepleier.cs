using Hub.Kith.Plo.Wire;

namespace Hub.Kith.Plo;

/// <summary>What the nurse reports, heading by heading.</summary>
public sealed record InfoFraSykepleier
{
    /// <summary>What matters for the follow-up.</summary>
    public OpplysningerRelevantOppfolging? OpplysningerRelevantOppfolging { get; init; }

    /// <summary>The text, or the texts in order.</summary>
    public IReadOnlyList<Journaltekst> Journaltekst { get; init; } = [];

    internal static InfoFraSykepleier Fields(PloFields f, InfoFraSykepleier? x) => new()
    {
        OpplysningerRelevantOppfolging = f.Part("OpplysningerRelevantOppfolging", x?.OpplysningerRelevantOppfolging, OpplysningerRelevantOppfolging.Fields),
        Journaltekst = f.Parts(PloSpace.Epj2, "Journaltekst", x?.Journaltekst, Plo.Journaltekst.Fields),
    };
}
