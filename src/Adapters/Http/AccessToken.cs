using System.Net.Http.Headers;
using Hub.Core.Adapters;

namespace Hub.Adapters.Http;

/// <summary>What asking for a token gave: the header to send, or why there is none.</summary>
/// <param name="Header">The <c>Authorization</c> header; null when the partner wants none or <paramref name="Failure"/> is set.</param>
/// <param name="UsableUntil">When to ask for a new one.</param>
/// <param name="Failure">Why there is no token.</param>
public sealed record AccessToken(AuthenticationHeaderValue? Header, DateTimeOffset UsableUntil, SendOutcome.Failed? Failure = null);
