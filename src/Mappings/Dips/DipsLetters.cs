using Hub.Core.Content;
using Hub.Core.Mappings;
using Hub.Fhir.Model;
using Hub.Mappings.Fhir;
using Hub.Mappings.Journal;
using Hub.Mappings.Ledger;
using Hub.Mappings.Letters;

namespace Hub.Mappings.Dips;

/// <summary>The words of a content for a document. Kinds that have no letter of their own are put together from the parts of the journal.</summary>
internal static class DipsLetters
{
    /// <summary>The kinds that can be written.</summary>
    public static IReadOnlySet<ContentKind> Kinds { get; } = new HashSet<ContentKind>(LetterWriting.Kinds) { ContentKind.Status, ContentKind.Clinical };

    /// <summary>The letter.</summary>
    public static Letter Of(Envelope envelope, MappingContext context, Reference subject, MappingLedger ledger) => envelope.Content switch
    {
        PatientStatus status => new Letter("Digital hjemmeoppfølging: endret status", status.Time, [.. StatusLetter.Of(status, ledger)]) { Author = status.DecidedBy },
        ClinicalMessage message => Clinical(message, new JournalDocument(envelope, context, DipsDocumentMapping.FormName, subject), ledger),
        var content => LetterWriting.Of(content, ledger) ?? throw new InvalidOperationException($"No letter writes {content.Kind}."),
    };

    private static Letter Clinical(ClinicalMessage message, JournalDocument document, MappingLedger ledger)
    {
        ClinicalPart.Write(message, document, ledger);
        ledger.AddIf(message.Entries.Any(e => e.Code?.System is not null), Line.Left("Entries.Code.System", "The list of a heading is in the message as received, which goes along"));
        var title = FhirWords.Text(message.Title) ?? message.MessageType;
        var sections = document.Sections.Select(s => new LetterSection(new LetterTopic(0, "", Heading(s)), null, Plain(s))).Where(s => s.Text.Length > 0);
        var head = new LetterLines();
        head.Add("Meldingstype", message.MessageType);
        head.Add("Meldingens nummer", message.MessageId);
        head.Add("Forsendelse", message.Dispatch);
        head.Add("Alvorlighet", JournalWords.Light(message.Triage));
        head.Add("Retter tidligere melding med nummer", message.Corrects);
        return new Letter(message.Dispatch switch { "C" => $"KANSELLERT: {title}", "M" => $"ENDRET: {title}", _ => title }, message.Time, [.. sections, .. head.Section(LetterTopic.Other)])
        {
            Author = message.Senders.LastOrDefault(s => s.Role == PartyRole.Practitioner),
        };
    }

    // Codes of headings are read beside their words, since lists of headings differ.
    private static string Heading(CompositionSection section) =>
        section.Code?.Coding is { Count: > 0 } codings && codings[0].Code is { } code ? $"{section.Title} ({code})" : section.Title ?? "Tekst";

    private static string Plain(CompositionSection section) => string.Join('\n', section.Extension.Select(e => e.Value switch
    {
        FhirString text when e.Url == HubExtensions.PlainText => text.Value,
        FhirString path when e.Url == HubExtensions.Path => $"[{path.Value}]",
        _ => null,
    }).Where(t => t is not null));
}
