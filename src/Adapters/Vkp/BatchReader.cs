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
        var measured = source.Entries.Where(e => e.Resource is not (Patient or Practitioner or Organization or Device)).ToList();
        if (measured.Count == 0 && source.Whole.Errors.Count == 0)
            source.Whole.Fail(IntakeErrors.Missing, "Bundle.entry", "The Bundle holds no Observation.");
        return source.Whole.Errors.Count > 0
            ? ParsedMessage.Refused(source.Whole.Errors)
            : new ParsedMessage([.. measured.Select((e, i) => Entry(e, source, i == 0 ? source.Whole.Repairs : []))], [], true);
    }

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
