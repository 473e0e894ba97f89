namespace Hub.Core.Content;

/// <summary>The names of content kinds in tenant files, APIs and metrics.</summary>
public static class ContentKindNames
{
    /// <summary>All kinds with their names.</summary>
    public static IReadOnlyList<(ContentKind Kind, string Name)> All { get; } =
        [.. Enum.GetValues<ContentKind>().Select(k => (k, k.ToString().ToLowerInvariant()))];

    private static readonly string[] Names = BuildNames();

    /// <summary>The name of a kind.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>The lower-case name.</returns>
    public static string Name(this ContentKind kind) => Names[(int)kind];

    /// <summary>The kind of a name.</summary>
    /// <param name="name">The lower-case name.</param>
    /// <param name="kind">The kind.</param>
    /// <returns>False when no kind has this name.</returns>
    public static bool TryParse(string name, out ContentKind kind)
    {
        foreach (var (k, n) in All)
        {
            if (string.Equals(n, name, StringComparison.Ordinal))
            {
                kind = k;
                return true;
            }
        }

        kind = default;
        return false;
    }

    private static string[] BuildNames()
    {
        var names = new string[Enum.GetValues<ContentKind>().Max(k => (int)k) + 1];
        foreach (var (kind, name) in All)
            names[(int)kind] = name;
        return names;
    }
}
