using Xunit;

namespace Hub.UnitTests.Architecture;

/// <summary>Asserts over many files at once: every breach is named, not only the first.</summary>
internal static class Rule
{
    public static void Holds(string rule, IEnumerable<string> breaches)
    {
        var all = breaches.ToList();
        Assert.True(all.Count == 0, $"{rule}{Environment.NewLine}  {string.Join(Environment.NewLine + "  ", all)}");
    }
}
