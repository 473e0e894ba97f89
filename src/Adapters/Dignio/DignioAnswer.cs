using Hub.Adapters.Http;
using Hub.Core.Adapters;
using Hub.Core.Errors;

namespace Hub.Adapters.Dignio;

/// <summary>What an answer of a Dignio-like system means.</summary>
public static class DignioAnswer
{
    /// <summary>Classifies an answer.</summary>
    /// <param name="status">HTTP status.</param>
    /// <param name="headers">Its headers.</param>
    /// <returns>The outcome.</returns>
    public static SendOutcome Classify(int status, AnswerHeaders headers) => status switch
    {
        200 when headers.MediaType.StartsWith("text/html", StringComparison.Ordinal) => Failed(DeliveryErrors.UnreadableAnswer, headers, "The partner answered 200 with a page for people"),
        200 or 201 or 202 or 204 => new SendOutcome.Delivered(null, headers.Replayed),
        >= 300 and < 400 => Failed(DeliveryErrors.UnreadableAnswer, headers, $"The partner answered {status}; redirects are not followed"),
        401 or 403 => Failed(DeliveryErrors.CredentialsRefused, headers, $"The partner answered {status}", partnerDown: true),
        404 => Failed(DeliveryErrors.PatientUnknown, headers, "The partner answered 404: the patient is not followed up there"),
        408 => Failed(DeliveryErrors.TimedOut, headers, "The partner answered 408"),
        409 => Failed(DeliveryErrors.Conflict, headers, "The partner answered 409"),
        429 => Failed(DeliveryErrors.Throttled, headers, "The partner answered 429"),
        423 or 425 => Failed(DeliveryErrors.PartnerFault, headers, $"The partner answered {status}"),
        >= 400 and < 500 => Failed(DeliveryErrors.Refused, headers, $"The partner answered {status}"),
        502 or 503 or 504 => Failed(DeliveryErrors.PartnerFault, headers, $"The partner answered {status}", partnerDown: true),
        >= 500 and < 600 => Failed(DeliveryErrors.PartnerFault, headers, $"The partner answered {status}"),
        _ => Failed(DeliveryErrors.UnreadableAnswer, headers, $"The partner answered {status}"),
    };

    private static SendOutcome.Failed Failed(ErrorDefinition error, AnswerHeaders headers, string detail, bool partnerDown = false) =>
        new(error.At(detail: detail), error.Retryable ? headers.RetryAfter : null, partnerDown);
}
