using Hub.Adapters.Json;
using Hub.Core.Content;
using Hub.Core.Errors;

namespace Hub.Adapters.Dignio;

/// <summary>The last values of a period, put together for a treater elsewhere.</summary>
internal static class TrendReader
{
    private static readonly Shape Body = new("from", "to", "values", "comment", "author");

    public static MeasurementTrend? Read(Fields at, ClinicalTime? time)
    {
        if (at.Object("trend", Body, required: true) is not { } body)
            return null;
        var start = body.Time("from", required: true);
        var to = body.Time("to");
        var end = to ?? time;
        if (start is not null && end is not null && end.Start < start.Start)
            body.Fail(IntakeErrors.BadFormat, to is null ? "from" : "to", "The period ends before it starts.");
        if (to is not null && time is not null && to.Start != time.Start)
            at.Findings.LeaveOut(at.PathOf("occurredAt"), "A trend carries its period, not when it was put together.");
        var values = MeasurementReader.ReadList(body, "values", required: true);
        var comment = body.Text("comment");
        var author = PartyReader.Read(body, "author");
        return start is null || end is null || values.Count == 0 ? null : new MeasurementTrend(start with { End = end.Start }, [.. values.OrderBy(v => v.Time.Start)])
        {
            Comment = comment is null ? null : PlainText.From(comment, body.Findings, body.PathOf("comment")),
            Author = author,
        };
    }
}
