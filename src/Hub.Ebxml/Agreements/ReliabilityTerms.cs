namespace Hub.Ebxml.Agreements;

/// <summary>How long and how often a message is sent before it is given up (CPPA 2.0, ReliableMessaging and PersistDuration).</summary>
/// <param name="Retries">Sends after the first one.</param>
/// <param name="RetryInterval">Time from one send to the next.</param>
/// <param name="PersistDuration">How long ids and answers are kept, counted from the first send; a duplicate later than this is not recognised.</param>
public sealed record ReliabilityTerms(int Retries, TimeSpan RetryInterval, TimeSpan PersistDuration)
{
    /// <summary>What NHN's agreements say: 4 resends, 12 hours apart, 4 days kept (HITS 1171; HIS 1037 recommends 5).</summary>
    public static ReliabilityTerms Nhn { get; } = new(4, TimeSpan.FromHours(12), TimeSpan.FromDays(4));
}
