using Hub.Ebxml.Agreements;

namespace Hub.Ebxml.Reliability;

/// <summary>When a message is sent again and when it is given up.</summary>
/// <param name="Retries">Sends after the first one.</param>
/// <param name="Interval">Time from one send to the next, and from the last one to giving up.</param>
/// <param name="PersistDuration">No send later than this after the message was made: the receiver may have forgotten its id by then.</param>
/// <param name="TransportRetry">Pause after a hand-over that failed for a passing reason; such a try does not count as a send.</param>
public sealed record ResendSchedule(int Retries, TimeSpan Interval, TimeSpan PersistDuration, TimeSpan TransportRetry)
{
    /// <summary>The schedule of an agreement, with five minutes between failed hand-overs.</summary>
    /// <param name="terms">The agreement's terms.</param>
    /// <returns>The schedule.</returns>
    public static ResendSchedule Of(ReliabilityTerms terms) => new(terms.Retries, terms.RetryInterval, terms.PersistDuration, TimeSpan.FromMinutes(5));

    /// <summary>The instant at which a message is given up whatever happens.</summary>
    /// <param name="message">The message.</param>
    /// <returns>The instant: its time to live or the end of the persist duration, whichever is first.</returns>
    public DateTimeOffset EndOf(SentMessage message)
    {
        var end = message.Created + PersistDuration;
        return message.TimeToLive is { } ttl && ttl < end ? ttl : end;
    }

    /// <summary>When something is due for a message that has no receipt yet.</summary>
    /// <param name="message">The message.</param>
    /// <returns>The next send, or the instant of giving up.</returns>
    public DateTimeOffset DueOf(SentMessage message)
    {
        var next = message.NextTry ?? message.Created;
        var end = EndOf(message);
        return next < end ? next : end;
    }
}
