using Hub.Adapters.FhirReading;
using Hub.Adapters.Json;
using Hub.Core.Adapters;
using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Fhir.Model;

namespace Hub.Adapters.Vkp;

/// <summary>Observations and events of devices in a batch, transaction or collection Bundle, or one alone. In a Bundle each stands for itself and is answered by its fullUrl.</summary>
internal static class BatchReader
{
    /// <summary>Most entries in one Bundle.</summary>
    public const int MostEntries = 1000;

    public static ParsedMessage Read(Bundle bundle, FhirSource source)
    {
        source.Report(source.Whole, p => !p.StartsWith("Bundle.entry[", StringComparison.Ordinal));
        if (bundle.Entry.Count > MostEntries)
            source.Whole.Fail(IntakeErrors.TooManyEntries, "Bundle.entry", $"At most {MostEntries} entries are taken at once.");
        if (source.Whole.Errors.Count > 0)
            return ParsedMessage.Refused(source.Whole.Errors);
        var entries = new List<ParsedEntry>();
        var byPath = source.Entries.ToDictionary(e => e.Path, StringComparer.Ordinal);
        for (var i = 0; i < bundle.Entry.Count; i++)
        {
            var path = $"Bundle.entry[{i}]";
            if (bundle.Entry[i].Request?.Method is { } method and not (HttpVerb.Post or HttpVerb.Put))
                entries.Add(new ParsedEntry(bundle.Entry[i].FullUrl ?? path, [], [FhirErrors.NotTaken.At($"{path}.request.method", OnlyWrites(method))], []));
            else if (byPath.GetValueOrDefault(path) is { Resource: not (Hub.Fhir.Model.Patient or Practitioner or Organization or Device) } entry)
                entries.Add(Entry(entry, source, entries.Count == 0 ? source.Whole.Repairs : []));
        }

        if (entries.Count == 0)
            return ParsedMessage.Refused(IntakeErrors.Missing.At("Bundle.entry", "The Bundle holds nothing that is taken here."));

        // A transaction is taken whole or not at all (FHIR R4 http.html 3.1.0.11.2).
        return bundle.Type == BundleType.Transaction && entries.SelectMany(e => e.Errors).ToList() is { Count: > 0 } errors
            ? ParsedMessage.Refused(errors)
            : new ParsedMessage(entries, [], true);
    }

    private static string OnlyWrites(string method) =>
        HttpVerbs.Contains(method) ? "Only POST and PUT of Observations are taken; nothing is read, changed or deleted here." : "The request's method is no HTTP method that FHIR R4 has.";

    private static readonly string[] HttpVerbs = [HttpVerb.Get, HttpVerb.Head, HttpVerb.Delete, HttpVerb.Patch];

    public static ParsedMessage ReadSingle(FhirSource source)
    {
        source.Report(source.Whole, _ => true);
        var entry = Entry(source.Entries[0], source, [], source.Whole);
        return new ParsedMessage([entry], [], false);
    }

    private static ParsedEntry Entry(FhirEntry entry, FhirSource source, IReadOnlyList<Repair> ofBundle, Findings? reported = null)
    {
        var findings = reported ?? source.NewFindings();
        if (reported is null)
            source.Report(findings, p => p == entry.Path || p.StartsWith(entry.Path + ".", StringComparison.Ordinal));
        var label = entry.FullUrl ?? (entry.Path.Length == 0 ? entry.Resource.GetType().Name : entry.Path);
        if (IdentifiersOf(entry.Resource) is not { } identifiers)
        {
            findings.Fail(FhirErrors.NotTaken, $"{entry.ResourcePath}.resourceType");
            return new ParsedEntry(label, [], findings.Errors, findings.Repairs);
        }

        var (subject, element) = DocumentParts.SubjectOf(entry.Resource);
        var patient = Subjects.Read(subject, $"{entry.ResourcePath}.{element}", source, findings);
        var fingerprint = Fingerprint.Of(entry.Json);
        var id = SourceId(identifiers, entry, fingerprint, findings);
        var content = Content(entry, id ?? label, source, findings);
        LeftOvers.Find(entry, source, findings);
        if (findings.Errors.Count > 0 || patient is null || content is null || id is null)
            return new ParsedEntry(label, [], findings.Errors, [.. ofBundle, .. findings.Repairs]);
        return new ParsedEntry(label, [new ParsedEvent(id, patient, content, fingerprint) { LeftOut = findings.LeftOut }], [], [.. ofBundle, .. findings.Repairs]);
    }

    private static HomeContent? Content(FhirEntry entry, string id, FhirSource source, Findings findings) => entry.Resource switch
    {
        Observation observation => ObservationReader.Read(observation, entry.ResourcePath, source, findings),
        MedicationDispense dispense => DispenseReader.Read(dispense, entry.ResourcePath, id, null, source, findings),
        Encounter visit => VisitReader.Read(visit, entry.ResourcePath, id, source, findings),
        _ => AlarmReader.Read((DetectedIssue)entry.Resource, entry.ResourcePath, id, source, findings),
    };

    // Null for a resource that is not taken by itself.
    private static FhirList<Identifier>? IdentifiersOf(Resource resource) => resource switch
    {
        Observation observation => observation.Identifier,
        MedicationDispense dispense => dispense.Identifier,
        Encounter visit => visit.Identifier,
        DetectedIssue issue => issue.Identifier,
        _ => null,
    };

    // Sending again must be seen as a repeat: by the sender's identifier, else by its uuid, else by what it says.
    private static string? SourceId(FhirList<Identifier> identifiers, FhirEntry entry, byte[] fingerprint, Findings findings)
    {
        if (Terms.Id(identifiers.FirstOrDefault(i => i.Value is not null)) is { } id)
            return id.System.Length == 0 ? id.Value : $"{id.System}|{id.Value}";
        if (entry.FullUrl is { } url)
            return url;
        if (entry.Resource.Id is { } own)
            return own;
        return findings.Tolerate(
            $"{entry.ResourcePath}.identifier", "identifier-from-content", $"Derived the {entry.Resource.GetType().Name}'s id from what it says, since it has none.",
            IntakeErrors.Missing, "A resource has an identifier, or its entry a fullUrl, so that a repeat can be known again.")
            ? "sha256:" + Convert.ToHexStringLower(fingerprint)[..32]
            : null;
    }
}
