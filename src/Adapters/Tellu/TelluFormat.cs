namespace Hub.Adapters.Tellu;

/// <summary>In which of its two forms the system writes entries. Both say the same.</summary>
internal enum TelluFormat
{
    /// <summary>JSON: times are milliseconds since 1970, numbers have a decimal point.</summary>
    Json,

    /// <summary>XML: times are local, numbers have a decimal comma.</summary>
    Xml,
}

/// <summary>Media types of the forms.</summary>
internal static class TelluFormats
{
    public static string MediaType(this TelluFormat format) => format == TelluFormat.Xml ? "application/xml" : "application/json";

    /// <summary>The form of bytes that came with a media type, or without one.</summary>
    public static TelluFormat Of(string mediaType, ReadOnlySpan<byte> body) =>
        mediaType.EndsWith("xml", StringComparison.Ordinal) ? TelluFormat.Xml
        : mediaType.EndsWith("json", StringComparison.Ordinal) ? TelluFormat.Json
        : LooksLikeXml(body) ? TelluFormat.Xml : TelluFormat.Json;

    private static bool LooksLikeXml(ReadOnlySpan<byte> body)
    {
        if (body.StartsWith("\uFEFF"u8))
            body = body[3..];
        return body.TrimStart(" \t\r\n"u8) is [(byte)'<', ..];
    }
}
