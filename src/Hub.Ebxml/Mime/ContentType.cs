namespace Hub.Ebxml.Mime;

/// <summary>A media type and its parameters, read leniently: quoted or not, separated by semicolons or, as some write them, by blanks.</summary>
/// <param name="MediaType">Type and subtype in lower case.</param>
/// <param name="Parameters">Parameters by name in lower case.</param>
internal sealed record ContentType(string MediaType, IReadOnlyDictionary<string, string> Parameters)
{
    public string? Parameter(string name) => Parameters.GetValueOrDefault(name);

    public static ContentType Read(string value)
    {
        var end = value.IndexOf(';', StringComparison.Ordinal);
        var mediaType = (end < 0 ? value : value[..end]).Trim().ToLowerInvariant();
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        var at = end < 0 ? value.Length : end + 1;
        while (at < value.Length)
        {
            var equals = value.IndexOf('=', at);
            if (equals < 0)
                break;
            var name = value[at..equals].Trim(' ', '\t', ';').ToLowerInvariant();
            at = ReadValue(value, equals + 1, out var text);
            parameters.TryAdd(name, text);
        }

        return new ContentType(mediaType, parameters);
    }

    private static int ReadValue(string value, int at, out string text)
    {
        while (at < value.Length && (value[at] == ' ' || value[at] == '\t'))
            at++;
        if (at < value.Length && value[at] == '"')
            return ReadQuoted(value, at + 1, out text);
        var end = value.AsSpan(at).IndexOfAny(';', ' ', '\t');
        end = end < 0 ? value.Length : at + end;
        text = value[at..end];
        return end + 1;
    }

    private static int ReadQuoted(string value, int at, out string text)
    {
        var result = new System.Text.StringBuilder();
        while (at < value.Length && value[at] != '"')
        {
            if (value[at] == '\\' && at + 1 < value.Length)
                at++;
            result.Append(value[at++]);
        }

        text = result.ToString();
        return at + 1;
    }
}
