using System.Net.Sockets;
using System.Security.Authentication;
using Hub.Core.Adapters;
using Hub.Core.Errors;

namespace Hub.Adapters.Http;

/// <summary>What an exchange that ended without an answer means. All of it says something about the partner, not about the document.</summary>
public static class HttpFailure
{
    /// <summary>True for what networks and partners do; anything else is a defect and passes.</summary>
    /// <param name="exception">What was thrown.</param>
    /// <returns>Whether <see cref="Classify"/> knows it.</returns>
    public static bool IsExpected(Exception exception) =>
        exception is HttpRequestException or IOException or SocketException or OperationCanceledException or AuthenticationException;

    /// <summary>Classifies it.</summary>
    /// <param name="exception">What was thrown; one that <see cref="IsExpected"/>.</param>
    /// <returns>A failure that may be tried again. Its text holds no address and no part of the message.</returns>
    public static SendOutcome.Failed Classify(Exception exception) => new(ErrorOf(exception), PartnerDown: true);

    private static HubError ErrorOf(Exception exception) => exception switch
    {
        OperationCanceledException => DeliveryErrors.TimedOut.At(),
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => DeliveryErrors.NotSecure.At(),
        HttpRequestException { InnerException: AuthenticationException } or AuthenticationException => DeliveryErrors.NotSecure.At(),
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } =>
            DeliveryErrors.Unreachable.At(detail: "The partner's host name cannot be resolved"),
        HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded or HttpRequestError.HttpProtocolError } =>
            DeliveryErrors.Unreachable.At(detail: "The partner closed the connection before it answered"),
        HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse or HttpRequestError.ConfigurationLimitExceeded } =>
            DeliveryErrors.UnreadableAnswer.At(detail: "The partner's answer is not HTTP that can be read"),
        _ => DeliveryErrors.Unreachable.At(),
    };
}
