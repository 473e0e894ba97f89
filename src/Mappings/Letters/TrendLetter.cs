using Hub.Core.Content;
using Hub.Mappings.Fhir;
using Hub.Mappings.Ledger;

namespace Hub.Mappings.Letters;

/// <summary>The last values of a period, or one value alone: a table as lines.</summary>
internal static class TrendLetter
{
    public static Letter Of(MeasurementTrend trend, MappingLedger ledger)
    {
        var topic = LetterTopic.Findings;
        ledger.Add(Line.To("Time", topic.Name));
        ledger.AddIf(trend.Values.Count > 0, Line.To("Values", topic.Name));
        ledger.AddIf(FhirWords.Text(trend.Comment) is not null, Line.To("Comment", LetterTopic.Course.Name));
        ledger.AddIf(trend.Author is not null, Line.To("Author", topic.Name));
        var lines = new LetterLines();
        lines.Add("Periode", Times.Of(trend.Time));
        lines.Add("Satt sammen av", trend.Author is { } author ? Parties.Of(author) : null);
        lines.Shared(trend, ledger, topic);
        lines.Add(trend.Values.SelectMany(v => MeasurementWords.Lines(v, ledger.Under("Values"), topic)));
        var comment = new LetterLines();
        comment.Add(trend.Comment);
        return new Letter("Siste målinger fra digital hjemmeoppfølging", trend.Time, [.. comment.Section(LetterTopic.Course), .. lines.Section(topic, "Målinger i digital hjemmeoppfølging")])
        {
            Author = trend.Author,
        };
    }

    public static Letter Of(Measurement measurement, MappingLedger ledger)
    {
        var lines = new LetterLines();
        lines.Add(MeasurementWords.Lines(measurement, ledger, LetterTopic.Findings));
        return new Letter("Måling fra digital hjemmeoppfølging", measurement.Time, [.. lines.Section(LetterTopic.Findings, "Måling i digital hjemmeoppfølging")])
        {
            Author = measurement.Performers.FirstOrDefault(p => p.Role == PartyRole.Practitioner),
        };
    }
}
