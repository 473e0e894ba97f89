using Hub.AcceptanceTests.Staging;
using Xunit;

namespace Hub.AcceptanceTests.Journeys.Messaging;

/// <summary>What all journeys on the message network share.</summary>
/// <param name="backing">What the hub stands on.</param>
public abstract class NetworkJourney(BackingKind backing)
{
    private protected Task<Network> OpenAsync(NetworkPlan? plan = null) => Network.OpenAsync(backing, plan);

    /// <summary>Nothing that the hub sent gave the counterparts' own verifiers cause to complain.</summary>
    private protected static void AssertNoFault(Network network) => Assert.Empty(network.Faults);
}
