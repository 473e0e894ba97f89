using Hub.Adapters.Http;
using Hub.Core.Adapters;
using Hub.Core.Errors;

namespace Hub.Adapters.Gerica;

/// <summary>What an answer of the journal means. The README beside this file has the table.</summary>
public static class GericaAnswer
{
    /// <summary>Classifies an answer.</summary>
    /// <param name="status">HTTP status, of the answer or of one entry in a batch.</param>
    /// <param name="headers">Its headers.</param>
    /// <param name="body">Its body, or the outcome of the entry; empty when there is none.</param>
    /// <returns>The outcome.</returns>
    public static SendOutcome Classify(int status, AnswerHeaders headers, ReadOnlySpan<byte> body) => status switch
    {
        200 => Accepted(headers, body),
        201 or 202 or 204 => new SendOutcome.Delivered(ReceiptLocation.Shorten(headers.Location), headers.Replayed),
        >= 300 and < 400 => Failed(DeliveryErrors.UnreadableAnswer, headers, $"The partner answered {status}; redirects are not followed"),
        401 => Failed(DeliveryErrors.CredentialsRefused, headers, "The partner answered 401 to a fresh token", partnerDown: true),
        408 => Failed(DeliveryErrors.TimedOut, headers, "The partner answered 408"),
        409 when OutcomeReading.Of(body).Duplicate => new SendOutcome.Delivered(ReceiptLocation.Shorten(headers.Location), Repeat: true),
        409 or 412 => Failed(DeliveryErrors.Conflict, headers, $"The partner answered {status}"),
        429 => Failed(DeliveryErrors.Throttled, headers, "The partner answered 429"),
        423 or 425 => Failed(DeliveryErrors.PartnerFault, headers, $"The partner answered {status}"),
        >= 400 and < 500 => Verdict(status, headers, OutcomeReading.Of(body)),
        502 or 503 or 504 => Failed(DeliveryErrors.PartnerFault, headers, $"The partner answered {status}", partnerDown: true),
        >= 500 and < 600 => Failed(DeliveryErrors.PartnerFault, headers, $"The partner answered {status}"),
        _ => Failed(DeliveryErrors.UnreadableAnswer, headers, $"The partner answered {status}"),
    };

    private static SendOutcome Accepted(AnswerHeaders headers, ReadOnlySpan<byte> body)
    {
        var speaksFhir = headers.MediaType.EndsWith("json", StringComparison.Ordinal) || headers.Location is not null || headers.Replayed;
        return speaksFhir || body.IsEmpty
            ? new SendOutcome.Delivered(ReceiptLocation.Shorten(headers.Location), headers.Replayed)
            : Failed(DeliveryErrors.UnreadableAnswer, headers, "The partner answered 200 with something that is not FHIR");
    }

    private static SendOutcome.Failed Verdict(int status, AnswerHeaders headers, OutcomeReading reading) => (status, reading) switch
    {
        (_, { Temporary: true }) => Failed(DeliveryErrors.PartnerFault, headers, Text(status, reading), path: reading.Path),
        (_, { Code: "duplicate-tiltak" }) => Failed(GericaErrors.DuplicateMeasure, headers, Text(status, reading), path: reading.Path),
        (_, { Code: "closed-journal" }) => Failed(GericaErrors.JournalClosed, headers, Text(status, reading), path: reading.Path),
        (_, { PatientUnknown: true }) => Failed(DeliveryErrors.PatientUnknown, headers, Text(status, reading), path: reading.Path),
        // Without a verdict on the document these speak of the address or the client: mending the configuration lets the same bytes through.
        (403, { IsOutcome: false }) => Failed(DeliveryErrors.CredentialsRefused, headers, "The partner answered 403"),
        (404 or 410, { IsOutcome: false }) => Failed(DeliveryErrors.PartnerFault, headers, $"The partner answered {status}: nothing serves this address"),
        _ => Failed(DeliveryErrors.Refused, headers, Text(status, reading), path: reading.Path),
    };

    private static string Text(int status, OutcomeReading reading) =>
        reading.Code is null ? $"The partner answered {status}" : $"The partner answered {status} with code {reading.Code}";

    private static SendOutcome.Failed Failed(
        ErrorDefinition error, AnswerHeaders headers, string detail, bool partnerDown = false, string? path = null) =>
        new(error.At(path, detail), error.Retryable ? headers.RetryAfter : null, partnerDown);
}
