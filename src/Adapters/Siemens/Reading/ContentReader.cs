using Hub.Adapters.FhirReading;
using Hub.Adapters.Json;
using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Fhir.Model;

namespace Hub.Adapters.Siemens.Reading;

/// <summary>The content of an entry, by its type of resource.</summary>
internal static class ContentReader
{
    /// <summary>Reads it.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="id">Its id.</param>
    /// <param name="source">The message.</param>
    /// <param name="findings">Where faults go.</param>
    /// <param name="told">Gets paths of elements that were carried or listed.</param>
    public static HomeContent? Read(FhirEntry entry, string id, FhirSource source, Findings findings, ISet<string> told)
    {
        switch (entry.Resource)
        {
            case Observation observation:
                return MeasurementReader.Read(observation, entry, source, findings, told);
            case DetectedIssue issue:
                told.Add($"{entry.ResourcePath}.author");
                return AlertReader.Read(issue, entry, id, source, findings, told);
            case Flag flag:
                return AlertReader.Read(flag, entry, id, source, findings);
            case Communication message:
                return AlertReader.Read(message, entry, id, source, findings);
            case QuestionnaireResponse form:
                return FormReader.Read(form, entry.ResourcePath, source, findings);
            case CarePlan plan:
                // The reader of plans lists by itself what it has no place for.
                told.Add(entry.ResourcePath);
                return PlanReader.Read(plan, entry, source, findings);
            case Composition note:
                return NoteOf(note, entry, source, findings, told);
            default:
                findings.Fail(FhirErrors.NotTaken, $"{entry.ResourcePath}.resourceType");
                return null;
        }
    }

    /// <summary>Whether a type of resource is taken in.</summary>
    public static bool Takes(Resource resource) => resource is Observation or DetectedIssue or Flag or Communication or QuestionnaireResponse or CarePlan or Composition;

    /// <summary>Whom an entry is about, and where it says so.</summary>
    public static (Reference? Subject, string Element) SubjectOf(Resource resource) => resource switch
    {
        Observation r => (r.Subject, "subject"),
        DetectedIssue r => (r.Patient, "patient"),
        Flag r => (r.Subject, "subject"),
        Communication r => (r.Subject, "subject"),
        QuestionnaireResponse r => (r.Subject, "subject"),
        CarePlan r => (r.Subject, "subject"),
        Composition r => (r.Subject, "subject"),
        _ => (null, "subject"),
    };

    /// <summary>The status of an entry.</summary>
    public static string? StatusOf(Resource resource) => resource switch
    {
        Observation r => r.Status,
        QuestionnaireResponse r => r.Status,
        Composition r => r.Status,
        DetectedIssue { Status: DetectedIssueStatus.Amended or DetectedIssueStatus.Corrected } r => r.Status,
        _ => null,
    };

    // The alert that a note follows and the values it rests on are the entries that its sections name.
    private static JournalNote? NoteOf(Composition composition, FhirEntry entry, FhirSource source, Findings findings, ISet<string> told)
    {
        if (NoteReader.Read(composition, entry.ResourcePath, source, findings) is not { } note)
            return null;
        var named = Named(composition.Section, $"{entry.ResourcePath}.section", told).Select(r => source.Resolve(r)).OfType<FhirEntry>().Where(e => e != entry && !Supporting.Is(e.Resource)).Distinct().ToList();
        var contents = named.Select(e => e.Resource is Composition ? null : Read(e, SourceIds.Of(e) ?? "", source, source.NewFindings(), new HashSet<string>())).OfType<HomeContent>().ToList();
        var alert = contents.OfType<Alert>().FirstOrDefault();
        return NoteWhole.Of(note, contents, alert, [.. contents.Where(c => !ReferenceEquals(c, alert))], [composition.Identifier]);
    }

    private static IEnumerable<Reference> Named(FhirList<CompositionSection> sections, string path, ISet<string> told)
    {
        for (var i = 0; i < sections.Count; i++)
        {
            for (var k = 0; k < sections[i].Entry.Count; k++)
            {
                told.Add($"{path}[{i}].entry[{k}]");
                yield return sections[i].Entry[k];
            }

            foreach (var inner in Named(sections[i].Section, $"{path}[{i}].section", told))
                yield return inner;
        }
    }
}
