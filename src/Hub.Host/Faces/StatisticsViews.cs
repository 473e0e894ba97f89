using System.Globalization;
using System.Text;
using System.Text.Json;
using Hub.Core.Content;
using Hub.Core.Storage;
using Hub.Host.Faces.Operators;

namespace Hub.Host.Faces;

/// <summary>Counts in JSON and CSV.</summary>
internal static class StatisticsViews
{
    private const string Header = "day,source,partner,content,triage,messages,deliveries,delivered,failed,pending,retried,medianDelayMs,p95DelayMs";

    /// <summary>As JSON.</summary>
    public static void Json(Utf8JsonWriter json, (StatisticsFilter Filter, IReadOnlyList<DailyCount> Counts) page)
    {
        json.WriteStartObject();
        json.WriteString("tenant", page.Filter.Tenant);
        json.WriteString("from", Day(page.Filter.From));
        json.WriteString("to", Day(page.Filter.To));
        json.WriteStartArray("lines");
        foreach (var count in page.Counts)
            Line(json, count);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>As CSV (RFC 4180): a header, CRLF after every line, numbers without separators, nothing where there is no value.</summary>
    /// <param name="counts">The counts.</param>
    /// <returns>The text.</returns>
    public static string Csv(IReadOnlyList<DailyCount> counts)
    {
        var text = new StringBuilder(Header).Append("\r\n");
        foreach (var c in counts)
        {
            text.Append(CultureInfo.InvariantCulture, $"{Day(c.Day)},{Cell(c.Source)},{Cell(c.Partner)},{c.Content.Name()},{OperatorViews.Name(c.Triage)},")
                .Append(CultureInfo.InvariantCulture, $"{c.Messages},{c.Deliveries},{c.Delivered},{c.Failed},{c.Pending},{c.Retried},{c.MedianDelayMs},{c.P95DelayMs}\r\n");
        }

        return text.ToString();
    }

    private static void Line(Utf8JsonWriter json, DailyCount count)
    {
        json.WriteStartObject();
        json.WriteString("day", Day(count.Day));
        json.WriteString("source", count.Source);
        json.WriteString("partner", count.Partner);
        json.WriteString("content", count.Content.Name());
        json.WriteString("triage", OperatorViews.Name(count.Triage));
        json.WriteNumber("messages", count.Messages);
        json.WriteNumber("deliveries", count.Deliveries);
        json.WriteNumber("delivered", count.Delivered);
        json.WriteNumber("failed", count.Failed);
        json.WriteNumber("pending", count.Pending);
        json.WriteNumber("retried", count.Retried);
        if (count.MedianDelayMs is { } median)
            json.WriteNumber("medianDelayMs", median);
        if (count.P95DelayMs is { } most)
            json.WriteNumber("p95DelayMs", most);
        json.WriteEndObject();
    }

    // Names of partners need no quotes today; a cell that does not is not quoted.
    private static string Cell(string text) =>
        text.AsSpan().IndexOfAny("\",\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Day(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}
