using System.Globalization;
using Spectre.Console;

namespace Hub.Host.Demo;

/// <summary>The tables of a board.</summary>
internal static class BoardTables
{
    /// <summary>What came in and where it went.</summary>
    public static Table Contents(IReadOnlyList<BoardLine> lines)
    {
        var table = Table("tenant", "content", "route", ">in", ">deliveries", ">delivered", ">waiting", ">dead", ">retries", ">p50", ">p99");
        string? last = null;
        foreach (var line in lines)
        {
            if (last is not null && last != line.Tenant)
                table.AddEmptyRow();
            table.AddRow(
                line.Tenant == last ? "" : $"[bold]{line.Tenant}[/]",
                line.Content,
                line.Route ?? "[grey]no route[/]",
                Number(line.In),
                Number(line.Deliveries),
                Number(line.Delivered, "green"),
                Number(line.Waiting, "yellow"),
                Number(line.Dead, "red"),
                Number(line.Retries, "yellow"),
                Time(line.P50),
                Time(line.P99));
            last = line.Tenant;
        }
        return table;
    }

    /// <summary>The journals and the way to them.</summary>
    public static Table Journals(IReadOnlyList<BoardPartner> partners)
    {
        var table = Table("journal of", "state", "circuit", ">in flight", ">waiting", ">effects", ">repeats dropped", ">refused");
        foreach (var p in partners)
        {
            table.AddRow(
                $"[bold]{p.Tenant}[/]",
                p.Fault.Length == 0 ? "[green]up[/]" : $"[red]{Markup.Escape(p.Fault)}[/]",
                p.Circuit == "closed" ? "[green]closed[/]" : $"[red]{p.Circuit}[/]",
                Number(p.InFlight),
                Number(p.Waiting, "yellow"),
                Number(p.Effects, "green"),
                Number(p.Repeats),
                Number(p.Refused, "red"));
        }
        return table;
    }

    /// <summary>The message network as hospital and GP see it.</summary>
    public static Table Counterparts(IReadOnlyList<BoardCounterpart> counterparts)
    {
        var table = Table("message network of", "counterpart", ">letters to hub", ">acked", ">AppRec OK", ">rejected", ">open", ">taken from hub", ">repeats answered", ">faults of hub");
        foreach (var c in counterparts)
        {
            var answers = c.Report.Sent - c.Report.Effects;
            table.AddRow(
                $"[bold]{c.Tenant}[/]",
                c.Name,
                Number(answers),
                Number(c.Report.Signals.AcksReceived),
                Number(c.Report.Accepted, "green"),
                Number(c.Report.Rejected, "red"),
                Number(c.Report.Open, "yellow"),
                Number(c.Report.Effects, "green"),
                Number(c.Report.Signals.Repeats),
                Number(c.Report.Faults, "red"));
        }
        return table;
    }

    /// <summary>The latest errors.</summary>
    public static Table Errors(IReadOnlyList<BoardError> errors)
    {
        var table = Table("latest errors", "delivery", "patient", "content", "code", "what");
        foreach (var e in errors)
        {
            table.AddRow(
                e.At.ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture),
                e.Delivery,
                $"{e.Tenant} {e.Patient}",
                e.Content,
                e.IsDead ? $"[red]{e.Code}[/]" : $"[yellow]{e.Code}[/]",
                Markup.Escape((e.IsDead ? "dead: " : "again: ") + CodeTitles.Of(e.Code)));
        }
        return table;
    }

    private static Table Table(params IEnumerable<string> columns)
    {
        var table = new Table { Border = TableBorder.Rounded, BorderStyle = new Style(Color.Grey) };
        foreach (var column in columns)
            table.AddColumn(column[0] == '>' ? new TableColumn(column[1..]).RightAligned() : new TableColumn(column));
        return table;
    }

    private static string Number(long value, string color = "default") =>
        value == 0 ? "[grey]·[/]" : $"[{color}]{value.ToString(CultureInfo.InvariantCulture)}[/]";

    private static string Time(TimeSpan? time) => TimeText.Of(time) is { Length: > 0 } text ? text : "[grey]·[/]";
}
