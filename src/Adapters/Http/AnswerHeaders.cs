namespace Hub.Adapters.Http;

/// <summary>The headers of an answer that decide what it means.</summary>
/// <param name="MediaType">Media type without parameters, lower case; empty when none was sent.</param>
/// <param name="Location">Where the partner keeps what it took, null when it did not say.</param>
/// <param name="Replayed">True when the partner says that it had the document already (<c>Idempotent-Replayed: true</c>).</param>
/// <param name="RetryAfter">How long to wait, null when the partner did not say.</param>
public sealed record AnswerHeaders(string MediaType, string? Location = null, bool Replayed = false, TimeSpan? RetryAfter = null)
{
    /// <summary>Reads the headers of a response.</summary>
    /// <param name="response">The response.</param>
    /// <param name="now">The time that a Retry-After date is compared with.</param>
    /// <returns>The headers.</returns>
    public static AnswerHeaders Of(HttpResponseMessage response, DateTimeOffset now)
    {
        var headers = response.Headers;
        var replayed = headers.TryGetValues("Idempotent-Replayed", out var values)
            && values.Any(v => string.Equals(v, "true", StringComparison.OrdinalIgnoreCase));
        var retryAfter = headers.NonValidated.TryGetValues("Retry-After", out var waits) ? Http.RetryAfter.Parse(waits.ToString(), now) : null;
        var mediaType = response.Content.Headers.ContentType?.MediaType?.ToLowerInvariant() ?? "";
        return new AnswerHeaders(mediaType, headers.Location?.OriginalString, replayed, retryAfter);
    }
}
