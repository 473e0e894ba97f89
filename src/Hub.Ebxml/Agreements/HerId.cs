using System.Globalization;

namespace Hub.Ebxml.Agreements;

/// <summary>HER-ids are positive whole numbers without a check digit, two to nine digits long, and compared as numbers (HITS 1172 rules 13, 14, 31 and 56).</summary>
public static class HerId
{
    /// <summary>Reads a HER-id.</summary>
    /// <param name="text">The text, blanks around it allowed.</param>
    /// <returns>The number, or null when the text is no HER-id.</returns>
    public static int? Parse(string? text) =>
        int.TryParse(text?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
}
