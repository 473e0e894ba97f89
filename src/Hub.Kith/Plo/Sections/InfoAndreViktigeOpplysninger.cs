using Hub.Kith.Plo.Wire;

namespace Hub.Kith.Plo;

/// <summary>Section for other important facts.</summary>
public sealed record InfoAndreViktigeOpplysninger
{
    /// <summary>Journal notes.</summary>
    public IReadOnlyList<GenereltJournalnotat> GenereltJournalnotat { get; init; } = [];

    /// <summary>Allergies.</summary>
    public IReadOnlyList<Allerginotat> Allerginotat { get; init; } = [];

    internal static InfoAndreViktigeOpplysninger Fields(PloFields f, InfoAndreViktigeOpplysninger? x) => new()
    {
        GenereltJournalnotat = f.Parts(PloSpace.Epj2, "GenereltJournalnotat", x?.GenereltJournalnotat, Plo.GenereltJournalnotat.Fields),
        Allerginotat = f.Parts(PloSpace.Epj1, "Allerginotat", x?.Allerginotat, Plo.Allerginotat.Fields),
    };
}
