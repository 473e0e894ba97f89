using System.Text.RegularExpressions;

namespace Hub.Host.Configuration.Snapshots;

/// <summary>Takes the one text of a stored configuration apart into its files again. Pure.</summary>
internal static partial class SnapshotText
{
    /// <summary>The name of a text that cannot be taken apart.</summary>
    public const string Whole = "configuration";

    /// <summary>Takes a text apart. A comment that looks like the heading of a file is told from one by the tenant that the file itself names.</summary>
    /// <param name="text">All files in one text, each under <c># tenants/NAME.yaml</c>, as <see cref="TenantFiles.Text"/> has it.</param>
    /// <returns>The files in their order.</returns>
    public static IReadOnlyList<SnapshotFile> Files(string text)
    {
        if (text.Length == 0)
            return [];
        var lines = text.Split('\n');
        var headings = Headings(lines);
        if (headings.Count == 0 || headings[0].Line != 0)
            return [new SnapshotFile(Whole, null, text)];
        return [.. headings.Select((h, i) => new SnapshotFile($"tenants/{h.Tenant}.yaml", h.Tenant, Body(lines, h.Line + 1, i + 1 < headings.Count ? headings[i + 1].Line : lines.Length - 1)))];
    }

    /// <summary>The file of a tenant.</summary>
    /// <param name="text">All files in one text.</param>
    /// <param name="tenant">The tenant.</param>
    /// <returns>Its file; null when it had none, or when it cannot be told apart from others.</returns>
    public static SnapshotFile? FileOf(string text, string tenant) => Files(text).FirstOrDefault(f => f.Tenant == tenant);

    private static List<(int Line, string Tenant)> Headings(string[] lines)
    {
        var (found, open) = (new List<(int, string)>(), new Dictionary<string, int>(StringComparer.Ordinal));
        for (var i = 0; i < lines.Length; i++)
        {
            if (Heading().Match(lines[i]) is { Success: true } heading)
                Open(heading.Groups["name"].Value, i);
            else if (TenantLine().Match(lines[i]) is { Success: true } tenant && open.TryGetValue(tenant.Groups["name"].Value, out var line))
            {
                found.Add((line, tenant.Groups["name"].Value));
                open.Clear();
            }
        }

        return found;

        // Of two alike the later one is the heading where settings stand between them: those are of the file before.
        void Open(string name, int at)
        {
            if (!open.TryGetValue(name, out var earlier) || HasSettings(earlier + 1, at))
                open[name] = at;
        }

        bool HasSettings(int from, int to) => lines.Skip(from).Take(to - from).Any(l => l.TrimStart() is { Length: > 0 } content && content[0] != '#');
    }

    private static string Body(string[] lines, int from, int to) => string.Join('\n', lines[from..to]);

    [GeneratedRegex(@"^# tenants/(?<name>[^/\s]+)\.yaml\z")]
    private static partial Regex Heading();

    [GeneratedRegex("""^\{?\s*["']?tenant["']?\s*:\s*["']?(?<name>[^"'\s,}#]+)""")]
    private static partial Regex TenantLine();
}
