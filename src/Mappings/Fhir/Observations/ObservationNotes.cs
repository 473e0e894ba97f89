using Hub.Core.Content;
using Hub.Core.Mappings;
using Hub.Fhir.Model;
using Hub.Mappings.Ledger;

namespace Hub.Mappings.Fhir.Observations;

/// <summary>The notes of an Observation: the source's comments first, then what has no element of its own.</summary>
internal sealed class ObservationNotes
{
    private static readonly LedgerEntry NotesLine = Line.To("Notes", "Observation.note");
    private static readonly LedgerEntry OriginalsLine = Line.To("Originals", "Observation.note");
    private readonly Hub.Core.Content.Measurement _measurement;
    private readonly MappingLedger _ledger;
    private List<Annotation>? _notes;

    /// <summary>Starts with the comments.</summary>
    public ObservationNotes(Hub.Core.Content.Measurement measurement, MappingLedger ledger)
    {
        (_measurement, _ledger) = (measurement, ledger);
        ledger.AddIf(measurement.Notes.Count > 0, NotesLine);
        foreach (var note in measurement.Notes)
            AddUnwritable(note);
    }

    /// <summary>All notes, in order.</summary>
    public FhirList<Annotation> Written => _notes is null ? [] : _notes.ToFhirList();

    /// <summary>Adds a text; blank ones are nothing.</summary>
    public void AddUnwritable(string? text)
    {
        if (FhirWords.Text(text) is not null)
            (_notes ??= []).Add(new Annotation { Text = text });
    }

    /// <summary>Adds what the source sent where the hub converted, so that the journal shows both.</summary>
    public void AddOriginals()
    {
        _ledger.AddIf(_measurement.Originals.Count > 0, OriginalsLine);
        foreach (var original in _measurement.Originals)
            AddUnwritable($"{Name(original)}mregnet fra {FhirWords.Number(original.Value)} {original.Unit}".TrimEnd());
    }

    private static string Name(OriginalValue original) => FhirWords.Text(original.Component) is { } part ? $"{part}: o" : "O";
}
