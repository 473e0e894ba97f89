namespace Hub.Ebxml.Reliability;

/// <summary>How far a sent message has come.</summary>
public enum SentPhase
{
    /// <summary>Waiting for its receipt, with sends still to come or a last wait.</summary>
    Waiting,

    /// <summary>Delivered: the Acknowledgment proves it.</summary>
    Acknowledged,

    /// <summary>Delivered: the receiver answered with warnings only.</summary>
    Warned,

    /// <summary>Not delivered: the receiver answered with an error.</summary>
    Refused,

    /// <summary>Not delivered: given up, could not be handed over, or acknowledged with other digests than were sent.</summary>
    Failed,
}
