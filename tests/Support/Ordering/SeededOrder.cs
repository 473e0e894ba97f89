namespace Hub.Tests.Support.Ordering;

/// <summary>
/// An order of tests drawn by a seed. The default order of xunit.v3 follows ids that hold the path of the assembly: another clone runs the same tests in another order.
/// What depends on the order is found with a few seeds, and a seed shows it again wherever the clone lies.
/// </summary>
internal static class SeededOrder
{
    /// <summary>Any text; empty or not set: the default order.</summary>
    public const string Variable = "HUB_TEST_ORDER";

    public static string? Seed { get; } = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } seed ? seed : null;

    /// <summary>The same for the same seed and names, in every clone and process.</summary>
    /// <param name="items">What to order.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="name">What an item is called; items of one name keep their order.</param>
    public static IReadOnlyCollection<T> Shuffle<T>(IReadOnlyCollection<T> items, string seed, Func<T, string> name) =>
        [.. items.OrderBy(item => Place($"{seed}/{name(item)}")).ThenBy(name, StringComparer.Ordinal)];

    // FNV-1a with a final mix: string.GetHashCode differs from process to process.
    private static uint Place(string text)
    {
        var hash = text.Aggregate(2166136261u, (sum, sign) => unchecked((sum ^ sign) * 16777619u));
        return unchecked((hash ^ (hash >> 15)) * 2246822519u);
    }
}
