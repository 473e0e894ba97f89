using Hub.Core.Content;
using Hub.Core.Mappings;
using Hub.Fhir.Model;
using Hub.Mappings.Fhir;
using Hub.Mappings.Ledger;
using Hub.Mappings.Letters;

namespace Hub.Mappings.Journal;

/// <summary>A clinical message: a section for each text, one for the coded facts, one for the files, and the document itself beside them.</summary>
internal static class ClinicalPart
{
    private const string MessageTypes = "urn:oid:2.16.578.1.12.4.1.1.8279";
    private const string Dispatches = "urn:oid:2.16.578.1.12.4.1.1.7309";
    private const string MessageIds = "urn:ietf:rfc:3986";
    private static readonly LedgerEntry MessageType = Line.To("MessageType", "Composition.type");
    private static readonly LedgerEntry Title = Line.To("Title", "Composition.title");
    private static readonly LedgerEntry MessageId = Line.To("MessageId", "Composition.identifier");
    private static readonly LedgerEntry Time = Line.To("Time", "Composition.date");
    private static readonly LedgerEntry Entries = Line.To("Entries", "Composition.section");
    private static readonly LedgerEntry Document = Line.To("Document", "DocumentReference.content.attachment");
    private static readonly LedgerEntry Senders = Line.To("Senders", "Composition.author");
    private static readonly LedgerEntry Facts = Line.To("Facts", "Composition.section");
    private static readonly LedgerEntry FactLists = Line.Left("Facts.Code.System", "The words stand; the lists are in the document as received");
    private static readonly LedgerEntry FactCodes = Line.Left("Facts.Code.Code", "The words of a code that people do not speak stand alone; the codes are in the document as received");
    private static readonly LedgerEntry FactsHidden = Line.Left("Facts.Value", "Answers of no and ids of components are for systems, and stand in the document as received");
    private static readonly LedgerEntry Attachments = Line.To("Attachments", "DocumentReference.content.attachment");
    private static readonly LedgerEntry Conversation = Line.To("Conversation", "Composition.section.text");
    private static readonly LedgerEntry Parent = Line.To("Parent", "Composition.relatesTo");
    private static readonly LedgerEntry Dispatch = Line.To("Dispatch", "Composition.meta.tag");
    private static readonly LedgerEntry TriageLine = Line.To("Triage", "Composition.meta.tag");
    private static readonly LedgerEntry Transport = Line.Left("Transport", "It tells how the message came, and stands on the timeline");
    private static readonly LedgerEntry Refusals = Line.Left("Refusals", "They go back to the sender in the receipt; a refused message goes to no journal");

    public static void Write(ClinicalMessage message, JournalDocument document, MappingLedger ledger)
    {
        ledger.Add(MessageType);
        ledger.Add(MessageId);
        ledger.Add(Time);
        ledger.Add(Document);
        ledger.AddIf(message.Title is not null, Title);
        ledger.AddIf(message.Entries.Count > 0, Entries);
        ledger.AddIf(message.Senders.Count > 0, Senders);
        ledger.AddIf(message.Facts.Count > 0, Facts);
        ledger.AddIf(message.Facts.Any(f => f.Code?.System is not null), FactLists);
        ledger.AddIf(message.Facts.Any(FactWords.IsCodeSilent), FactCodes);
        ledger.AddIf(message.Facts.Any(FactWords.IsHidden), FactsHidden);
        ledger.AddIf(message.Attachments.Count > 0, Attachments);
        ledger.AddIf(message.Conversation is not null, Conversation);
        ledger.AddIf(message.Parent is not null, Parent);
        ledger.AddIf(message.Dispatch is not null, Dispatch);
        ledger.AddIf(message.Triage != Triage.None, TriageLine);
        ledger.AddIf(message.Transport.Count > 0, Transport);
        ledger.AddIf(message.Refusals.Count > 0, Refusals);
        Head(message, document, ledger);
        Lines(Warning(message), "Merk", document);
        var facts = FactWords.Of(message.Facts);
        foreach (var (title, lines) in facts.Where(f => ClinicalLabels.First.Contains(f.Title)))
            Lines(lines, title, document);
        foreach (var entry in message.Entries)
            document.Sections.Add(Entry(entry));
        foreach (var (title, lines) in facts.Where(f => !ClinicalLabels.First.Contains(f.Title)))
            Lines(lines, title, document);
        Lines(About(message), "Om meldingen", document);
        Files(message, document);
    }

    private static void Head(ClinicalMessage message, JournalDocument document, MappingLedger ledger)
    {
        var type = new Hub.Fhir.Model.Coding { System = MessageTypes, Code = message.MessageType, Display = FhirWords.Text(message.Title) };
        document.Type = new CodeableConcept { Coding = [type], Text = FhirWords.Text(message.Title) };
        document.Identifiers.Insert(0, FhirWords.Identifier(MessageIds, Urn(message.MessageId)));
        document.Tag(message.Triage);
        document.Corrects(message, ledger);
        foreach (var sender in message.Senders)
            document.Author(sender);
        if (message.Dispatch is { } dispatch)
        {
            document.Tags.Add(new Hub.Fhir.Model.Coding { System = Dispatches, Code = dispatch });
            // A change replaces the message before it, a cancellation withdraws the whole chain (HIS 1154).
            document.Status = dispatch switch { "M" => CompositionStatus.Amended, "C" => CompositionStatus.EnteredInError, _ => CompositionStatus.Final };
        }

        // What is changed or cancelled is the whole chain: the message before, and the first one, whichever of them the journal has (they may come out of order).
        var code = Replaces(message) ? DocumentRelationshipType.Replaces : DocumentRelationshipType.Appends;
        var targets = new[] { message.Parent, Replaces(message) ? message.Conversation : null };
        foreach (var target in targets.Select(FhirWords.Text).OfType<string>().Select(Urn).Distinct(StringComparer.Ordinal))
            document.RelatesTo.Add(new CompositionRelatesTo { Code = code, Target = FhirWords.Identifier(MessageIds, target) });
    }

    private static bool Replaces(ClinicalMessage message) => message.Dispatch is "M" or "C";

    // First of all, for whoever opens the document: what they read before no longer holds.
    private static IEnumerable<string> Warning(ClinicalMessage message)
    {
        if (!Replaces(message))
            yield break;
        yield return message.Dispatch == "C"
            ? "KANSELLERT: Avsenderen trekker tilbake meldingen og alle endringer av den. Det som stod i dem, gjelder ikke."
            : "ENDRING: Meldingen erstatter i sin helhet det som er sendt før i samme sak. Bare den sist sendte gjelder, uansett i hvilken rekkefølge de kom.";
        yield return $"Sendt {Times.Of(message.Time)}. {(message.Dispatch == "C" ? "Kansellerer" : "Erstatter")} melding {FhirWords.Text(message.Parent) ?? "som ikke er oppgitt"}{(FhirWords.Text(message.Conversation) is { } first && first != message.Parent ? $"; den første i saken var {first}" : "")}.";
    }

    private static CompositionSection Entry(ClinicalEntry entry)
    {
        var text = FhirWords.Text(entry.Remark) is { } remark ? $"{entry.Text}\n{(entry.Path is ["Foresporsel"] ? "Begrunnelse" : "Merknad")}: {remark}" : entry.Text;
        var shown = FhirWords.Text(text.ReplaceLineEndings("\n"));
        var path = FhirWords.Text(string.Join(" / ", entry.Path));
        return new CompositionSection
        {
            Title = Heading(entry),
            Code = entry.Code is { } code ? new CodeableConcept { Coding = [FhirWords.Coding(code)] } : null,
            Extension = [.. JournalSections.Plain(shown), .. path is null ? [] : new[] { new Extension { Url = HubExtensions.Path, Value = path } }],
            Text = JournalSections.Narrative(shown),
        };
    }

    // What is marked as critical must not hide under a heading such as "Annet".
    private static string Heading(ClinicalEntry entry)
    {
        var section = entry.Path.Count > 0 ? FhirWords.Text(entry.Path[^1]) : null;
        var title = FhirWords.Text(entry.Code?.Display) ?? (section is null ? null : ClinicalLabels.Title(section) ?? section) ?? FhirWords.Text(entry.Code?.Code) ?? "Tekst";
        return section == "Cave/allergier" && title != section ? $"{title} ({section})" : title;
    }

    private static IEnumerable<string> About(ClinicalMessage message)
    {
        foreach (var sender in message.Senders)
            yield return $"Avsender: {Parties.Of(sender)}";
        if (message.Dispatch is { } dispatch)
            yield return $"Forsendelse: {dispatch switch { "N" => "ny", "M" => "endring, erstatter tidligere melding", "C" => "kansellering, tidligere melding trekkes tilbake", _ => dispatch }}";
        if (FhirWords.Text(message.Conversation) is { } conversation)
            yield return $"Tilhører dialog: {conversation}";
        if (FhirWords.Text(message.Parent) is { } parent)
            yield return $"Viser til melding: {parent}";
    }

    private static void Lines(IEnumerable<string> lines, string heading, JournalDocument document)
    {
        var text = string.Join('\n', lines);
        if (text.Length > 0)
            document.Sections.Add(new CompositionSection { Title = heading, Extension = JournalSections.Plain(text), Text = JournalSections.Narrative(text) });
    }

    private static void Files(ClinicalMessage message, JournalDocument document)
    {
        var files = new List<Reference>();
        foreach (var file in message.Attachments)
            files.Add(document.Add(File(FhirWords.Text(file.Title), file.MediaType, file.Content, document)));
        files.Add(document.Add(File("Meldingen som mottatt", "application/xml", message.Document, document)));
        document.Sections.Add(new CompositionSection
        {
            Title = message.Attachments.Count > 0 ? "Vedlegg" : "Meldingen som mottatt",
            Text = JournalSections.Narrative(string.Join('\n', message.Attachments.Select(a => FhirWords.Text(a.Title) ?? a.MediaType).Append("Meldingen som mottatt"))),
            Entry = files.ToFhirList(),
        });
    }

    private static DocumentReference File(string? title, string mediaType, ReadOnlyMemory<byte> content, JournalDocument document) => new()
    {
        Status = DocumentReferenceStatus.Current,
        Subject = document.Subject,
        Description = title,
        Content =
        [
            new DocumentReferenceContent
            {
                Attachment = new Attachment
                {
                    ContentType = FhirWords.Text(mediaType) ?? "application/octet-stream",
                    Title = title,
                    Data = content.IsEmpty ? null : Convert.ToBase64String(content.Span),
                },
            },
        ],
    };

    private static string Urn(string id) => Guid.TryParse(id, out var uuid) ? $"urn:uuid:{uuid:D}" : id;
}
