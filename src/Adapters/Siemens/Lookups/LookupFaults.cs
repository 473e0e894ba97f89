using Hub.Adapters.Http;
using Hub.Core.Errors;

namespace Hub.Adapters.Siemens.Lookups;

/// <summary>Why a question was not answered. The vendor's own words may name the patient and are not kept.</summary>
internal static class LookupFaults
{
    /// <summary>The error of an answer; null when it is one.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="deadline">Whether time is up.</param>
    public static HubError? Of(HttpAnswer answer, CancellationToken deadline) => answer switch
    {
        { Failure: not null } when deadline.IsCancellationRequested => LookupErrors.TimedOut.At(),
        { Failure.Error.Code: var code } => Definition(code).At(),
        { Status: 200, Whole: true } => null,
        { Status: 200 } => LookupErrors.Unreadable.At(detail: "The answer was cut off, or is larger than 1 MiB"),
        { Status: 401 or 403 } => LookupErrors.CredentialsRefused.At(detail: $"The vendor answered {answer.Status}"),
        { Status: 404 } => LookupErrors.PatientUnknown.At(detail: "The vendor answered 404"),
        { Status: 408 or 504 } => LookupErrors.TimedOut.At(detail: $"The vendor answered {answer.Status}"),
        { Status: 503 } => LookupErrors.Unreachable.At(detail: "The vendor answered 503"),
        { Status: >= 300 and < 400 } => LookupErrors.Unreadable.At(detail: $"The vendor answered {answer.Status}; redirects are not followed"),
        _ => LookupErrors.Failed.At(detail: $"The vendor answered {answer.Status}"),
    };

    private static ErrorDefinition Definition(string code) =>
        code == DeliveryErrors.TimedOut.Code ? LookupErrors.TimedOut
        : code == DeliveryErrors.CredentialsRefused.Code ? LookupErrors.CredentialsRefused
        : code == DeliveryErrors.UnreadableAnswer.Code ? LookupErrors.Unreadable
        : code == DeliveryErrors.Unreachable.Code || code == DeliveryErrors.NotSecure.Code ? LookupErrors.Unreachable
        : LookupErrors.Failed;
}
