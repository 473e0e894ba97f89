namespace Hub.Delivery.Broker;

/// <summary>Names at the broker.</summary>
/// <param name="Prefix">Start of every name.</param>
internal sealed record BrokerNames(string Prefix)
{
    /// <summary>Message type of a token: whoever holds it unacknowledged is the queue's active consumer.</summary>
    public const string Token = "token";

    /// <summary>Message type of a hint.</summary>
    public const string Hint = "hint";

    public string Events => $"{Prefix}.events";

    public string Queue(int partition) => $"{Prefix}.p.{partition}";
}
