using Hub.Adapters.FhirReading;
using Hub.Adapters.Json;
using Hub.Core.Adapters;
using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Fhir.Model;
using Patient = Hub.Core.Content.Patient;

namespace Hub.Adapters.Vkp;

/// <summary>A document Bundle: the note, the alert it follows, and the measurements and forms it carries. One fault refuses the whole.</summary>
internal static class DocumentReader
{
    public static ParsedMessage Read(Bundle bundle, FhirSource source)
    {
        var findings = source.Whole;
        source.Report(findings, _ => true);
        var composition = source.Entries.FirstOrDefault(e => e.Resource is Composition);
        if (composition is null)
        {
            if (!findings.Errors.Any(e => e.Path == "Bundle.entry"))
                findings.Fail(IntakeErrors.Missing, "Bundle.entry", "A document holds a Composition.");
            return Refused(findings);
        }

        var id = DocumentId(bundle, (Composition)composition.Resource, source);
        var note = NoteReader.Read((Composition)composition.Resource, composition.ResourcePath, source, findings);
        var parts = source.Entries.Where(e => e != composition).Select(e => DocumentParts.Read(e, id, note, source)).OfType<DocumentPart>().ToList();
        var patient = PatientOf(composition, parts, source);
        LeftOvers.Find(source, findings);
        if (findings.Errors.Count > 0 || patient is null || note is null)
            return Refused(findings);

        parts = DocumentParts.WithPosition(parts);
        var alert = parts.Select(p => p.Issue).FirstOrDefault(a => a is not null);
        var whole = NoteWhole.Of(
            note, [.. parts.Select(p => p.Content)], alert, [.. parts.Where(p => p.Issue is null || !ReferenceEquals(p.Issue, alert)).Select(p => p.Content)],
            [bundle.Identifier, ((Composition)composition.Resource).Identifier]);
        var fingerprint = Fingerprint.Of(source.Root.GetProperty("entry"));
        var events = new List<ParsedEvent>(parts.Count + 1)
        {
            new($"{id}#note", patient, whole, fingerprint) { Correlation = alert?.AlertId ?? id, LeftOut = findings.LeftOut },
        };
        foreach (var part in parts)
        {
            var number = parts.TakeWhile(p => p != part).Count(p => p.Content.Kind == part.Content.Kind) + 1;
            events.Add(new ParsedEvent($"{id}#{part.Content.Kind.Name()}-{number}", patient, part.Content, Fingerprint.Of(part.Entry.Json)) { Correlation = alert?.AlertId ?? id });
        }

        return new ParsedMessage([new ParsedEntry(id, events, [], findings.Repairs)], [], false);
    }

    private static ParsedMessage Refused(Findings findings) => new([new ParsedEntry("Bundle", [], findings.Errors, findings.Repairs)], [], false);

    private static Patient? PatientOf(FhirEntry composition, List<DocumentPart> parts, FhirSource source)
    {
        Patient? patient = null;
        var subject = ((Composition)composition.Resource).Subject;
        if (subject is not null || parts.Count == 0)
            patient = Subjects.Read(subject, $"{composition.ResourcePath}.subject", source, source.Whole);
        var seen = subject is not null;
        foreach (var part in parts)
        {
            var (own, path) = DocumentParts.SubjectOf(part.Entry.Resource);
            if (own is null)
                continue;
            path = $"{part.Entry.ResourcePath}.{path}";
            if (!seen)
                patient = Subjects.Read(own, path, source, source.Whole);
            else if (patient is not null && Subjects.Quietly(own, source) is { } other && other != patient.Id && !patient.OtherIds.Contains(other))
                source.Whole.Fail(FhirErrors.SeveralPatients, path);
            seen = true;
        }

        if (!seen && parts.Count > 0)
            source.Whole.Fail(IntakeErrors.NoPatient, $"{composition.ResourcePath}.subject");
        return patient;
    }

    // A repeat must be known again, so a document without an identifier is known by its bytes; the strict mode refuses it (bdl-9).
    private static string DocumentId(Bundle bundle, Composition composition, FhirSource source)
    {
        if (bundle.Identifier?.Value is { } id)
            return id;
        if (composition.Identifier?.Value is { } own)
            return own;
        if (source.Whole.Lenient)
            source.Whole.Mend("Bundle.identifier", "identifier-from-bytes", "Derived the document's id from its bytes, since it has none.");
        return "sha256:" + Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(source.Body.Span))[..32];
    }
}
