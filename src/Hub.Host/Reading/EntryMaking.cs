using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Core.Lookups;
using Hub.Core.Mappings;
using Hub.Core.Tenants;
using Hub.Fhir.Model;
using Hub.Mappings.Fhir.Reading;
using Measurement = Hub.Core.Content.Measurement;

namespace Hub.Host.Reading;

/// <summary>Makes resources of what partners gave, by the same writers as for pushed documents.</summary>
internal static class EntryMaking
{
    private const string What = "observations";

    /// <summary>Measurements and the scores of forms as Observations. A value that another in the same answer corrects is left out.</summary>
    /// <param name="look">Who looks.</param>
    /// <param name="gathered">What partners gave.</param>
    /// <param name="missing">What cannot be written is added here.</param>
    /// <returns>The Observations.</returns>
    public static IReadOnlyList<ReadEntry> Observations(Look look, Gathered gathered, List<Missing> missing)
    {
        var corrected = gathered.Found.Where(f => f.Finding.Content.Corrects is not null).Select(f => (f.Partner, f.Finding.Content.Corrects!)).ToHashSet();
        var entries = new List<ReadEntry>(gathered.Found.Count);
        foreach (var (partner, finding) in gathered.Found)
        {
            if (corrected.Contains((partner, finding.SourceId)))
                continue;
            switch (finding.Content)
            {
                case Measurement measurement when Written(ReadResources.Observation(EnvelopeOf(look, partner, finding), ContextOf(look, partner)), partner, measurement.Time, missing) is { } observation:
                    entries.Add(new ReadEntry(observation, measurement.Time, partner, GroupOf(observation, measurement.What)) { Measurement = measurement });
                    break;
                case QuestionnaireAnswers answers when Written(ReadResources.Form(EnvelopeOf(look, partner, finding), ContextOf(look, partner)), partner, answers.Time, missing) is { } form:
                    entries.AddRange(form.Scores.Select((s, i) => new ReadEntry(s, answers.Time, partner, GroupOf(s, answers.Scores[i].What))));
                    break;
            }
        }

        return entries;
    }

    /// <summary>Answered forms as QuestionnaireResponses, each with its scores.</summary>
    /// <param name="look">Who looks.</param>
    /// <param name="gathered">What partners gave.</param>
    /// <param name="missing">What cannot be written is added here.</param>
    /// <returns>The QuestionnaireResponses.</returns>
    public static IReadOnlyList<ReadEntry> Forms(Look look, Gathered gathered, List<Missing> missing)
    {
        var corrected = gathered.Found.Where(f => f.Finding.Content.Corrects is not null).Select(f => (f.Partner, f.Finding.Content.Corrects!)).ToHashSet();
        var entries = new List<ReadEntry>(gathered.Found.Count);
        foreach (var (partner, finding) in gathered.Found)
        {
            if (corrected.Contains((partner, finding.SourceId)) || finding.Content is not QuestionnaireAnswers answers)
                continue;
            if (Written(ReadResources.Form(EnvelopeOf(look, partner, finding), ContextOf(look, partner)), partner, answers.Time, missing) is { } form)
                entries.Add(new ReadEntry(form.Response, answers.Time, partner, answers.FormId) { Included = form.Scores });
        }

        return entries;
    }

    /// <summary>An envelope around a finding.</summary>
    /// <param name="look">Who looks.</param>
    /// <param name="partner">Whose it is.</param>
    /// <param name="finding">The finding.</param>
    /// <returns>The envelope; the patient is the one that was asked for, with the name that the partner has.</returns>
    public static Envelope EnvelopeOf(Look look, string partner, LookupFinding finding) => new(
        0, look.Reader.Tenant.Name, partner, finding.SourceId, finding.Patient with { Id = look.Patient }, finding.Content, finding.Updated ?? Gathering.TimeOf(finding.Content));

    /// <summary>For whom resources are made: the reader, as a receiver without settings of its own.</summary>
    /// <param name="look">Who looks.</param>
    /// <param name="partner">Whose it is.</param>
    /// <returns>The context.</returns>
    public static MappingContext ContextOf(Look look, string partner) => new(
        look.Reader.Tenant, new PartnerConfig(look.Reader.Tenant.Name, "reader", "fhir"), new DocumentIds(Guid.Empty, 0, 0, $"{look.Reader.Tenant.Name}/{partner}"));

    private static T? Written<T>(Result<T> made, string partner, ClinicalTime time, List<Missing> missing)
        where T : class
    {
        if (made.IsOk)
            return made.Value;
        missing.Add(new Missing(partner, What, made.Errors[0], time.Start, time.End ?? time.Start.AddTicks(1), IsPart: true));
        return null;
    }

    private static string GroupOf(Observation observation, string what) =>
        what is MeasurementKind.Other or MeasurementKind.FormScore ? string.Join('|', observation.Code?.Coding.Select(c => $"{c.System}|{c.Code}") ?? [observation.Code?.Text ?? ""]) : what;
}
