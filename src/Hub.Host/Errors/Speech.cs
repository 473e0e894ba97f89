using Microsoft.Net.Http.Headers;

namespace Hub.Host.Errors;

/// <summary>Which language a caller reads.</summary>
internal static class Speech
{
    /// <summary>Whether Accept-Language prefers Norwegian (nb, nn or no) to English. English where it says nothing.</summary>
    /// <param name="request">The request.</param>
    /// <returns>True for Norwegian.</returns>
    public static bool IsNorwegian(HttpRequest request) =>
        request.Headers.AcceptLanguage.Count > 0
        && StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptLanguage, out var asked)
        && asked.Where(a => a.Quality is not 0).OrderByDescending(a => a.Quality ?? 1).Select(a => Primary(a.Value)).FirstOrDefault(p => p is "nb" or "nn" or "no" or "en" or "*") is "nb" or "nn" or "no";

    private static string Primary(Microsoft.Extensions.Primitives.StringSegment tag) => (tag.IndexOf('-') is var dash and > 0 ? tag.Subsegment(0, dash) : tag).ToString().ToLowerInvariant();
}
