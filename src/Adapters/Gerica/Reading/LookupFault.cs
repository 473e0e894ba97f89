using Hub.Core.Errors;

namespace Hub.Adapters.Gerica.Reading;

/// <summary>Why a question was not answered. The journal's own texts may name the patient and are not kept.</summary>
internal static class LookupFault
{
    /// <summary>The error of a reply; null for an answer.</summary>
    public static HubError? Of(GericaReply reply, CancellationToken deadline)
    {
        if (reply.Failure is { } failure)
            return OfFailure(failure.Error, deadline);
        if (reply.Status == 200)
            return reply.Whole ? null : LookupErrors.Unreadable.At(detail: "The journal's answer was cut off, or is larger than 1 MiB");
        var outcome = OutcomeReading.Of(reply.Body.Span);
        var shown = outcome.Code is null ? $"The journal answered {reply.Status}" : $"The journal answered {reply.Status} with code {outcome.Code}";
        return (reply.Status, outcome) switch
        {
            (401, _) or (403, { IsOutcome: false }) => LookupErrors.CredentialsRefused.At(detail: shown),
            (_, { Code: "closed-journal" }) => GericaErrors.JournalClosed.At(detail: shown),
            (_, { PatientUnknown: true }) => LookupErrors.PatientUnknown.At(detail: shown),
            (408 or 504, _) => LookupErrors.TimedOut.At(detail: shown),
            (503, _) => LookupErrors.Unreachable.At(detail: shown),
            _ => LookupErrors.Failed.At(detail: shown),
        };
    }

    // The words of sending in those of asking; what only this journal means keeps its own.
    private static HubError OfFailure(HubError error, CancellationToken deadline) => error.Code switch
    {
        _ when deadline.IsCancellationRequested => LookupErrors.TimedOut.At(),
        _ when error.Code.StartsWith("HUB-GERICA", StringComparison.Ordinal) => error,
        _ when error.Code == DeliveryErrors.TimedOut.Code => LookupErrors.TimedOut.At(),
        _ when error.Code == DeliveryErrors.CredentialsRefused.Code => LookupErrors.CredentialsRefused.At(),
        _ when error.Code == DeliveryErrors.Unreachable.Code || error.Code == DeliveryErrors.NotSecure.Code => LookupErrors.Unreachable.At(),
        _ => LookupErrors.Failed.At(),
    };
}
