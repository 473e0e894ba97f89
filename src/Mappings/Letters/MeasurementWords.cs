using Hub.Core.Content;
using Hub.Mappings.Fhir;
using Hub.Mappings.Journal;
using Hub.Mappings.Ledger;

namespace Hub.Mappings.Letters;

/// <summary>A measurement as lines of text that survive every viewer: one line with time, kind, value, light and limits, and one for each thing more to say.</summary>
internal static class MeasurementWords
{
    private const string Coded = "The words name it; a text has no place for codes";

    public static IEnumerable<string> Lines(Measurement m, MappingLedger ledger, LetterTopic topic)
    {
        Account(m, ledger, topic);
        yield return $"{Times.Of(m.Time)}: {Name(m)} {ValueWords(m)}{(JournalWords.Light(m.Triage) is { } light ? $" ({light})" : "")}{(Values.Limits(m.Thresholds) is { } limits ? $". Grenser: {limits}" : "")}";
        foreach (var (label, words) in More(m))
            yield return $"  {label}: {words.ReplaceLineEndings("\n    ")}";
    }

    private static string Name(Measurement m)
    {
        var own = FhirWords.ForPeople(m.Codes);
        return m.What switch
        {
            MeasurementKind.Other => own ?? Values.Kind(m.What),
            _ => FhirWords.Text(m.Codes.Text) is { } text ? $"{Values.Kind(m.What)} [{text}]" : Values.Kind(m.What),
        };
    }

    // Systolic and diastolic are read as one figure; limits of the parts follow the parts.
    private static string ValueWords(Measurement m)
    {
        if (m.Components.Count == 0)
            return m.Value is { } value ? Values.Of(value) : "ingen verdi";
        var whole = m.Value is { } own ? $"{Values.Of(own)}; " : "";
        return whole + string.Join(", ", m.Components.Select(Component));
    }

    private static string Component(MeasurementComponent part)
    {
        var name = part.Name is { } known ? Values.Kind(known) : FhirWords.ForPeople(part.Codes) ?? "del";
        var reading = part.Interpretation is { } i ? $" [{ConceptWords.Of(i)}]" : "";
        return $"{name} {Values.Of(part.Value)}{reading}{(Values.Limits(part.Thresholds) is { } limits ? $" (grenser: {limits})" : "")}";
    }

    private static IEnumerable<(string Label, string Words)> More(Measurement m)
    {
        if (m.Status != "final")
            yield return ("Status", StatusWords(m.Status));
        if (m.Interpretation is { } interpretation)
            yield return ("Tolkning", ConceptWords.Of(interpretation));
        if (m.BodySite is { } site)
            yield return ("Målested", ConceptWords.Of(site));
        if (m.Method is { } method)
            yield return ("Metode", ConceptWords.Of(method));
        if (m.Device is { } device && DeviceWords(device) is { Length: > 0 } named)
            yield return ("Utstyr", named);
        if (m.Performers.Count > 0)
            yield return ("Målt av", Parties.Of(m.Performers));
        foreach (var original in m.Originals)
            yield return ("Sendt som", $"{FhirWords.Number(original.Value)} {original.Unit}{(original.Component is { } part ? $" ({Values.Kind(part)})" : "")}");
        foreach (var note in m.Notes.Where(n => FhirWords.Text(n) is not null))
            yield return ("Merknad", note);
    }

    private static string DeviceWords(DeviceInfo d) => string.Join(", ", new[]
    {
        FhirWords.Text(d.Name),
        FhirWords.Text(d.Manufacturer) is { } maker && d.Name?.Contains(maker, StringComparison.OrdinalIgnoreCase) != true ? maker : null,
        FhirWords.Text(d.Model) is { } model && d.Name?.Contains(model, StringComparison.OrdinalIgnoreCase) != true ? model : null,
        FhirWords.Text(d.Serial) is { } serial ? $"serienr. {serial}" : null,
    }.Where(w => w is not null));

    private static string StatusWords(string status) => status switch
    {
        "preliminary" or "registered" => "foreløpig",
        "amended" or "corrected" => "rettet",
        "cancelled" => "avbrutt",
        "entered-in-error" => "feilregistrert",
        _ => status,
    };

    private static void Account(Measurement m, MappingLedger ledger, LetterTopic topic)
    {
        foreach (var (field, present) in new[]
        {
            ("What", true), ("Time", true), ("Status", true), ("Value", m.Value is not null), ("Components", m.Components.Count > 0), ("Triage", m.Triage != Triage.None),
            ("Thresholds", m.Thresholds.Count > 0), ("Interpretation", m.Interpretation is not null), ("BodySite", m.BodySite is not null), ("Method", m.Method is not null),
            ("Device", m.Device is not null), ("Performers", m.Performers.Count > 0), ("Originals", m.Originals.Count > 0), ("Notes", m.Notes.Count > 0),
            ("Codes.Text", m.Codes.Text is not null),
        })
            ledger.AddIf(present, Line.To(field, topic.Name));
        ledger.AddIf(m.Codes.Codings.Count > 0, m.What == MeasurementKind.Other && m.Codes.Text is null ? Line.To("Codes.Codings", topic.Name) : Line.Left("Codes.Codings", Coded));
        ledger.AddIf(m.Components.Any(c => c.Codes.Codings.Count > 0 || c.Codes.Text is not null), Line.Left("Components.Codes", Coded));
        ledger.AddIf(m.Categories.Count > 0, Line.Left("Categories", Coded));
        ledger.AddIf(m.Identifiers.Count > 0, Line.Left("Identifiers", "The source's own numbers mean nothing to the receiver"));
        ledger.AddIf(m.Issued is not null, Line.Left("Issued", "The time of measuring is what counts"));
        ledger.AddIf(m.Device?.Identifiers.Count > 0, Line.Left("Device.Identifiers", "Name and serial number tell the device"));
        ledger.AddIf(m.Device?.Type is not null, Line.Left("Device.Type", "Name and serial number tell the device"));
        ledger.AddIf(m.Device?.Gateway is not null, Line.Left("Device.Gateway", "Name and serial number tell the device"));
        ledger.AddIf(m.Corrects is not null, Line.Left("Corrects", "The status says that it is a correction; the corrected event is named by the source's own number"));
    }
}
