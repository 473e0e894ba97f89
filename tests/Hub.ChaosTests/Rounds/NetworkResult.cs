using System.Globalization;
using Hub.ChaosTests.Proof;

namespace Hub.ChaosTests.Rounds;

/// <summary>What a round on the message network gave.</summary>
/// <param name="Plan">What was done.</param>
/// <param name="Evidence">What everybody says.</param>
/// <param name="Repeats">Messages that came to a counterpart again and were answered as before.</param>
/// <param name="Sends">How often the hospital sent its letters, in all.</param>
/// <param name="Kills">Nodes killed.</param>
/// <param name="Ended">Time to the end of the trouble, starts of nodes included; the rest is the drain.</param>
/// <param name="Took">Time of the whole round.</param>
/// <param name="Breaches">Promises broken.</param>
/// <param name="Logs">The last lines of the nodes.</param>
internal sealed record NetworkResult(RoundPlan Plan, NetworkEvidence Evidence, int Repeats, int Sends, int Kills, TimeSpan Ended, TimeSpan Took, IReadOnlyList<string> Breaches, string Logs)
{
    public const string Head = "backing  nodes trouble       plans letters delivered dead repeats sends kills end/s took/s seed";

    public string Line => string.Create(
        CultureInfo.InvariantCulture,
        $"{Plan.Backing,-8} {Plan.Nodes,5} {Plan.Trouble,-13} {Evidence.Plans.Count,5} {Evidence.Letters.Count,7} {Evidence.Hub.Delivered,9} {Evidence.Hub.DeadLettered,4} {Repeats,7} {Sends,5} {Kills,5} {Ended.TotalSeconds,5:0.0} {Took.TotalSeconds,6:0.0} {Plan.Seed} {(Breaches.Count == 0 ? "balanced" : "BROKEN")}");
}
