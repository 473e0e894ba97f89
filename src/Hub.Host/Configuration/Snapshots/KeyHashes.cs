using System.Text.RegularExpressions;

namespace Hub.Host.Configuration.Snapshots;

/// <summary>Shortens hashes of keys in texts that people look at: enough to see that two differ. Pure.</summary>
internal static partial class KeyHashes
{
    /// <summary>Shortens every hash.</summary>
    /// <param name="text">A configuration file or a part of one.</param>
    /// <returns>The text with the first eight digits of each hash.</returns>
    public static string Shorten(string text) => Hash().Replace(text, "$1…");

    [GeneratedRegex("(sha256:[0-9a-fA-F]{8})[0-9a-fA-F]{56}")]
    private static partial Regex Hash();
}
