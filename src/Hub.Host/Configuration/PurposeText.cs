namespace Hub.Host.Configuration;

/// <summary>The form of a consent's purpose, in tenant files and in the consent register alike: what is registered in another form would never be asked for.</summary>
internal static class PurposeText
{
    /// <summary>The rule as a sentence.</summary>
    public const string Rule = "A purpose is what stands after 'consent:' in the tenant file: letters, digits, hyphens, dots and underscores, at most 100";

    private const int Longest = 100;

    /// <summary>Whether a text is a purpose.</summary>
    /// <param name="text">The text, without <c>consent:</c>.</param>
    /// <returns>True when it has the form.</returns>
    public static bool IsPurpose(string text) =>
        text.Length is > 0 and <= Longest && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_');
}
