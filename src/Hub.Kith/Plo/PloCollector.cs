using Hub.Kith.Plo.Wire;
using Hub.Kith.Types;
using Hub.Kith.Xml;

namespace Hub.Kith.Plo;

/// <summary>Collects the parts that <see cref="PloContents"/> lists.</summary>
internal sealed class PloCollector(PloVersion version, string root) : PloVisitor(version, root)
{
    private readonly List<JournalEntry> texts = [];
    private readonly List<PloFound<object>> parts = [];
    private readonly Stack<string?> categories = new([null]);

    /// <summary>Everything that is not plain text, in document order.</summary>
    public IReadOnlyList<PloFound<object>> Parts => parts;

    /// <summary>What was collected, with the texts inside parts that no field takes at the end.</summary>
    public PloContents Result(IReadOnlyList<UnreadPart> unread) => new()
    {
        Texts = [.. texts, .. unread.SelectMany(KeptTexts.Of)],
        Medications = All<Legemiddelinfo>(),
        Given = All<LegemiddelAdministrering>(),
        Diagnoses = All<MedisinskDiagnose>(),
        Services = All<EksisterendeTjeneste>(),
        Needs = All<TjenesteBehov>(),
        Events = All<TidsfestetHendelse>(),
        Cave = All<StikkordCave>(),
        Allergies = All<Allerginotat>(),
        Professionals = All<HealthcareProfessional>(),
        Units = All<Organisation>(),
        Relatives = All<ParorendeForesatt>(),
    };

    protected override void Enter(string path, object value)
    {
        if (value is Journaltekst text)
        {
            texts.Add(new JournalEntry(path, PloSections.Of(path), text.Overskriftskode, text.Notat ?? "", text.Merknad, categories.Peek()));
            return;
        }

        if (MetaOf(value) is { } meta) categories.Push(meta.Informasjonskategori ?? categories.Peek());
        if (value is not string) parts.Add(new PloFound<object>(path, value));
    }

    protected override void Leave(object value)
    {
        if (MetaOf(value) is not null) categories.Pop();
    }

    /// <summary>What a component carries; <see langword="null"/> for a part that is none.</summary>
    public static KomponentMeta? MetaOf(object value) => value switch
    {
        GenereltJournalnotat note => note.Komponent,
        Allerginotat allergy => allergy.Komponent,
        SakshodeCave cave => cave.Komponent,
        Cave cave => cave.Komponent,
        Legemiddelinfo medication => medication.Komponent,
        LegemidlerAdministrertVedOverforing given => given.Komponent,
        _ => null,
    };

    private List<PloFound<T>> All<T>() => [.. parts.Where(static p => p.Value is T).Select(static p => new PloFound<T>(p.Path, (T)p.Value))];
}
