using System.Text.RegularExpressions;

namespace Hub.Host.Configuration.Snapshots;

/// <summary>Shortens hashes of keys in texts that people look at: enough to see that two differ. Pure.</summary>
internal static partial class KeyHashes
{
    /// <summary>Shortens every hash.</summary>
    /// <param name="text">A configuration file or a part of one.</param>
    /// <returns>The text with the first eight digits of each hash.</returns>
    public static string Shorten(string text) => Hash().Replace(text, "$1…");

    /// <summary>Gives shortened hashes their full length, so that a file that people were shown can be read as a file. They are hashes of no key.</summary>
    /// <param name="text">A configuration file.</param>
    /// <returns>The text with zeros in place of the digits left out.</returns>
    public static string Lengthen(string text) => Short().Replace(text, "${1}" + new string('0', 56));

    [GeneratedRegex("(sha256:[0-9a-fA-F]{8})[0-9a-fA-F]{56}")]
    private static partial Regex Hash();

    [GeneratedRegex("(sha256:[0-9a-fA-F]{8})…")]
    private static partial Regex Short();
}
