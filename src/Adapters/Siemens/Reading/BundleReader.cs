using Hub.Adapters.FhirReading;
using Hub.Core.Adapters;
using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Fhir.Model;
using Patient = Hub.Core.Content.Patient;

namespace Hub.Adapters.Siemens.Reading;

/// <summary>A batch, whose entries stand each for itself, or a transaction, which is taken in whole or not at all (FHIR R4 http.html 3.1.0.11).</summary>
internal static class BundleReader
{
    /// <summary>Most entries in one Bundle.</summary>
    public const int MostEntries = 1000;

    private static readonly string[] Reads = [HttpVerb.Get, HttpVerb.Head, HttpVerb.Delete, HttpVerb.Patch];

    /// <summary>Reads a Bundle.</summary>
    /// <param name="bundle">The Bundle.</param>
    /// <param name="source">The message.</param>
    /// <param name="check">Says what is wrong with whose an entry is; null = nothing.</param>
    public static ParsedMessage Read(Bundle bundle, FhirSource source, Func<FhirEntry, HubError?> check)
    {
        source.Report(source.Whole, p => !p.StartsWith("Bundle.entry[", StringComparison.Ordinal));
        if (bundle.Entry.Count > MostEntries)
            source.Whole.Fail(IntakeErrors.TooManyEntries, "Bundle.entry", $"At most {MostEntries} entries are taken at once.");
        if (source.Whole.Errors.Count > 0)
            return ParsedMessage.Refused(source.Whole.Errors);
        var entries = new List<ParsedEntry>();
        var used = new HashSet<FhirEntry>();
        for (var i = 0; i < bundle.Entry.Count; i++)
        {
            var (path, request) = ($"Bundle.entry[{i}]", bundle.Entry[i].Request);
            var label = bundle.Entry[i].FullUrl ?? path;
            if (request?.Method is { } method && method is not (HttpVerb.Post or HttpVerb.Put))
                entries.Add(new ParsedEntry(label, [], [FhirErrors.NotTaken.At($"{path}.request.method", OnlyWrites(method))], []));
            else if (source.At(path) is not { } entry)
                entries.Add(new ParsedEntry(label, [], [IntakeErrors.Missing.At($"{path}.resource")], []));
            else if (!Supporting.Is(entry.Resource))
                entries.Add(Entry(entry, request, label, new Surroundings(source, used, check)));
        }

        if (entries.Count == 0)
            return ParsedMessage.Refused(IntakeErrors.Missing.At("Bundle.entry", "The Bundle holds nothing that is taken in."));
        return new ParsedMessage(WithUnused(entries, source, used), [], bundle.Type == BundleType.Batch);
    }

    private static string OnlyWrites(string method) =>
        Reads.Contains(method) ? "Only POST and PUT are taken; nothing is read, changed or deleted here." : "The request's method is no HTTP method that FHIR R4 has.";

    private static ParsedEntry Entry(FhirEntry entry, BundleEntryRequest? request, string label, Surroundings around)
    {
        var (source, used, check) = around;
        if (!ContentReader.Takes(entry.Resource))
            return new ParsedEntry(label, [], [FhirErrors.NotTaken.At($"{entry.ResourcePath}.resourceType")], []);
        var findings = source.NewFindings();
        var needed = Supporting.Of(entry, source);
        foreach (var part in needed.Prepend(entry))
            source.Report(findings, p => p == part.Path || p.StartsWith(part.Path + ".", StringComparison.Ordinal));
        if (check(entry) is { } foreign)
            findings.Fail(foreign);
        var id = SourceIds.Of(entry.Resource, entry.FullUrl, request, entry.Path, findings);
        var (subject, element) = ContentReader.SubjectOf(entry.Resource);
        var patient = Subjects.Read(subject, $"{entry.ResourcePath}.{element}", source, findings);
        var told = new HashSet<string>(StringComparer.Ordinal) { $"{entry.ResourcePath}.status" };
        var content = ContentReader.Read(entry, id ?? "", source, findings, told);
        LeftOvers.Find(entry, source, findings, told);
        foreach (var part in needed.Where(p => used.Add(p) && p.Resource is not Observation))
            LeftOvers.Find(part, source, findings, new HashSet<string>(StringComparer.Ordinal) { $"{part.ResourcePath}.managingOrganization" });
        if (findings.Errors.Count > 0 || patient is null || content is null || id is null)
            return new ParsedEntry(label, [], findings.Errors, findings.Repairs);

        var fingerprint = Meaning.Of(entry, source);
        return new ParsedEntry(label, [Event(id, entry, request, patient, content, fingerprint) with { LeftOut = findings.LeftOut }], [], findings.Repairs);
    }

    private static ParsedEvent Event(string id, FhirEntry entry, BundleEntryRequest? request, Patient patient, HomeContent content, byte[] fingerprint)
    {
        switch (content)
        {
            // Raised and closed are two events of one alert.
            case Alert alert:
                var (alertSource, earlier) = Versions.OfStatus($"{id}#{alert.State.ToString().ToLowerInvariant()}", ContentReader.StatusOf(entry.Resource), fingerprint);
                return new ParsedEvent(alertSource, patient, alert with { Corrects = earlier }, fingerprint) { Correlation = alert.AlertId };
            case SelfTreatmentPlan plan:
                return new ParsedEvent($"{id}#v{plan.Version}", patient, plan, fingerprint) { Correlation = id };
            default:
                var (sourceId, corrects) = Versions.Of(id, entry.Resource, ContentReader.StatusOf(entry.Resource), request?.IfMatch, fingerprint);
                return new ParsedEvent(sourceId, patient, content with { Corrects = content.Corrects ?? corrects }, fingerprint)
                {
                    Correlation = (content as JournalNote)?.FollowsAlert,
                };
        }
    }

    // What nothing refers to is listed with the first entry that was read, so that it is not passed over in silence.
    private static List<ParsedEntry> WithUnused(List<ParsedEntry> entries, FhirSource source, HashSet<FhirEntry> used)
    {
        var unused = source.Entries.Where(e => Supporting.Is(e.Resource) && !used.Contains(e)).Select(e => new LeftOut(e.Path, "Nothing in the Bundle refers to this; the raw message keeps it.")).ToList();
        var first = entries.FindIndex(e => e.Events.Count > 0);
        if (unused.Count > 0 && first >= 0)
            entries[first] = entries[first] with { Events = [entries[first].Events[0] with { LeftOut = [.. entries[first].Events[0].LeftOut, .. unused] }] };
        return entries;
    }

    private sealed record Surroundings(FhirSource Source, HashSet<FhirEntry> Used, Func<FhirEntry, HubError?> Check);
}
