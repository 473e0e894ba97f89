using Hub.Kith.Plo.Wire;

namespace Hub.Kith.Plo;

/// <summary>An earlier illness: a keyword, a text, or both.</summary>
public sealed record InfoTidligereSykdommer
{
    /// <summary>Keyword.</summary>
    public TidligereSykdomFragment? TidligereSykdomFragment { get; init; }

    /// <summary>The text, or the texts in order.</summary>
    public Journaltekst? Journaltekst { get; init; }

    internal static InfoTidligereSykdommer Fields(PloFields f, InfoTidligereSykdommer? x) => new()
    {
        TidligereSykdomFragment = f.Part("TidligereSykdomFragment", x?.TidligereSykdomFragment, TidligereSykdomFragment.Fields),
        Journaltekst = f.Part(PloSpace.Epj2, "Journaltekst", x?.Journaltekst, Journaltekst.Fields),
    };
}
