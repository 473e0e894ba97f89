using System.Text.Json;
using Hub.Adapters.Http;
using Hub.Core.Adapters;
using Hub.Core.Errors;

namespace Hub.Adapters.Siemens.Sending;

/// <summary>What an answer of the vendor means. The README beside this folder has the table.</summary>
internal static class SiemensAnswer
{
    // What an OperationOutcome calls a patient whom the vendor does not follow up (FHIR R4 issue-type).
    private static readonly string[] Unknown = ["not-found", "deleted"];

    /// <summary>Classifies an answer.</summary>
    public static SendOutcome Of(HttpAnswer answer)
    {
        if (answer.Failure is { } failure)
            return failure;
        var (status, headers) = (answer.Status, answer.Headers);
        return status switch
        {
            200 or 201 or 202 or 204 when headers.MediaType is "text/html" => Failed(DeliveryErrors.UnreadableAnswer, answer, down: true),
            200 or 201 or 202 or 204 => new SendOutcome.Delivered(ReceiptLocation.Shorten(headers.Location), headers.Replayed),
            401 => Failed(DeliveryErrors.CredentialsRefused, answer, down: true),
            408 => Failed(DeliveryErrors.TimedOut, answer),
            409 or 412 => Failed(DeliveryErrors.Conflict, answer),
            429 => Failed(DeliveryErrors.Throttled, answer),
            502 or 503 or 504 => Failed(DeliveryErrors.PartnerFault, answer, down: true),
            >= 500 or 423 or 425 => Failed(DeliveryErrors.PartnerFault, answer),
            >= 300 and < 400 => Failed(DeliveryErrors.UnreadableAnswer, answer),
            _ => Refusal(answer),
        };
    }

    private static SendOutcome.Failed Refusal(HttpAnswer answer) => (answer.Status, IssueOf(answer.Body)) switch
    {
        // Without a verdict on the document these speak of the address or the client: mending the configuration lets the same bytes through.
        (403, null) => Failed(DeliveryErrors.CredentialsRefused, answer),
        (404 or 410, null) => Failed(DeliveryErrors.PartnerFault, answer),
        (_, { } issue) when Unknown.Contains(issue) => Failed(DeliveryErrors.PatientUnknown, answer, issue),
        (_, var issue) => Failed(DeliveryErrors.Refused, answer, issue),
    };

    private static SendOutcome.Failed Failed(ErrorDefinition error, HttpAnswer answer, string? issue = null, bool down = false) => new(
        error.At(detail: issue is null ? $"The partner answered {answer.Status}" : $"The partner answered {answer.Status} with code {issue}"),
        error.Retryable ? answer.Headers.RetryAfter : null,
        down);

    // A code of a fixed list; the words beside it may name the patient and are not kept.
    private static string? IssueOf(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var code = document.RootElement.TryGetProperty("issue", out var issues) && issues.GetArrayLength() > 0 && issues[0].TryGetProperty("code", out var first) ? first.GetString() : null;
            return code is { Length: > 0 and <= 30 } && code.All(c => char.IsAsciiLetterLower(c) || c == '-') ? code : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

}
