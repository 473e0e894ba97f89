using Hub.Core.Errors;

namespace Hub.Host.Polling;

/// <summary>How a reading of a feed ended.</summary>
/// <param name="Error">What stopped it; null when it came to the end.</param>
/// <param name="ByPartner">Whether the partner failed, and not the hub: then it is asked less often.</param>
/// <param name="More">Whether there is more right now.</param>
/// <param name="Lost">Whether another node has taken over.</param>
internal sealed record FeedEnd(HubError? Error = null, bool ByPartner = false, bool More = false, bool Lost = false)
{
    /// <summary>Read to the end.</summary>
    public static FeedEnd AllRead { get; } = new();

    /// <summary>Stopped before the end, through nobody's fault: it goes on where it stopped.</summary>
    public static FeedEnd BrokenOff { get; } = new(More: true);

    /// <summary>Another node has taken over.</summary>
    public static FeedEnd TakenOver { get; } = new(Lost: true);

    /// <summary>The partner failed.</summary>
    public static FeedEnd Failed(HubError error) => new(error, ByPartner: true);

    /// <summary>The hub cannot take in right now.</summary>
    public static FeedEnd Held(HubError error) => new(error);
}
