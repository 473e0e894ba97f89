using Hub.Kith.Plo.Wire;

namespace Hub.Kith.Plo;

/// <summary>A journal note: texts in order, each under its heading (EPJ dokument 13.11009.0).</summary>
public sealed record GenereltJournalnotat
{
    /// <summary>Id, category and reference of the component.</summary>
    public KomponentMeta Komponent { get; init; } = new();

    /// <summary>The text, or the texts in order.</summary>
    public IReadOnlyList<Journaltekst> Journaltekst { get; init; } = [];

    internal static GenereltJournalnotat Fields(PloFields f, GenereltJournalnotat? x) => new()
    {
        Komponent = f.Component("EPJ dokument", "2.16.578.1.12.4.1.6.13.11009.0", x?.Komponent),
        Journaltekst = f.Parts("Journaltekst", x?.Journaltekst, Plo.Journaltekst.Fields, required: true),
    };
}
