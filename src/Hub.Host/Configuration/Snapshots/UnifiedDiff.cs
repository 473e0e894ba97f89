using System.Globalization;
using System.Text;

namespace Hub.Host.Configuration.Snapshots;

/// <summary>The difference of two texts as <c>diff -u</c> writes it. Pure.</summary>
internal static class UnifiedDiff
{
    private const int Context = 3;

    /// <summary>Compares two texts.</summary>
    /// <param name="before">The earlier text; null when there was no such file.</param>
    /// <param name="after">The later text; null when there is none any more.</param>
    /// <param name="name">Name of the file in the headings.</param>
    /// <returns>The difference; empty when there is none.</returns>
    public static string Of(string? before, string? after, string name)
    {
        if (before == after)
            return "";
        var (a, b) = (Lines(before ?? ""), Lines(after ?? ""));
        var text = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"--- {(before is null ? "/dev/null" : $"a/{name}")}\n+++ {(after is null ? "/dev/null" : $"b/{name}")}\n");
        foreach (var hunk in Hunks(LineChanges.Between(a, b)))
            Write(text, hunk, a, b);
        return text.ToString();
    }

    // The last line of a text that does not end its line carries the remark, so that it differs from the same line with an end.
    private static List<string> Lines(string text)
    {
        var lines = text.Split('\n').ToList();
        if (lines[^1].Length == 0)
            lines.RemoveAt(lines.Count - 1);
        else
            lines[^1] += "\n\\ No newline at end of file";
        return lines;
    }

    // Changes whose surroundings touch stand in one hunk.
    private static List<List<LineChange>> Hunks(IReadOnlyList<LineChange> changes)
    {
        var hunks = new List<List<LineChange>>();
        foreach (var change in changes)
        {
            if (hunks.Count > 0 && change.BeforeStart - hunks[^1][^1].BeforeEnd <= 2 * Context)
                hunks[^1].Add(change);
            else
                hunks.Add([change]);
        }

        return hunks;
    }

    private static void Write(StringBuilder text, List<LineChange> hunk, List<string> a, List<string> b)
    {
        var (from, to) = (Math.Max(0, hunk[0].BeforeStart - Context), Math.Min(a.Count, hunk[^1].BeforeEnd + Context));
        var fromAfter = hunk[0].AfterStart - (hunk[0].BeforeStart - from);
        var toAfter = hunk[^1].AfterEnd + (to - hunk[^1].BeforeEnd);
        text.Append("@@ -").Append(Range(from, to)).Append(" +").Append(Range(fromAfter, toAfter)).Append(" @@\n");
        foreach (var change in hunk)
        {
            Append(text, ' ', a, from, change.BeforeStart);
            Append(text, '-', a, change.BeforeStart, change.BeforeEnd);
            Append(text, '+', b, change.AfterStart, change.AfterEnd);
            from = change.BeforeEnd;
        }

        Append(text, ' ', a, from, to);
    }

    // An empty range names the line before it; a range of one line has no length.
    private static string Range(int from, int to) => (to - from) switch
    {
        0 => string.Create(CultureInfo.InvariantCulture, $"{from},0"),
        1 => (from + 1).ToString(CultureInfo.InvariantCulture),
        var length => string.Create(CultureInfo.InvariantCulture, $"{from + 1},{length}"),
    };

    private static void Append(StringBuilder text, char mark, List<string> lines, int from, int to)
    {
        for (var i = from; i < to; i++)
            text.Append(mark).Append(lines[i]).Append('\n');
    }
}
