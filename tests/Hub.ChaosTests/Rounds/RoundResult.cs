using System.Globalization;
using Hub.ChaosTests.Proof;

namespace Hub.ChaosTests.Rounds;

/// <summary>What a round gave.</summary>
/// <param name="Plan">What was done.</param>
/// <param name="Evidence">What the three parties say.</param>
/// <param name="Repeats">How often the receiver was sent what it had already.</param>
/// <param name="Kills">Nodes killed.</param>
/// <param name="FirstDelivery">From the restart to the first effect, when all nodes were dead.</param>
/// <param name="Took">Time of the whole round.</param>
/// <param name="Breaches">Promises broken.</param>
/// <param name="Logs">The last lines of the nodes.</param>
internal sealed record RoundResult(
    RoundPlan Plan, Evidence Evidence, long Repeats, int Kills, TimeSpan? FirstDelivery, TimeSpan Took, IReadOnlyList<string> Breaches, string Logs)
{
    public const string Head = "backing  nodes trouble       accepted delivered dead repeats reposts kills first/s took/s seed";

    public string Line => string.Create(
        CultureInfo.InvariantCulture,
        $"{Plan.Backing,-8} {Plan.Nodes,5} {Plan.Trouble,-13} {Evidence.Hub.Accepted,8} {Evidence.Hub.Delivered,9} {Evidence.Hub.DeadLettered,4} {Repeats,7} {Reposts,7} {Kills,5} {FirstDelivery?.TotalSeconds,7:0.00} {Took.TotalSeconds,6:0.0} {Plan.Seed} {(Breaches.Count == 0 ? "balanced" : "BROKEN")}");

    private int Reposts => Evidence.Sent.Sum(e => e.Posts - 1);
}
