namespace Hub.Adapters.CheckWare;

/// <summary>What became of an answered form.</summary>
internal enum DeliveryEvent
{
    /// <summary>It was answered.</summary>
    Completed,

    /// <summary>It was changed after it had been delivered.</summary>
    Amended,

    /// <summary>It was taken back: it should not have been answered by or about this person.</summary>
    Withdrawn,
}
