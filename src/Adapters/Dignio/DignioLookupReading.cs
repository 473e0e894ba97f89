using System.Text.Json;
using Hub.Adapters.Json;
using Hub.Core.Adapters;
using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Core.Lookups;

namespace Hub.Adapters.Dignio;

/// <summary>Reads the answer to a question: <c>{"events": [...], "more": false}</c>, events as the webhook sends them.</summary>
internal static class DignioLookupReading
{
    /// <summary>Reads it.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="question">The question as it was sent.</param>
    /// <param name="query">The question.</param>
    /// <returns>What was found; an answer about another patient is not used at all, and an event that cannot be understood makes the rest incomplete.</returns>
    public static Result<LookupAnswer> Read(InboundMessage answer, DignioLookupQuestion question, LookupQuery query)
    {
        using var document = JsonInput.Open(answer.Body, out _);
        if (document?.RootElement is not { ValueKind: JsonValueKind.Object } root || !root.TryGetProperty("events"u8, out var events) || events.ValueKind != JsonValueKind.Array)
            return LookupErrors.Unreadable.At();

        // A system that does not say whether there is more has not said that this is all.
        var complete = root.TryGetProperty("more"u8, out var more) && more.ValueKind == JsonValueKind.False;
        var findings = new List<LookupFinding>(events.GetArrayLength());
        foreach (var item in events.EnumerateArray())
        {
            var read = EventReader.Read(item, $"$.events[{findings.Count}]", answer);
            if (read.Events is not [var told])
            {
                complete = false;
                continue;
            }

            if (told.Patient.Id.Value != question.Patient.Value)
                return LookupErrors.Unreadable.At(detail: "The answer is about another patient; nothing of it was used");
            if (told.Content.Kind == question.Kind)
                findings.Add(new LookupFinding(told.SourceId, told.Patient, told.Content));
            else
                complete = false;
        }

        return findings.Count == 0 && !complete && events.GetArrayLength() > 0
            ? LookupErrors.Unreadable.At()
            : Bounded(findings, query, complete);
    }

    private static LookupAnswer Bounded(List<LookupFinding> findings, LookupQuery query, bool complete)
    {
        var newest = findings.OrderByDescending(f => TimeOf(f.Content)).ThenByDescending(f => (f.Content as SelfTreatmentPlan)?.Version ?? 0).ToArray();
        var limit = query switch
        {
            LookupQuery.MeasurementsOf q => q.Limit,
            LookupQuery.AnswersOf q => q.Limit,
            _ => int.MaxValue,
        };
        return newest.Length <= limit ? new LookupAnswer(newest, complete) : new LookupAnswer(newest[..limit], false);
    }

    private static DateTimeOffset TimeOf(HomeContent content) => content switch
    {
        Measurement m => m.Time.Start,
        QuestionnaireAnswers q => q.Time.Start,
        SelfTreatmentPlan p => p.Time.Start,
        _ => DateTimeOffset.MinValue,
    };
}
