using System.Globalization;
using System.Text.Json;
using Hub.Core.Errors;
using Hub.Host.Errors;

namespace Hub.Host.Faces;

/// <summary>Errors as problem details (RFC 9457) with the hub's codes.</summary>
internal static class Problem
{
    /// <summary>Answers with errors.</summary>
    /// <param name="response">Where to.</param>
    /// <param name="errors">At least one.</param>
    /// <returns>When it is on its way.</returns>
    public static Task WriteAsync(HttpResponse response, params IReadOnlyList<HubError> errors)
    {
        var status = ErrorStatus.Of(errors);
        Hints(response, status);
        var words = ErrorWords.For(response.HttpContext.Request);
        response.Headers.ContentLanguage = words.Language;
        return JsonAnswer.WriteAsync(response, status, MediaTypes.Problem, (Status: status, Errors: errors, Words: words, Trace: response.HttpContext.TraceIdentifier), static (json, p) =>
        {
            json.WriteStartObject();
            Head(json, p.Status, p.Errors, p.Words);

            // What a defect is called in the log.
            if (p.Status == StatusCodes.Status500InternalServerError)
                json.WriteString("traceId", p.Trace);
            json.WriteEndObject();
        });
    }

    /// <summary>The members that every problem has.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="status">HTTP status.</param>
    /// <param name="errors">At least one.</param>
    /// <param name="words">The language of titles and actions; null = English.</param>
    public static void Head(Utf8JsonWriter json, int status, IReadOnlyList<HubError> errors, ErrorWords? words = null)
    {
        words ??= ErrorWords.English;
        json.WriteString("type", $"urn:hub:error:{errors[0].Code}");
        json.WriteString("title", words.Text(errors[0]));
        json.WriteNumber("status", status);
        json.WriteString("code", errors[0].Code);
        Errors(json, errors, words);
    }

    /// <summary>The list of errors.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="errors">The errors.</param>
    /// <param name="words">The language of titles and actions; null = English.</param>
    public static void Errors(Utf8JsonWriter json, IReadOnlyList<HubError> errors, ErrorWords? words = null)
    {
        words ??= ErrorWords.English;
        json.WriteStartArray("errors");
        foreach (var error in errors)
        {
            json.WriteStartObject();
            json.WriteString("code", error.Code);
            if (error.Path is not null)
                json.WriteString("path", error.Path);
            json.WriteString("text", words.Text(error));
            if (words.Action(error) is { } action)
                json.WriteString("action", action);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Headers that belong to a status: who may call, when to come back.</summary>
    /// <param name="response">Where to.</param>
    /// <param name="status">HTTP status.</param>
    /// <param name="wait">How long to wait, null = a second where waiting helps.</param>
    public static void Hints(HttpResponse response, int status, TimeSpan? wait = null)
    {
        if (status == StatusCodes.Status401Unauthorized)
            response.Headers.WWWAuthenticate = "Bearer";
        if (status is not (StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable) || response.Headers.RetryAfter.Count > 0)
            return;
        var seconds = Math.Max(1, (int)Math.Ceiling((wait ?? TimeSpan.FromSeconds(1)).TotalSeconds));
        response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
    }
}
