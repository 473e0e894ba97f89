using Hub.Adapters.Http;
using Hub.Core.Adapters;
using Hub.Core.Errors;

namespace Hub.Adapters.Planer;

/// <summary>What an answer of Planer means. The README beside this file has the table.</summary>
internal static class PlanerAnswer
{
    /// <summary>The failure of an answer that is no success.</summary>
    public static SendOutcome.Failed Failed(HttpAnswer answer) => answer.Failure ?? answer.Status switch
    {
        >= 300 and < 400 => Of(DeliveryErrors.UnreadableAnswer, answer, $"The register answered {answer.Status}; redirects are not followed"),
        401 or 403 => Of(DeliveryErrors.CredentialsRefused, answer, $"The register answered {answer.Status}", partnerDown: true),
        408 => Of(DeliveryErrors.TimedOut, answer, "The register answered 408"),
        409 => Of(PlanErrors.ChangedThere, answer, "The register answered 409: its version is another than the one that was read"),
        422 => Of(DeliveryErrors.Refused, answer, "The register answered 422"),
        429 => Of(DeliveryErrors.Throttled, answer, "The register answered 429"),
        423 or 425 => Of(DeliveryErrors.PartnerFault, answer, $"The register answered {answer.Status}"),
        >= 400 and < 500 => Of(DeliveryErrors.Refused, answer, $"The register answered {answer.Status}"),
        502 or 503 or 504 => Of(DeliveryErrors.PartnerFault, answer, $"The register answered {answer.Status}", partnerDown: true),
        >= 500 => Of(DeliveryErrors.PartnerFault, answer, $"The register answered {answer.Status}"),
        _ => Of(DeliveryErrors.UnreadableAnswer, answer, "The register's answer is not a plan that can be read"),
    };

    /// <summary>The same to somebody who asks.</summary>
    public static HubError Lookup(HttpAnswer answer) => answer switch
    {
        { Failure.Error: { } error } => (error.Code == DeliveryErrors.TimedOut.Code ? LookupErrors.TimedOut
            : error.Code == DeliveryErrors.CredentialsRefused.Code ? LookupErrors.CredentialsRefused
            : LookupErrors.Unreachable).At(detail: error.Text),
        { Status: 401 or 403 } => LookupErrors.CredentialsRefused.At(),
        { Status: >= 200 and < 300 } => LookupErrors.Unreadable.At(),
        _ => LookupErrors.Failed.At(detail: $"The register answered {answer.Status}"),
    };

    private static SendOutcome.Failed Of(ErrorDefinition error, HttpAnswer answer, string detail, bool partnerDown = false) =>
        new(error.At(detail: detail), error.Retryable ? answer.Headers.RetryAfter : null, partnerDown);
}
