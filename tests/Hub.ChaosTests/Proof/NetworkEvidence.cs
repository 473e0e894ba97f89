using Hub.ChaosTests.Load;
using Hub.Simulators.Messaging;
using Hub.Tests.Support;

namespace Hub.ChaosTests.Proof;

/// <summary>What everybody says after a round on the message network.</summary>
/// <param name="Plans">Every event of the vendor.</param>
/// <param name="Hub">The hub's ledger after the drain.</param>
/// <param name="AtGp">The vendor's event id in each document that took effect at the GP.</param>
/// <param name="Letters">Every letter of the hospital.</param>
/// <param name="AtJournal">The document id of everything that took effect in the journal.</param>
/// <param name="Receipts">The GP's own AppRecs, as messages.</param>
/// <param name="Second">Documents that came to a counterpart a second time in an envelope of their own.</param>
/// <param name="Faults">What the counterparts found wrong with what the hub sent.</param>
internal sealed record NetworkEvidence(
    IReadOnlyList<SentEvent> Plans, HubLedger Hub, IReadOnlyList<string> AtGp, IReadOnlyList<SentLetter> Letters, IReadOnlyList<string> AtJournal,
    IReadOnlyList<SentLetter> Receipts, int Second, IReadOnlyList<string> Faults)
{
    /// <summary>Whether the network lost nothing, so that what is sent in order has to arrive in order.</summary>
    public bool KeepsOrder { get; init; }
}
