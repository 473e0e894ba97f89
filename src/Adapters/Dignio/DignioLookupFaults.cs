using Hub.Adapters.Http;
using Hub.Core.Errors;

namespace Hub.Adapters.Dignio;

/// <summary>Why an answer of a Dignio-like system answers nothing.</summary>
internal static class DignioLookupFaults
{
    /// <summary>Classifies an answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <returns>The error; null when there is a body to read.</returns>
    public static HubError? Of(HttpAnswer answer)
    {
        if (answer.Failure is { Error: var lost })
            return Lost(lost.Code);
        return answer.Status switch
        {
            200 when !answer.Whole => LookupErrors.Unreadable.At(detail: "The answer was cut off, or is larger than 1 MiB"),
            200 when answer.Headers.MediaType == "application/json" => null,
            200 => LookupErrors.Unreadable.At(detail: "The answer is not JSON"),
            401 or 403 => LookupErrors.CredentialsRefused.At(),
            404 => LookupErrors.PatientUnknown.At(),
            408 or 504 => LookupErrors.TimedOut.At(),
            429 => LookupErrors.Busy.At(detail: "The system asks the hub to slow down"),
            >= 500 => LookupErrors.Failed.At(detail: $"The system answered {answer.Status}"),
            _ => LookupErrors.Unreadable.At(detail: $"The system answered {answer.Status}"),
        };
    }

    private static HubError Lost(string code)
    {
        if (code == DeliveryErrors.TimedOut.Code)
            return LookupErrors.TimedOut.At();
        if (code == DeliveryErrors.CredentialsRefused.Code)
            return LookupErrors.CredentialsRefused.At();
        return code == DeliveryErrors.UnreadableAnswer.Code ? LookupErrors.Unreadable.At() : LookupErrors.Unreachable.At();
    }
}
