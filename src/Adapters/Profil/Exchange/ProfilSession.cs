using Hub.Core.Adapters;

namespace Hub.Adapters.Profil.Exchange;

/// <summary>A session with the journal, or why there is none.</summary>
/// <param name="Token">What each call shows; empty when there is no session.</param>
/// <param name="UsableUntil">When to open a new one.</param>
/// <param name="Failure">Why there is none.</param>
public sealed record ProfilSession(string Token, DateTimeOffset UsableUntil, SendOutcome.Failed? Failure = null);
