using System.Globalization;
using Hub.Core.Deliveries;
using Spectre.Console;

namespace Hub.Host.Demo;

/// <summary>The end of a demo for people, and its last line for scripts.</summary>
internal static class Summary
{
    private const int MostShown = 50;

    /// <summary>Prints it.</summary>
    /// <param name="console">Where to.</param>
    /// <param name="result">How the demo ended.</param>
    /// <param name="tenants">Tenants in the order of the feeds.</param>
    public static void Print(IAnsiConsole console, DemoResult result, IReadOnlyList<string> tenants)
    {
        console.WriteLine();
        console.Write(BoardTables.Contents(result.Board.Lines));
        console.Write(BoardTables.Journals(result.Board.Partners));
        console.Write(BoardTables.Counterparts(result.Board.Counterparts));
        Deaths(console, result);
        foreach (var (tenant, feed) in tenants.Zip(result.Feeds))
            Line(console, $"{tenant}: the vendor sent {feed.Entries.Count} events, {feed.Taken} were taken ({feed.Repeats} sent twice and taken once), {feed.Refused} refused, {feed.Unknown} unanswered");
        Line(console, $"{tenants[DemoHub.OnNetwork]}: the vendor was told to pause follow-up {result.Stays.Count(s => s.State == "paused")} times and to go on {result.Stays.Count(s => s.State == "included")} times");
        Verdict(console, result);
    }

    /// <summary>The last line: scripts rely on it.</summary>
    /// <param name="result">How the demo ended.</param>
    /// <returns>The line.</returns>
    public static string LastLine(DemoResult result) => string.Create(
        CultureInfo.InvariantCulture,
        $"accepted {result.Board.Ledger.Accepted} = delivered {result.Board.Ledger.Delivered} + dead-lettered {result.Board.Ledger.DeadLettered} + pending {result.Board.Ledger.Pending}");

    private static void Deaths(IAnsiConsole console, DemoResult result)
    {
        var dead = result.Messages
            .SelectMany(m => m.Deliveries.Where(d => d.Row.State == DeliveryState.DeadLettered).Select(d => (m.Message.Tenant, Code: d.ErrorCode ?? "?")))
            .CountBy(x => x)
            .OrderBy(x => x.Key.Tenant, StringComparer.Ordinal);
        foreach (var ((tenant, code), count) in dead)
            Line(console, $"{tenant}: {count} dead letters {code}: {CodeTitles.Of(code)}");
    }

    private static void Verdict(IAnsiConsole console, DemoResult result)
    {
        if (result.Differences.Count == 0)
        {
            Line(console, "in = out: every event that was answered 202 is stored once, and every delivered one took effect once, in order, in the right journal; every letter to and from hospital and GP ended in one effect, an acknowledgment and an AppRec");
            return;
        }
        Line(console, $"in is NOT out; {result.Differences.Count} differences:");
        foreach (var difference in result.Differences.Take(MostShown))
            Line(console, $"  {difference}");
    }

    private static void Line(IAnsiConsole console, string text) => console.Write(new Text(text + Environment.NewLine));
}
