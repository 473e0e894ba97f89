namespace Hub.Host.Configuration;

/// <summary>The form of an origin (RFC 6454 section 6.2): scheme, host and port as browsers write them in the <c>Origin</c> header.</summary>
internal static class WebOrigin
{
    /// <summary>The rule as a sentence.</summary>
    public const string Rule = "An origin is https://HOST or https://HOST:PORT as browsers write it, such as https://viewer.example.no; http only on this machine";

    /// <summary>Whether a text is such an origin. All origins at once ('*') are none: whoever lures a treater to a page of their own would read along.</summary>
    /// <param name="text">The text.</param>
    /// <returns>True when it has the form.</returns>
    public static bool IsOne(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var origin)
        && (origin.Scheme == Uri.UriSchemeHttps || (origin.Scheme == Uri.UriSchemeHttp && origin.IsLoopback))
        && origin.Host.Length > 0
        && text == $"{origin.Scheme}://{origin.IdnHost}{(origin.IsDefaultPort ? "" : $":{origin.Port}")}";
}
