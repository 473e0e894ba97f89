using Hub.Adapters.Http;
using Hub.Core.Adapters;
using Hub.Core.Errors;

namespace Hub.Adapters.Dips;

/// <summary>What an answer of DIPS means. The README beside this file has the table.</summary>
public static class DipsAnswer
{
    // FHIR R4 issue-type: these say that the same thing may succeed later.
    private static readonly HashSet<string> Passing = new(StringComparer.Ordinal) { "transient", "lock-error", "no-store", "exception", "timeout", "incomplete", "throttled" };

    /// <summary>Classifies it.</summary>
    /// <param name="answer">The answer, or why there is none.</param>
    /// <returns>Delivered, or why not; never with words of the journal.</returns>
    public static SendOutcome Classify(HttpAnswer answer) => answer.Failure ?? Classify(answer.Status, answer.Headers, answer.Body, DipsOutcome.Of(answer.Body));

    private static SendOutcome Classify(int status, AnswerHeaders headers, ReadOnlyMemory<byte> body, DipsOutcome said) => status switch
    {
        // DIPS answers 200 with an OperationOutcome where other servers answer 4xx.
        200 or 201 or 202 or 204 => said.IsError ? Verdict(status, headers, said) : new SendOutcome.Delivered(Receipt(headers, body)),
        >= 300 and < 400 => Failed(DeliveryErrors.UnreadableAnswer, headers, $"The journal answered {status}; redirects are not followed"),
        401 => Failed(said.Told == DipsErrors.SubscriptionRefused ? DipsErrors.SubscriptionRefused : DeliveryErrors.CredentialsRefused, headers, $"The journal answered {status}", partnerDown: true),
        403 => Failed(said.Told is { Retryable: true } told ? told : DeliveryErrors.CredentialsRefused, headers, $"The journal answered {status}"),
        405 or 501 => Failed(DipsErrors.NotOffered, headers, $"The journal answered {status}"),
        404 or 410 when !said.IsOutcome => Failed(DeliveryErrors.PartnerFault, headers, $"The journal answered {status}: nothing serves this address"),
        408 => Failed(DeliveryErrors.TimedOut, headers, $"The journal answered {status}"),
        409 when said.Code == "duplicate" => new SendOutcome.Delivered(Receipt(headers, body), Repeat: true),
        409 or 412 => Failed(DeliveryErrors.Conflict, headers, $"The journal answered {status}"),
        429 => Failed(DeliveryErrors.Throttled, headers, $"The journal answered {status}"),
        503 when said.Told == DipsErrors.Maintenance => Failed(DipsErrors.Maintenance, headers, "The journal answered 503: maintenance", partnerDown: true),
        502 or 503 or 504 => Failed(DeliveryErrors.PartnerFault, headers, $"The journal answered {status}", partnerDown: true),
        // DIPS answers 500 to what it cannot validate as well as to faults of its own: the outcome tells them apart.
        500 when said.IsError && (said.Told is not null || (said.Code is { } code && !Passing.Contains(code))) => Verdict(status, headers, said),
        >= 400 and < 500 => Verdict(status, headers, said),
        _ => Failed(status is >= 500 and < 600 ? DeliveryErrors.PartnerFault : DeliveryErrors.UnreadableAnswer, headers, $"The journal answered {status}"),
    };

    private static SendOutcome.Failed Verdict(int status, AnswerHeaders headers, DipsOutcome said)
    {
        var error = said.Told
            ?? (said.Code is { } code && Passing.Contains(code) ? DeliveryErrors.PartnerFault
            : said.Code == "not-found" || status is 404 or 410 ? DeliveryErrors.PatientUnknown
            : DeliveryErrors.Refused);
        return Failed(error, headers, said.Code is null ? $"The journal answered {status}" : $"The journal answered {status} with code {said.Code}", error == DipsErrors.SubscriptionRefused || error == DipsErrors.Maintenance);
    }

    private static string? Receipt(AnswerHeaders headers, ReadOnlyMemory<byte> body)
    {
        if (ReceiptLocation.Shorten(headers.Location) is { } location)
            return location;
        using var document = DipsJson.Parse(body);
        return document is not null && DipsJson.Text(document.RootElement, "id") is { Length: <= 64 } id && DipsJson.Text(document.RootElement, "resourceType") is { Length: <= 40 } type ? $"{type}/{id}" : null;
    }

    private static SendOutcome.Failed Failed(ErrorDefinition error, AnswerHeaders headers, string detail, bool partnerDown = false) =>
        new(error.At(detail: detail), error.Retryable ? headers.RetryAfter : null, partnerDown);
}
