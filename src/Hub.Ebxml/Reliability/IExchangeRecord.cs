namespace Hub.Ebxml.Reliability;

/// <summary>
/// The memory of a message service handler. Every call is one atomic, durable step: when it has returned, a crash does not undo it.
/// An implementation in a database runs <see cref="AddReceivedAsync"/> in the same transaction as the hand-over of the payload, so that
/// payload, id and answer are there together or not at all; the answer is sent after that commit.
/// </summary>
public interface IExchangeRecord
{
    /// <summary>Remembers a received message unless one with the same key is there.</summary>
    /// <param name="message">The message with its answer, already signed.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>Null when it is now remembered; else the earlier one, and nothing was changed. Of two at once exactly one gets null.</returns>
    ValueTask<RememberedMessage?> AddReceivedAsync(RememberedMessage message, CancellationToken cancellation);

    /// <summary>Finds a received message.</summary>
    /// <param name="key">Sender and id.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The message; null when it never came or is forgotten.</returns>
    ValueTask<RememberedMessage?> FindReceivedAsync(ReceivedKey key, CancellationToken cancellation);

    /// <summary>Forgets received messages whose time to be kept is over.</summary>
    /// <param name="now">The time.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>How many were forgotten.</returns>
    ValueTask<int> ForgetReceivedAsync(DateTimeOffset now, CancellationToken cancellation);

    /// <summary>Remembers a message before its first send.</summary>
    /// <param name="message">The message, version 0.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>False when one with the same id is there; nothing was changed then.</returns>
    ValueTask<bool> AddSentAsync(SentMessage message, CancellationToken cancellation);

    /// <summary>Finds a sent message.</summary>
    /// <param name="messageId">eb:MessageId.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The message; null when it was never sent or is forgotten.</returns>
    ValueTask<SentMessage?> FindSentAsync(string messageId, CancellationToken cancellation);

    /// <summary>Stores a new state of a sent message if nobody else has changed it meanwhile.</summary>
    /// <param name="message">The new state.</param>
    /// <param name="seenVersion">The version the decision was made on.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>False when the stored version is another: read again and decide again.</returns>
    ValueTask<bool> SaveSentAsync(SentMessage message, int seenVersion, CancellationToken cancellation);

    /// <summary>The messages for which something is due, earliest first.</summary>
    /// <param name="schedule">When things are due.</param>
    /// <param name="now">The time.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The messages, none of them final.</returns>
    ValueTask<IReadOnlyList<SentMessage>> DueAsync(ResendSchedule schedule, DateTimeOffset now, int limit, CancellationToken cancellation);
}
