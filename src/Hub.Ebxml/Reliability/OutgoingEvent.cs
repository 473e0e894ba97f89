using Hub.Ebxml.Envelope;

namespace Hub.Ebxml.Reliability;

/// <summary>Something that happened to a sent message. The kinds are closed: those in this file.</summary>
public abstract record OutgoingEvent
{
    private protected OutgoingEvent()
    {
    }
}

/// <summary>Its time has come: send it, or give it up.</summary>
public sealed record Due : OutgoingEvent;

/// <summary>The transport took it over.</summary>
public sealed record HandedOver : OutgoingEvent;

/// <summary>The transport did not take it over.</summary>
/// <param name="Reason">Why; <see cref="Failure.Retryable"/> tells a passing reason from a lasting one.</param>
public sealed record HandOverFailed(Failure Reason) : OutgoingEvent;

/// <summary>An Acknowledgment for it came, its signature already verified.</summary>
/// <param name="FromHer">HER-id it came from; null when it had none.</param>
/// <param name="Acknowledgment">The receipt.</param>
public sealed record AcknowledgmentCame(int? FromHer, AcknowledgmentBody Acknowledgment) : OutgoingEvent;

/// <summary>An ErrorList for it came, its signature already verified.</summary>
/// <param name="FromHer">HER-id it came from; null when it had none.</param>
/// <param name="Errors">The errors.</param>
public sealed record ErrorListCame(int? FromHer, ErrorListBody Errors) : OutgoingEvent;

/// <summary>The mail system says it could not deliver. Unsigned, so it is only remarked: anyone could write such a mail.</summary>
public sealed record Bounced : OutgoingEvent;
