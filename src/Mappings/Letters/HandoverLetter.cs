using Hub.Core.Content;
using Hub.Mappings.Fhir;
using Hub.Mappings.Ledger;

namespace Hub.Mappings.Letters;

/// <summary>A handover of responsibility: what was agreed, from whom to whom and when, the services, the last values and the plan in force.</summary>
internal static class HandoverLetter
{
    public static Letter Of(CareHandover handover, MappingLedger ledger)
    {
        foreach (var (field, present, target) in new[]
        {
            ("Time", true, LetterTopic.Practical.Name), ("Stage", true, LetterTopic.Practical.Name), ("Reason", handover.Reason is not null, LetterTopic.Practical.Name), ("From", handover.From is not null, LetterTopic.Practical.Name), ("To", handover.To is not null, LetterTopic.Practical.Name),
            ("Services", handover.Services.Count > 0, LetterTopic.Practical.Name), ("LastValues", handover.LastValues.Count > 0, LetterTopic.Findings.Name),
            ("Plan", handover.Plan is not null, LetterTopic.NextSteps.Name), ("Author", handover.Author is not null, LetterTopic.Practical.Name),
        })
            ledger.AddIf(present, Line.To(field, target));
        ledger.Add(Line.Left("HandoverId", "The source's own numbers mean nothing to the receiver"));
        ledger.AddIf(handover.Services.Any(ServiceNames.IsListed), Line.To("Services.System", ServiceNames.List));
        var practical = new LetterLines();
        practical.Add(Headline(handover.Stage), Times.Of(handover.Time));
        practical.Add("Begrunnelse", handover.Reason);
        practical.Add("Fra", handover.From is { } giver ? Parties.Of(giver) : null);
        practical.Add("Til", handover.To is { } taker ? Parties.Of(taker) : null);
        practical.Add("Skrevet av", handover.Author is { } author ? Parties.Of(author) : null);
        practical.Add("Tjenester", string.Join("; ", handover.Services.Select(Service)));
        practical.Shared(handover, ledger, LetterTopic.Practical);
        var findings = new LetterLines();
        findings.Add(handover.LastValues.SelectMany(v => MeasurementWords.Lines(v, ledger.Under("LastValues"), LetterTopic.Findings)));
        var plan = handover.Plan is { } inForce ? PlanLetter.Sections(inForce, ledger.Under("Plan")) : [];
        return new Letter("Overføring av ansvar for oppfølging", handover.Time,
        [
            .. SectionWords.Of(handover.Summary, LetterTopic.Summary, ledger, "Summary"),
            .. plan.Where(s => s.Topic == LetterTopic.Problem),
            .. findings.Section(LetterTopic.Findings, "Siste målinger"),
            .. plan.Where(s => s.Topic != LetterTopic.Problem),
            .. practical.Section(LetterTopic.Practical),
        ])
        {
            Author = handover.Author,
            Plan = handover.Plan,
            Services = handover.Services,
            Conditions = handover.Plan?.Conditions ?? [],
        };
    }

    /// <summary>What the time of a handover is the time of.</summary>
    public static string Headline(HandoverStage stage) => stage switch
    {
        HandoverStage.Proposed => "Forespørsel om å overta oppfølgingen fra",
        HandoverStage.Accepted => "Forespørselen er godtatt, ansvaret overføres",
        HandoverStage.Refused => "Forespørselen er avslått, gjaldt overføring",
        HandoverStage.Withdrawn => "Forespørselen er trukket tilbake, gjaldt overføring",
        _ => "Ansvaret for oppfølgingen overføres",
    };

    /// <summary>A service in words: the source's, or those of the list; a code of another list with its list.</summary>
    public static string Service(Coding service) => ServiceNames.IsListed(service)
        ? (FhirWords.Text(service.Display) ?? ServiceNames.Of(service.Code)) is { } name ? $"{name} ({service.Code})" : service.Code
        : ConceptWords.Of(new Concept([service]));
}
