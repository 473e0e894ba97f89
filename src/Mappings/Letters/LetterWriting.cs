using Hub.Core.Content;
using Hub.Mappings.Ledger;

namespace Hub.Mappings.Letters;

/// <summary>Writes a content as a letter.</summary>
public static class LetterWriting
{
    /// <summary>The kinds that can be written.</summary>
    public static IReadOnlySet<ContentKind> Kinds { get; } = new HashSet<ContentKind>
    {
        ContentKind.Measurement, ContentKind.Alert, ContentKind.Note, ContentKind.Chat, ContentKind.Questionnaire, ContentKind.Plan, ContentKind.Trend, ContentKind.Handover, ContentKind.DeviceEvent,
    };

    /// <summary>Writes it.</summary>
    /// <param name="content">The content.</param>
    /// <param name="ledger">Takes a line for every field.</param>
    /// <returns>The letter; null for a kind that is not in <see cref="Kinds"/>.</returns>
    public static Letter? Of(HomeContent content, MappingLedger ledger)
    {
        ledger.Add(Line.Left("Codings.System", "Where a code system has no name that people know, its codes stand without its address"));
        return Write(content, ledger);
    }

    private static Letter? Write(HomeContent content, MappingLedger ledger) => content switch
    {
        Measurement m => TrendLetter.Of(m, ledger),
        MeasurementTrend t => TrendLetter.Of(t, ledger),
        Alert a => AlertLetter.Of(a, ledger),
        JournalNote n => NoteLetter.Of(n, ledger),
        ChatExcerpt c => ChatLetter.Of(c, ledger),
        QuestionnaireAnswers q => QuestionnaireLetter.Of(q, ledger),
        SelfTreatmentPlan p => PlanLetter.Of(p, ledger),
        CareHandover h => HandoverLetter.Of(h, ledger),
        DeviceEvent d => DeviceLetter.Of(d, ledger),
        _ => null,
    };
}
