using Hub.Store.Text;

namespace Hub.Store.Registers;

/// <summary>Parties of an entry in one column: each name between bars, so that a name is found whole.</summary>
internal static class RecordParties
{
    private const char Bar = '|';

    /// <summary>The column; null for no parties.</summary>
    public static string? Write(IReadOnlyList<string> parties) => parties.Count == 0 ? null : Bar + string.Join(Bar, parties.Select(Name)) + Bar;

    /// <summary>What <c>like</c> with the escape character <c>!</c> finds a party by.</summary>
    public static string Pattern(string party) =>
        $"%{Bar}{Name(party).Replace("!", "!!", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal).Replace("_", "!_", StringComparison.Ordinal)}{Bar}%";

    private static string Name(string party) => CleanText.Of(party).Replace(Bar, '\uFFFD');
}
