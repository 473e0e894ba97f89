using System.Text.Json;

namespace Hub.Host.Commands;

/// <summary>Simulations for people.</summary>
internal static class SimulationTables
{
    private static readonly string[] Changes = ["gained", "lost", "changed", "failed", "same"];

    /// <summary>Prints what would become of messages.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="reports">Answers of the hub by tenant.</param>
    public static void Print(TextWriter output, IReadOnlyList<(string Tenant, JsonElement Report)> reports)
    {
        var table = Terminal.Table(["TENANT", "ROUTE", "PARTNER", .. Changes.Select(c => c.ToUpperInvariant()), "EXAMPLES"]);
        foreach (var (tenant, report) in reports)
        {
            foreach (var route in report.GetProperty("routes").EnumerateArray())
            {
                var (name, partner) = (route.GetProperty("route").GetString(), route.GetProperty("partner").GetString());
                table.Row([tenant, name, partner, .. Changes.Select(c => route.GetProperty(c).GetRawText()), Examples(report, name, partner)]);
            }
        }

        Terminal.Print(output, table);
        foreach (var (tenant, report) in reports)
        {
            var more = report.GetProperty("more").GetBoolean() ? "; there are older ones (--limit)" : "";
            output.WriteLine($"{tenant}: {report.GetProperty("messages")} messages tried, {report.GetProperty("refused")} of them refused, {report.GetProperty("skipped")} skipped{more}");
            if (Examples(report, null, null) is { Length: > 0 } refused)
                output.WriteLine($"{tenant}: refused {refused}");
        }
    }

    private static string Examples(JsonElement report, string? route, string? partner) => string.Join(
        ", ",
        report.GetProperty("examples").EnumerateArray()
            .Where(e => Text(e, "route") == route && Text(e, "partner") == partner)
            .Select(e => $"{Text(e, "message")} {Text(e, "change")}{(Text(e, "code") is { } code ? $" {code}" : "")}"));

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() : null;
}
