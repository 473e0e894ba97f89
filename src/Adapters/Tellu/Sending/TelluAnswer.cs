using System.Text.Json;
using Hub.Adapters.Http;
using Hub.Adapters.Tellu.Link;
using Hub.Core.Adapters;
using Hub.Core.Errors;

namespace Hub.Adapters.Tellu.Sending;

/// <summary>What an answer to a document means. The README beside the adapter has the table.</summary>
internal static class TelluAnswer
{
    private static readonly int[] NotFollowedUp = [4041, 4042];

    /// <summary>Reads a reply to a document.</summary>
    /// <param name="reply">The reply.</param>
    /// <param name="receipt">What the document is known by there, null when nothing.</param>
    public static SendOutcome Read(TelluReply reply, string? receipt = null) =>
        reply.Failure ?? Classify(reply.Status, reply.Headers, CodeOf(reply.Body.Span), receipt);

    /// <summary>Classifies an answer.</summary>
    /// <param name="status">HTTP status.</param>
    /// <param name="headers">Its headers.</param>
    /// <param name="code">The system's own error code, null when there was none.</param>
    /// <param name="receipt">What the document is known by there, null when nothing.</param>
    public static SendOutcome Classify(int status, AnswerHeaders headers, int? code, string? receipt = null) => status switch
    {
        200 when headers.MediaType.StartsWith("text/html", StringComparison.Ordinal) => Failed(DeliveryErrors.UnreadableAnswer, headers, "The partner answered 200 with a page for people"),
        200 or 201 or 202 or 204 => new SendOutcome.Delivered(receipt, headers.Replayed),
        >= 300 and < 400 => Failed(DeliveryErrors.UnreadableAnswer, headers, $"The partner answered {status}; redirects are not followed"),
        401 or 403 => Failed(DeliveryErrors.CredentialsRefused, headers, $"The partner answered {status}", partnerDown: true),
        404 when code is { } known && NotFollowedUp.Contains(known) => Failed(DeliveryErrors.PatientUnknown, headers, $"The partner answered 404 with code {code}"),
        404 or 405 or 410 => Failed(DeliveryErrors.PartnerFault, headers, $"The partner answered {status}: nothing serves this address"),
        408 => Failed(DeliveryErrors.TimedOut, headers, "The partner answered 408"),
        409 or 412 => Failed(DeliveryErrors.Conflict, headers, $"The partner answered {status}"),
        429 => Failed(DeliveryErrors.Throttled, headers, "The partner answered 429"),
        423 or 425 or 428 => Failed(DeliveryErrors.PartnerFault, headers, $"The partner answered {status}"),
        >= 400 and < 500 => Failed(DeliveryErrors.Refused, headers, code is null ? $"The partner answered {status}" : $"The partner answered {status} with code {code}"),
        502 or 503 or 504 => Failed(DeliveryErrors.PartnerFault, headers, $"The partner answered {status}", partnerDown: true),
        >= 500 and < 600 => Failed(DeliveryErrors.PartnerFault, headers, $"The partner answered {status}"),
        _ => Failed(DeliveryErrors.UnreadableAnswer, headers, $"The partner answered {status}"),
    };

    /// <summary>The system's own error code: <c>{"error":{"code":4041}}</c>. Its words are not repeated, since they may quote the document.</summary>
    public static int? CodeOf(ReadOnlySpan<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body);
            using var document = JsonDocument.ParseValue(ref reader);
            return document.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.Object
                && error.TryGetProperty("code", out var code) && code.ValueKind == JsonValueKind.Number && code.TryGetInt32(out var number) ? number : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static SendOutcome.Failed Failed(ErrorDefinition error, AnswerHeaders headers, string detail, bool partnerDown = false) =>
        new(error.At(detail: detail), error.Retryable ? headers.RetryAfter : null, partnerDown);
}
