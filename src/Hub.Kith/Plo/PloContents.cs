using Hub.Kith.Types;

namespace Hub.Kith.Plo;

/// <summary>What a message holds, collected from wherever it stands, in document order.</summary>
public sealed record PloContents
{
    /// <summary>Texts.</summary>
    public IReadOnlyList<JournalEntry> Texts { get; init; } = [];

    /// <summary>Medication in use or stopped.</summary>
    public IReadOnlyList<PloFound<Legemiddelinfo>> Medications { get; init; } = [];

    /// <summary>Medication given at the transfer.</summary>
    public IReadOnlyList<PloFound<LegemiddelAdministrering>> Given { get; init; } = [];

    /// <summary>Diagnoses.</summary>
    public IReadOnlyList<PloFound<MedisinskDiagnose>> Diagnoses { get; init; } = [];

    /// <summary>Services the patient has.</summary>
    public IReadOnlyList<PloFound<EksisterendeTjeneste>> Services { get; init; } = [];

    /// <summary>Services the patient needs.</summary>
    public IReadOnlyList<PloFound<TjenesteBehov>> Needs { get; init; } = [];

    /// <summary>Events.</summary>
    public IReadOnlyList<PloFound<TidsfestetHendelse>> Events { get; init; } = [];

    /// <summary>Cave keywords.</summary>
    public IReadOnlyList<PloFound<StikkordCave>> Cave { get; init; } = [];

    /// <summary>Allergies.</summary>
    public IReadOnlyList<PloFound<Allerginotat>> Allergies { get; init; } = [];

    /// <summary>Professionals: responsible, contacts, prescribers and others; the path tells which.</summary>
    public IReadOnlyList<PloFound<HealthcareProfessional>> Professionals { get; init; } = [];

    /// <summary>Units.</summary>
    public IReadOnlyList<PloFound<Organisation>> Units { get; init; } = [];

    /// <summary>Next of kin.</summary>
    public IReadOnlyList<PloFound<ParorendeForesatt>> Relatives { get; init; } = [];

    /// <summary>Collects from a message.</summary>
    /// <param name="document">The message.</param>
    public static PloContents Of(PloDocument document)
    {
        var collector = new PloCollector(document.Version, "/" + document.Info.Root);
        document.Walk(collector);
        return collector.Result(document.Unread);
    }
}
