using System.Text.RegularExpressions;

namespace Hub.Adapters.Folders;

/// <summary>What a file is called in logs: its name, unless that may hold words or somebody's number; then its place.</summary>
internal static partial class FileLabel
{
    private const int Longest = 80;

    public static string Of(string name, int number) =>
        name.Length <= Longest && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.') && !Number().IsMatch(Stamp().Replace(name, "")) ? name : $"file {number} of the folder";

    // Eleven digits, also with a separator after the birth date.
    [GeneratedRegex("[0-9]{11}|[0-9]{6}[-_.][0-9]{5}", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    // 20260301080000: as digits without end these could hold a number, but they are how exports are named.
    [GeneratedRegex("(?<![0-9])20[0-9]{2}(?:0[1-9]|1[0-2])[0-3][0-9](?:[0-2][0-9][0-5][0-9](?:[0-5][0-9])?)?(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Stamp();
}
