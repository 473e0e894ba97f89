namespace Hub.Adapters.Http;

/// <summary>The partner's reference for a document, as kept for the timeline.</summary>
public static class ReceiptLocation
{
    private const int Longest = 200;

    /// <summary>Keeps resource type, id and version of a location: <c>https://journal/lab/fhir/Observation/12/_history/1</c> becomes <c>Observation/12/_history/1</c>.</summary>
    /// <param name="location">The location, null when the partner gave none.</param>
    /// <returns>The reference, null when there is none or it is longer than 200 characters.</returns>
    public static string? Shorten(string? location)
    {
        if (string.IsNullOrEmpty(location))
            return null;
        var end = location.AsSpan().IndexOfAny('?', '#');
        var path = end < 0 ? location : location[..end];
        var segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        // The resource type is the last segment that begins with a capital letter; an absolute address has lower-case host and path before it.
        var type = Array.FindLastIndex(segments, s => char.IsAsciiLetterUpper(s[0]) && s.All(char.IsAsciiLetter));
        var kept = type < 0 ? segments.LastOrDefault() : string.Join('/', segments[type..]);
        return kept is { Length: > 0 and <= Longest } ? kept : null;
    }
}
