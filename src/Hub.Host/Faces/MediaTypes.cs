namespace Hub.Host.Faces;

/// <summary>Media types of the faces.</summary>
internal static class MediaTypes
{
    public const string Json = "application/json";
    public const string FhirJson = "application/fhir+json";
    public const string Problem = "application/problem+json";
    public const string Xml = "application/xml";
    public const string TextXml = "text/xml";
    public const string Text = "text/plain";
    public const string Csv = "text/csv";

    /// <summary>Splits a Content-Type header.</summary>
    /// <param name="header">The header, null when none was sent.</param>
    /// <returns>Media type in lower case (empty when none), and the charset parameter (null when none).</returns>
    public static (string Type, string? Charset) Split(string? header)
    {
        if (string.IsNullOrEmpty(header))
            return ("", null);
        if (header is Json or FhirJson)
            return (header, null);
        if (header == "application/json; charset=utf-8")
            return (Json, "utf-8");
        var parts = header.Split(';');
        var charset = parts.Skip(1).Select(p => p.Trim()).FirstOrDefault(p => p.StartsWith("charset=", StringComparison.OrdinalIgnoreCase));
        return (parts[0].Trim().ToLowerInvariant(), charset?["charset=".Length..].Trim('"', ' '));
    }
}
