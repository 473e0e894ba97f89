using Hub.Core.Errors;

namespace Hub.Adapters.Tellu.Link;

/// <summary>What an answer without an answer means to the feed and to whoever asks.</summary>
internal static class ReplyFault
{
    private static readonly (string Send, ErrorDefinition Lookup)[] Failures =
    [
        (DeliveryErrors.TimedOut.Code, LookupErrors.TimedOut), (DeliveryErrors.CredentialsRefused.Code, LookupErrors.CredentialsRefused),
        (DeliveryErrors.UnreadableAnswer.Code, LookupErrors.Unreadable), (DeliveryErrors.PartnerFault.Code, LookupErrors.Failed), (DeliveryErrors.Throttled.Code, LookupErrors.Failed),
    ];

    /// <summary>The error of a reply that is no success; null when it is one (2xx).</summary>
    public static HubError? Of(TelluReply reply) => reply switch
    {
        { Failure: { } failure } => Of(failure.Error),
        { Status: >= 200 and < 300 } => null,
        { Status: 401 or 403 } => LookupErrors.CredentialsRefused.At(detail: $"The system answered {reply.Status}"),
        { Status: 404 } => LookupErrors.PatientUnknown.At(),
        { Status: 408 or 504 } => LookupErrors.TimedOut.At(detail: $"The system answered {reply.Status}"),
        { Status: 429, Headers.RetryAfter: { } wait } => LookupErrors.Failed.At(detail: FormattableString.Invariant($"The system answered 429: wait {(long)wait.TotalSeconds} s")),
        { Status: >= 300 and < 400 } => LookupErrors.Unreadable.At(detail: $"The system answered {reply.Status}; redirects are not followed"),
        _ => LookupErrors.Failed.At(detail: $"The system answered {reply.Status}"),
    };

    private static HubError Of(HubError error)
    {
        var known = Failures.FirstOrDefault(f => f.Send == error.Code).Lookup ?? LookupErrors.Unreachable;
        return known.At(detail: error.Text);
    }
}
