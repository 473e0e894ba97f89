using Hub.Core.Adapters;
using Hub.Core.Errors;

namespace Hub.Adapters.Profil.Exchange;

/// <summary>What an answer of the journal means. The README beside the adapter has the table.</summary>
public static class ProfilAnswer
{
    /// <summary>The session is not known or over.</summary>
    public const int SessionOver = 1002;

    /// <summary>The user is not known.</summary>
    public const int UserUnknown = 2001;

    /// <summary>The measure is not known.</summary>
    public const int MeasureUnknown = 2003;

    /// <summary>There is such a measure already; the answer names it.</summary>
    public const int MeasureExists = 3001;

    /// <summary>The measure has ended.</summary>
    public const int MeasureOver = 3004;

    /// <summary>Finds why an answer is no success.</summary>
    /// <param name="reply">The answer.</param>
    /// <param name="options">Pinned version, and what a mismatch means.</param>
    /// <returns>The failure; null for a success with a body that can be read.</returns>
    public static SendOutcome.Failed? Fault(ProfilReply reply, ProfilOptions options) =>
        reply.Failure
        ?? Closed(reply)
        ?? Gateway(reply)
        ?? Mismatch(reply, options)
        ?? (reply.ErrorCode > 0 ? ByCode(reply, options) : ByStatus(reply));

    /// <summary>The failure of a version that is not the pinned one.</summary>
    /// <param name="found">The version found, null when the answer names none.</param>
    /// <param name="options">Pinned version, and what a mismatch means.</param>
    /// <returns>The failure; null when both are the same.</returns>
    public static SendOutcome.Failed? Mismatch(string? found, ProfilOptions options)
    {
        if (found == options.ApiVersion)
            return null;
        var shown = found is { Length: <= 10 } && found.All(c => char.IsAsciiDigit(c) || c == '.') ? found : "none that can be read";
        var error = ProfilErrors.VersionMismatch.At("options.apiVersion", $"The tenant file names version {options.ApiVersion}, the journal answers with {shown}");
        return new SendOutcome.Failed(error with { Retryable = options.RetriesMismatch }, PartnerDown: options.RetriesMismatch);
    }

    // While it is maintained, the journal answers with 503, with its own code, or with a page for people and status 200.
    private static SendOutcome.Failed? Closed(ProfilReply reply) =>
        reply is { Status: 503 } or { ErrorCode: 5002 } || (reply.IsPage && reply.Status is 200 or >= 500)
            ? Failed(ProfilErrors.Maintenance, reply, reply.IsPage ? "The journal shows a page for people instead of an answer" : null, partnerDown: true)
            : null;

    // What stands between hub and journal knows neither version nor codes.
    private static SendOutcome.Failed? Gateway(ProfilReply reply) => reply.Body is not null ? null : reply.Status switch
    {
        408 => Failed(DeliveryErrors.TimedOut, reply, "The journal answered 408"),
        429 => Failed(DeliveryErrors.Throttled, reply, "The journal answered 429"),
        502 or 504 => Failed(DeliveryErrors.PartnerFault, reply, $"The journal answered {reply.Status}", partnerDown: true),
        >= 500 => Failed(DeliveryErrors.PartnerFault, reply, $"The journal answered {reply.Status}"),
        >= 300 and < 400 => Failed(DeliveryErrors.UnreadableAnswer, reply, $"The journal answered {reply.Status}; redirects are not followed"),
        404 or 410 => Failed(DeliveryErrors.PartnerFault, reply, $"The journal answered {reply.Status}: nothing serves this address"),
        401 or 403 => Failed(DeliveryErrors.CredentialsRefused, reply, $"The journal answered {reply.Status}", partnerDown: true),
        _ => Failed(DeliveryErrors.UnreadableAnswer, reply, $"The journal answered {reply.Status} with something that is not its XML"),
    };

    private static SendOutcome.Failed? Mismatch(ProfilReply reply, ProfilOptions options) => Mismatch(reply.Version, options);

    private static SendOutcome.Failed ByCode(ProfilReply reply, ProfilOptions options) => reply.ErrorCode switch
    {
        1001 or SessionOver or 1003 => Failed(DeliveryErrors.CredentialsRefused, reply, partnerDown: true),
        1004 => Failed(DeliveryErrors.CredentialsRefused, reply),
        1101 => Mismatch(reply.Body!.Attribute("versjon")?.Value, options) ?? Failed(ProfilErrors.VersionMismatch, reply),
        UserUnknown or 2002 => Failed(DeliveryErrors.PatientUnknown, reply),
        MeasureUnknown or MeasureOver => Failed(ProfilErrors.MeasureEnded, reply),
        3003 => Failed(ProfilErrors.JournalLocked, reply),
        3005 => Failed(DeliveryErrors.Conflict, reply, reply.Number("versjon") is { } held ? $"The journal holds version {held} of this plan, which is not older" : null),
        MeasureExists or 3002 => Failed(DeliveryErrors.Conflict, reply),
        5001 => Failed(DeliveryErrors.PartnerFault, reply),
        5003 => Failed(DeliveryErrors.Throttled, reply),
        >= 5000 => Failed(DeliveryErrors.PartnerFault, reply),
        _ => Failed(DeliveryErrors.Refused, reply),
    };

    private static SendOutcome.Failed? ByStatus(ProfilReply reply) => reply.Status switch
    {
        200 or 201 => null,
        401 or 403 => Failed(DeliveryErrors.CredentialsRefused, reply, $"The journal answered {reply.Status}", partnerDown: true),
        >= 400 and < 500 => Failed(DeliveryErrors.Refused, reply, $"The journal answered {reply.Status}"),
        >= 500 => Failed(DeliveryErrors.PartnerFault, reply, $"The journal answered {reply.Status}"),
        _ => Failed(DeliveryErrors.UnreadableAnswer, reply, $"The journal answered {reply.Status}"),
    };

    private static SendOutcome.Failed Failed(ErrorDefinition error, ProfilReply reply, string? detail = null, bool partnerDown = false)
    {
        var said = reply.ErrorCode > 0 ? $"{detail ?? error.Title} (feilkode {reply.ErrorCode})" : detail;
        return new SendOutcome.Failed(error.At(Field(reply), said), error.Retryable ? reply.Headers.RetryAfter : null, partnerDown);
    }

    // A field is shown only in a form that can carry no name and no number of a person.
    private static string? Field(ProfilReply reply) =>
        reply.Body?.Attribute("felt")?.Value is { Length: > 0 and <= 80 } field && field.All(c => char.IsAsciiLetter(c) || c is '/' or '@' or '.' or '[' or ']') ? field : null;
}
