using Hub.ChaosTests.Load;
using Hub.Simulators.Gerica;
using Hub.Tests.Support;

namespace Hub.ChaosTests.Proof;

/// <summary>What three parties say after a round: the sender, the hub and the receiver.</summary>
/// <param name="Sent">Every event, in the order sent per patient.</param>
/// <param name="Hub">The hub's ledger after the drain.</param>
/// <param name="Effects">What took effect at the receiver, in order of arrival.</param>
/// <param name="UnknownPatient">Whose events must all be dead letters.</param>
internal sealed record Evidence(IReadOnlyList<SentEvent> Sent, HubLedger Hub, IReadOnlyList<Effect> Effects, string UnknownPatient);
