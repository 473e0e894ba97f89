using Hub.Adapters.Json;
using Hub.Core.Adapters;
using Hub.Core.Errors;
using Hub.Fhir.Model;

namespace Hub.Adapters.Vkp;

/// <summary>Observations in a batch, transaction or collection Bundle, or one alone. In a Bundle each stands for itself and is answered by its fullUrl.</summary>
internal static class BatchReader
{
    /// <summary>Most entries in one Bundle.</summary>
    public const int MostEntries = 1000;

    public static ParsedMessage Read(Bundle bundle, VkpSource source)
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
            else if (byPath.GetValueOrDefault(path) is { Resource: not (Patient or Practitioner or Organization or Device) } entry)
                entries.Add(Entry(entry, source, entries.Count == 0 ? source.Whole.Repairs : []));
        }

        if (entries.Count == 0)
            return ParsedMessage.Refused(IntakeErrors.Missing.At("Bundle.entry", "The Bundle holds no Observation."));

        // A transaction is taken whole or not at all (FHIR R4 http.html 3.1.0.11.2).
        return bundle.Type == BundleType.Transaction && entries.SelectMany(e => e.Errors).ToList() is { Count: > 0 } errors
            ? ParsedMessage.Refused(errors)
            : new ParsedMessage(entries, [], true);
    }

    private static string OnlyWrites(string method) =>
        HttpVerbs.Contains(method) ? "Only POST and PUT of Observations are taken; nothing is read, changed or deleted here." : "The request's method is no HTTP method that FHIR R4 has.";

    private static readonly string[] HttpVerbs = [HttpVerb.Get, HttpVerb.Head, HttpVerb.Delete, HttpVerb.Patch];

    public static ParsedMessage ReadSingle(VkpSource source)
    {
        source.Report(source.Whole, _ => true);
        var entry = Entry(source.Entries[0], source, [], source.Whole);
        return new ParsedMessage([entry], [], false);
    }

    private static ParsedEntry Entry(VkpEntry entry, VkpSource source, IReadOnlyList<Repair> ofBundle, Findings? reported = null)
    {
        var findings = reported ?? source.NewFindings();
        if (reported is null)
            source.Report(findings, p => p == entry.Path || p.StartsWith(entry.Path + ".", StringComparison.Ordinal));
        var label = entry.FullUrl ?? (entry.Path.Length == 0 ? "Observation" : entry.Path);
        if (entry.Resource is not Observation observation)
        {
            findings.Fail(FhirErrors.NotTaken, $"{entry.ResourcePath}.resourceType");
            return new ParsedEntry(label, [], findings.Errors, findings.Repairs);
        }

        var patient = Subjects.Read(observation.Subject, $"{entry.ResourcePath}.subject", source, findings);
        var measurement = ObservationReader.Read(observation, entry.ResourcePath, source, findings);
        LeftOvers.Find(entry, source, findings);
        var fingerprint = Fingerprint.Of(entry.Json);
        var id = SourceId(observation, entry, fingerprint, findings);
        if (findings.Errors.Count > 0 || patient is null || measurement is null || id is null)
            return new ParsedEntry(label, [], findings.Errors, [.. ofBundle, .. findings.Repairs]);
        return new ParsedEntry(label, [new ParsedEvent(id, patient, measurement, fingerprint) { LeftOut = findings.LeftOut }], [], [.. ofBundle, .. findings.Repairs]);
    }

    // Sending again must be seen as a repeat: by the sender's identifier, else by its uuid, else by what it says.
    private static string? SourceId(Observation observation, VkpEntry entry, byte[] fingerprint, Findings findings)
    {
        if (Terms.Id(observation.Identifier.FirstOrDefault(i => i.Value is not null)) is { } id)
            return id.System.Length == 0 ? id.Value : $"{id.System}|{id.Value}";
        if (entry.FullUrl is { } url)
            return url;
        if (observation.Id is { } own)
            return own;
        return findings.Tolerate(
            $"{entry.ResourcePath}.identifier", "identifier-from-content", "Derived the Observation's id from what it says, since it has none.",
            IntakeErrors.Missing, "An Observation has an identifier, or its entry a fullUrl, so that a repeat can be known again.")
            ? "sha256:" + Convert.ToHexStringLower(fingerprint)[..32]
            : null;
    }
}
