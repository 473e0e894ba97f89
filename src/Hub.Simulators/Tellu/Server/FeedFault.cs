namespace Hub.Simulators.Tellu;

/// <summary>What is wrong with the feed.</summary>
public enum FeedFault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Every page stops halfway, and says that it is whole.</summary>
    Truncated,

    /// <summary>Every page leads to itself.</summary>
    Repeats,
}
