namespace Hub.Core.Storage;

/// <summary>Deletes bodies whose time is over, and keeps what the timelines say.</summary>
public interface IRetentionStore
{
    /// <summary>Goes on deleting the bodies of a tenant: what came in and every document that was sent. A message with a delivery that has not ended keeps its bodies, and is looked at again in later steps. One step is one short transaction.</summary>
    /// <param name="step">Where to go on, and up to when.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>How far it came.</returns>
    Task<RetentionProgress> DeleteBodiesAsync(RetentionStep step, CancellationToken cancel);

    /// <summary>Deletes what actions of operators were about (<see cref="RecordKinds.ActionPart"/>) once they have ended; the actions and their audit entries stay. Also what belongs to no action.</summary>
    /// <param name="before">Of actions that ended before this moment.</param>
    /// <param name="limit">At most so many parts.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>How many were deleted.</returns>
    Task<int> DeleteActionPartsAsync(DateTimeOffset before, int limit, CancellationToken cancel);
}

/// <summary>Where to go on deleting.</summary>
/// <param name="Tenant">Tenant.</param>
/// <param name="Before">Bodies of messages accepted before this moment go.</param>
/// <param name="After">Messages up to this number were looked at before; 0 at first.</param>
/// <param name="Late">Messages up to that number that had not ended then.</param>
/// <param name="Limit">Look at about so many messages.</param>
public sealed record RetentionStep(string Tenant, DateTimeOffset Before, long After, IReadOnlyList<long> Late, int Limit);

/// <summary>How far deleting came.</summary>
/// <param name="After">Messages up to this number were looked at.</param>
/// <param name="Late">Those among them that have not ended.</param>
/// <param name="Deleted">Messages whose bodies went in this step.</param>
/// <param name="IsDone">True when nothing more is old enough.</param>
/// <param name="OldestAt">When the oldest message was accepted that is next in turn; null when there is none.</param>
public sealed record RetentionProgress(long After, IReadOnlyList<long> Late, int Deleted, bool IsDone, DateTimeOffset? OldestAt);
