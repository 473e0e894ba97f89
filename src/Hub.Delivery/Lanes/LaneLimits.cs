namespace Hub.Delivery.Lanes;

/// <summary>How much of a lane is kept in memory.</summary>
/// <param name="Lane">Deliveries of one lane.</param>
/// <param name="ThinAfter">A lane that waits longer keeps none.</param>
internal readonly record struct LaneLimits(int Lane, TimeSpan ThinAfter);

/// <summary>What became of a delivery that was offered to memory.</summary>
internal enum Offered
{
    /// <summary>It is in memory now.</summary>
    Taken,

    /// <summary>It was there, is being sent, or has just been.</summary>
    Known,

    /// <summary>It stays in the database; its lane will be read when it is its turn.</summary>
    Left,
}

/// <summary>What an outcome means for the lane.</summary>
internal enum Fate
{
    /// <summary>It went through: the next may go at once, even before this is written.</summary>
    Sent,

    /// <summary>It is tried again: nothing goes before that.</summary>
    Retry,

    /// <summary>It is over without having gone through: the next may go once this is written.</summary>
    Over,

    /// <summary>It is a dead letter that closes the lane.</summary>
    Closed,
}
