using Hub.Core.Content;
using Hub.Core.Mappings;
using Hub.Fhir.Model;
using Hub.Fhir.Terminology;
using Hub.Mappings.Fhir;
using Hub.Mappings.Journal;
using Hub.Mappings.Ledger;
using Hub.Mappings.Letters;
using Home = Hub.Core.Content;

namespace Hub.Mappings.Dips;

/// <summary>
/// An Observation of the hub's own shape in that of DIPS's vital sign profiles: one note without author and time, one reference range without words, no device, interpretation or issued time, performers
/// of the hospital's own. What has no element there stands in the note in words.
/// </summary>
internal static class VitalSignShape
{
    private const string Note = "Observation.note";
    private const string NoPlace = "DIPS's profiles of vital signs have no such element";
    private const string OwnPeople = "DIPS's profiles take only its own roles and departments as performers; the words name who measured";
    private const string OneRange = "DIPS's profiles take one range without words; the note has them all";

    // Elements of Observation that become words, by the target the ledger names.
    private static readonly Dictionary<string, string> Moved = new(StringComparer.Ordinal)
    {
        ["Observation.device"] = NoPlace,
        ["Observation.issued"] = NoPlace,
        ["Observation.interpretation"] = NoPlace,
        ["Observation.component.interpretation"] = NoPlace,
        ["Observation.bodySite"] = "DIPS takes sites of its own lists only; the words name it",
        ["Observation.method"] = "DIPS takes methods of its own lists only; the words name it",
        ["Observation.performer"] = OwnPeople,
        ["Observation.referenceRange"] = OneRange,
        ["Observation.component.referenceRange"] = OneRange,
    };

    /// <summary>The Observation in DIPS's shape.</summary>
    public static Observation Of(Observation whole, Measurement measurement, string profile, MappingContext context)
    {
        var words = string.Join('\n', Words(whole, measurement));
        return whole with
        {
            Meta = new Meta { Profile = [profile] },
            Contained = [],
            Code = whole.Code! with { Text = null },
            Performer = DipsParties.Performers(context),
            Issued = null,
            Interpretation = [],
            Device = null,
            BodySite = null,
            Method = null,
            Note = words.Length > 0 ? [new Annotation { Text = words }] : [],
            ReferenceRange = Range(whole.ReferenceRange, measurement.Thresholds),
            Component = whole.Component.Select((c, i) => c with { Interpretation = [], ReferenceRange = Range(c.ReferenceRange, i < measurement.Components.Count ? measurement.Components[i].Thresholds : []) }).ToFhirList(),
        };
    }

    /// <summary>The account with what became words.</summary>
    public static IEnumerable<LedgerEntry> Account(IReadOnlyList<LedgerEntry> lines) =>
        lines.Select(l => l.Target is { } target && Moved.TryGetValue(target, out var reason) ? l with { Target = Note, Reason = reason } : l)
            .Append(Line.Left("Codings.System", "Where a concept becomes words and its code system has no name that people know, its codes stand without its address"));

    private static IEnumerable<string> Words(Observation whole, Measurement m)
    {
        if (JournalWords.Light(m.Triage) is { } light)
            yield return $"Vurdering: {light}";
        if (m.Interpretation is { } interpretation)
            yield return $"Tolkning: {ConceptWords.Of(interpretation)}";
        if (Values.Limits(m.Thresholds) is { } limits)
            yield return $"Grenser: {limits}";
        foreach (var part in m.Components)
        {
            var name = part.Name is { } known ? Values.Kind(known) : FhirWords.ForPeople(part.Codes) ?? "del";
            if (Values.Limits(part.Thresholds) is { } partLimits)
                yield return $"Grenser, {name}: {partLimits}";
            if (part.Interpretation is { } reading)
                yield return $"Tolkning, {name}: {ConceptWords.Of(reading)}";
        }

        if (FhirWords.Text(m.Codes.Text) is { } called)
            yield return $"Benevnt: {called}";
        if (whole.BodySite is not null)
            yield return $"Målested: {ConceptWords.Of(m.BodySite!)}";
        if (whole.Method is not null)
            yield return $"Metode: {ConceptWords.Of(m.Method!)}";
        if (m.Device is { } device)
            yield return $"Utstyr: {Device(device)}";
        foreach (var performer in whole.Performer)
            yield return $"Målt av: {Named(performer)}";
        if (m.Issued is { } issued)
            yield return $"Gjort tilgjengelig: {Times.Of(issued)}";
        foreach (var note in whole.Note)
            yield return note.Text!;
    }

    private static string? Named(Reference performer) => (performer.Display, performer.Identifier) switch
    {
        ({ } name, { } id) => $"{name} ({Series(id.System)} {id.Value})",
        (var name, var id) => name ?? $"{Series(id?.System)} {id?.Value}",
    };

    private static string? Series(string? system) => system switch
    {
        IdentifierSystems.Fnr => "fødselsnummer",
        IdentifierSystems.Enh => "org.nr.",
        IdentifierSystems.Resh => "RESH",
        _ => system,
    };

    private static string Device(DeviceInfo d) => string.Join(", ", new[]
    {
        d.Name, d.Manufacturer, d.Model, FhirWords.Text(d.Serial) is { } serial ? $"serienr. {serial}" : null, d.Type is { } type ? ConceptWords.Of(type) : null,
    }.Concat(d.Identifiers.Select(i => i.Value)).Where(w => FhirWords.Text(w) is not null));

    // The range of normal values, where the source marks one: a range of a warning light would be read as normal.
    private static FhirList<ObservationReferenceRange> Range(FhirList<ObservationReferenceRange> ranges, IReadOnlyList<Home.Threshold> thresholds)
    {
        for (var i = 0; i < thresholds.Count && i < ranges.Count; i++)
        {
            if (thresholds[i].Level is Triage.None or Triage.Green && (ranges[i].Low is not null || ranges[i].High is not null))
                return [new ObservationReferenceRange { Low = ranges[i].Low, High = ranges[i].High }];
        }

        return [];
    }
}
