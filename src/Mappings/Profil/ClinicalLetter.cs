using Hub.Core.Content;
using Hub.Mappings.Fhir;
using Hub.Mappings.Journal;
using Hub.Mappings.Ledger;
using Hub.Mappings.Letters;

namespace Hub.Mappings.Profil;

/// <summary>A message of the national message network in words: first what it replaces, then its facts and texts under the headings they came with. The message as received goes along as a file.</summary>
internal static class ClinicalLetter
{
    public static Letter Of(ClinicalMessage m, MappingLedger ledger)
    {
        Account(m, ledger);
        var facts = FactWords.Of(m.Facts);
        var sections = new List<LetterSection>(About(m).Section(Heading("Om meldingen")));
        sections.AddRange(facts.Where(f => ClinicalLabels.First.Contains(f.Title)).Select(Fact));
        sections.AddRange(m.Entries.Select(Entry));
        sections.AddRange(facts.Where(f => !ClinicalLabels.First.Contains(f.Title)).Select(Fact));
        var title = FhirWords.Text(m.Title) ?? m.MessageType;
        return new Letter(m.Dispatch switch { "C" => $"KANSELLERT: {title}", "M" => $"ENDRET: {title}", _ => title }, m.Time, sections)
        {
            Author = m.Senders.LastOrDefault(s => s.Role == PartyRole.Practitioner) ?? (m.Senders is [var first, ..] ? first : null),
        };
    }

    private static LetterLines About(ClinicalMessage m)
    {
        var lines = new LetterLines();
        if (m.Dispatch is "C")
            lines.Add("Avsenderen trekker tilbake meldingen og alle endringer av den. Det som stod i dem, gjelder ikke.");
        if (m.Dispatch is "M")
            lines.Add("Meldingen erstatter i sin helhet det som er sendt før i samme sak. Bare den sist sendte gjelder.");
        lines.Add("Meldingstype", m.MessageType);
        lines.Add("Meldingens nummer", m.MessageId);
        lines.Add("Sendt", Times.Of(m.Time));
        lines.Add("Forsendelse", m.Dispatch);
        lines.Add("Alvorlighet", JournalWords.Light(m.Triage));
        foreach (var sender in m.Senders)
            lines.Add("Avsender", Parties.Of(sender));
        lines.Add("Tilhører dialog", m.Conversation);
        lines.Add("Viser til melding", m.Parent);
        return lines;
    }

    private static LetterSection Entry(ClinicalEntry entry)
    {
        var lines = new LetterLines();
        lines.Add(string.Join(" / ", entry.Path));
        lines.Add(entry.Text);
        lines.Add("Merknad", entry.Remark);
        var title = FhirWords.Text(entry.Code?.Display) ?? (entry.Path.Count > 0 ? ClinicalLabels.Title(entry.Path[^1]) : null) ?? "Tekst";
        return new LetterSection(Heading(FhirWords.Text(entry.Code?.Code) is { } code ? $"{title} ({code})" : title), null, lines.Text);
    }

    private static LetterSection Fact((string Title, IReadOnlyList<string> Lines) fact) => new(Heading(fact.Title), null, string.Join('\n', fact.Lines));

    private static LetterTopic Heading(string title) => new(0, "", title);

    private static void Account(ClinicalMessage m, MappingLedger ledger)
    {
        foreach (var (field, present) in new[]
        {
            ("MessageType", true), ("MessageId", true), ("Time", true), ("Title", m.Title is not null), ("Senders", m.Senders.Count > 0), ("Entries", m.Entries.Count > 0), ("Facts", m.Facts.Count > 0),
            ("Conversation", m.Conversation is not null), ("Parent", m.Parent is not null), ("Dispatch", m.Dispatch is not null), ("Triage", m.Triage != Triage.None),
        })
            ledger.AddIf(present, Line.To(field, "journalnotat/avsnitt"));
        ledger.Add(Line.To("Document", "vedlegg/fil"));
        ledger.AddIf(m.Attachments.Count > 0, Line.To("Attachments", "vedlegg/fil"));
        const string received = "It stands in the message as received, which goes along";
        ledger.AddIf(m.Entries.Any(e => e.Code?.System is not null), Line.Left("Entries.Code.System", received));
        ledger.AddIf(m.Facts.Any(f => f.Code?.System is not null), Line.Left("Facts.Code.System", received));
        ledger.AddIf(m.Facts.Any(FactWords.IsCodeSilent), Line.Left("Facts.Code.Code", received));
        ledger.AddIf(m.Facts.Any(FactWords.IsHidden), Line.Left("Facts.Value", received));
        ledger.AddIf(m.Transport.Count > 0, Line.Left("Transport", "It tells how the message came, and stands on the timeline"));
        ledger.AddIf(m.Refusals.Count > 0, Line.Left("Refusals", "They go back to the sender in the receipt; a refused message goes to no journal"));
    }
}
