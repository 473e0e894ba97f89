namespace Hub.Simulators.Dignio;

/// <summary>What a load did.</summary>
/// <param name="Posts">Requests sent, repeats included.</param>
/// <param name="Taken">Numbers of the events that the hub has said it has, rising. The event id is the prefix, a hyphen and nine digits.</param>
/// <param name="Unanswered">Numbers of the events without an answer: the hub may or may not have them.</param>
/// <param name="Refused">Events answered 4xx.</param>
/// <param name="Repeated">Events answered 200: a first post had arrived after all.</param>
/// <param name="Elapsed">Time from the first post to the last answer.</param>
/// <param name="P50">Half of the first posts were answered within this time; in an open loop counted from the instant at which the post was due.</param>
/// <param name="P99">99 in 100.</param>
/// <param name="P999">999 in 1000.</param>
public sealed record LoadReport(
    long Posts, IReadOnlyList<int> Taken, IReadOnlyList<int> Unanswered, int Refused, int Repeated, TimeSpan Elapsed, TimeSpan P50, TimeSpan P99, TimeSpan P999)
{
    /// <summary>Events taken per second.</summary>
    public double PerSecond => Taken.Count / Elapsed.TotalSeconds;
}
