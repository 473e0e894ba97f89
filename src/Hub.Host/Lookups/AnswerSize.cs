using Hub.Core.Content;
using Hub.Core.Lookups;

namespace Hub.Host.Lookups;

/// <summary>How much memory an answer takes, rather too much than too little: what bounds the kept answers.</summary>
internal static class AnswerSize
{
    private const long Record = 1024;
    private const long Part = 256;

    /// <summary>Estimates an answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <returns>Bytes.</returns>
    public static long Of(LookupAnswer answer) => Part + answer.Findings.Sum(f => Record + Of(f.Content));

    private static long Of(HomeContent content) => content switch
    {
        Measurement m => Record + (Part * (m.Thresholds.Count + m.Components.Sum(c => 2 + c.Thresholds.Count) + m.Identifiers.Count + m.Performers.Count)) + Texts(m.Notes),
        QuestionnaireAnswers q => (Part * (q.Scores.Count + q.Identifiers.Count)) + q.Items.Sum(Of),
        SelfTreatmentPlan p => Text(p.Description) + p.Zones.Sum(z => Part + Text(z.Condition) + Text(z.Action) + (Part * z.Thresholds.Count)) + Of(p.Medications) + Of(p.Activities) + Of(p.Diet),
        Personalia p => Part * (8 + p.Addresses.Count + p.Telecoms.Count + (2 * p.Contacts.Count) + p.Services.Count),
        JournalNote n => n.Sections.Sum(Of) + n.Attached.Sum(Of),
        _ => 4 * Record,
    };

    private static long Of(AnsweredItem item) => Part + Text(item.Question) + item.Answers.Sum(a => Part + Text(a.Text)) + item.Items.Sum(Of);

    private static long Of(NoteSection section) => Part + Text(section.Text) + section.Sections.Sum(Of);

    private static long Of(IReadOnlyList<PlanPart> parts) => parts.Sum(p => Part + Text(p.Title) + Text(p.Instruction));

    private static long Texts(IReadOnlyList<string> texts) => texts.Sum(Text);

    private static long Text(string? text) => 2L * (text?.Length ?? 0);
}
