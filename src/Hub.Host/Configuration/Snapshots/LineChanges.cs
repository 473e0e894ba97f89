namespace Hub.Host.Configuration.Snapshots;

/// <summary>Lines of an earlier text that stand differently in a later one. Ends are exclusive.</summary>
internal readonly record struct LineChange(int BeforeStart, int BeforeEnd, int AfterStart, int AfterEnd);

/// <summary>The smallest change that makes one text of another, by lines (Myers, "An O(ND) Difference Algorithm and Its Variations", 1986). Pure.</summary>
internal static class LineChanges
{
    /// <summary>Texts that differ in more lines than this are told as replaced as a whole: nobody reads such a difference line by line, and the search grows with its square.</summary>
    private const int MostEdits = 1500;

    /// <summary>Compares two texts.</summary>
    /// <param name="before">Lines of the earlier text.</param>
    /// <param name="after">Lines of the later text.</param>
    /// <returns>The changes in order; empty when there are none.</returns>
    public static IReadOnlyList<LineChange> Between(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var (start, endA, endB) = (0, before.Count, after.Count);
        while (start < endA && start < endB && before[start] == after[start])
            start++;
        while (endA > start && endB > start && before[endA - 1] == after[endB - 1])
            (endA, endB) = (endA - 1, endB - 1);
        if (start == endA && start == endB)
            return [];
        if (start == endA || start == endB || Paths(before, after, start, endA, endB) is not { } paths)
            return [new LineChange(start, endA, start, endB)];
        return Back(paths, start, endA - start, endB - start);
    }

    // For every number of edits: how far each diagonal reaches. Null when there are too many.
    private static List<int[]>? Paths(IReadOnlyList<string> before, IReadOnlyList<string> after, int start, int endA, int endB)
    {
        var (n, m) = (endA - start, endB - start);
        var most = Math.Min(n + m, MostEdits);
        var (paths, reach) = (new List<int[]>(), new int[(2 * most) + 3]);
        for (var d = 0; d <= most; d++)
        {
            for (var k = -d; k <= d; k += 2)
            {
                var x = Down(reach, most, k, d) ? reach[most + 1 + k + 1] : reach[most + 1 + k - 1] + 1;
                while (x < n && x - k < m && x - k >= 0 && before[start + x] == after[start + x - k])
                    x++;
                reach[most + 1 + k] = x;
                if (x >= n && x - k >= m)
                {
                    paths.Add(reach[(most + 1 - d)..(most + 2 + d)]);
                    return paths;
                }
            }

            paths.Add(reach[(most + 1 - d)..(most + 2 + d)]);
        }

        return null;
    }

    private static bool Down(int[] reach, int most, int k, int d) => k == -d || (k != d && reach[most + k] < reach[most + 2 + k]);

    private static List<LineChange> Back(List<int[]> paths, int start, int n, int m)
    {
        var (changes, x, y) = (new List<LineChange>(), n, m);
        for (var d = paths.Count - 1; d > 0; d--)
        {
            var (reach, k) = (paths[d - 1], x - y);
            int Reach(int diagonal) => Math.Abs(diagonal) <= d - 1 ? reach[diagonal + d - 1] : -1;
            var down = k == -d || (k != d && Reach(k - 1) < Reach(k + 1));
            var fromX = Reach(down ? k + 1 : k - 1);
            var fromY = fromX - (down ? k + 1 : k - 1);
            Add(changes, down ? new LineChange(fromX, fromX, fromY, fromY + 1) : new LineChange(fromX, fromX + 1, fromY, fromY), start);
            (x, y) = (fromX, fromY);
        }

        changes.Reverse();
        return changes;
    }

    // Edits come last first; those that touch are one change.
    private static void Add(List<LineChange> changes, LineChange edit, int start)
    {
        var moved = new LineChange(edit.BeforeStart + start, edit.BeforeEnd + start, edit.AfterStart + start, edit.AfterEnd + start);
        if (changes.Count > 0 && changes[^1].BeforeStart == moved.BeforeEnd && changes[^1].AfterStart == moved.AfterEnd)
            changes[^1] = changes[^1] with { BeforeStart = moved.BeforeStart, AfterStart = moved.AfterStart };
        else
            changes.Add(moved);
    }
}
