using Hub.Core.Content;
using Hub.Mappings.Fhir;
using Hub.Mappings.Ledger;

namespace Hub.Mappings.Journal;

/// <summary>Mapping <c>journal.chat</c>.</summary>
public sealed class ChatMapping : JournalMapping<ChatExcerpt>
{
    /// <summary>Makes it.</summary>
    public ChatMapping()
        : base("journal.chat", ContentKind.Chat)
    {
    }

    private protected override void Write(ChatExcerpt content, JournalDocument document, MappingLedger ledger)
    {
        document.Title = "Utdrag fra chat";
        document.Date = FhirTimes.Start(content.Time);
        document.Author(content.ChosenBy);
        ChatPart.Write(content, document, ledger);
    }
}
