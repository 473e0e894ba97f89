using System.Collections.Concurrent;

namespace Hub.Simulators.HelseId;

/// <summary>What the simulated HelseID did.</summary>
public sealed class HelseIdLedger
{
    private readonly ConcurrentQueue<TokenGrant> _grants = new();
    private readonly ConcurrentQueue<TokenRefusal> _refusals = new();

    /// <summary>Tokens given to clients, in order.</summary>
    public IReadOnlyList<TokenGrant> Grants => [.. _grants];

    /// <summary>Requests refused, in order; a request for a nonce is one.</summary>
    public IReadOnlyList<TokenRefusal> Refusals => [.. _refusals];

    internal void Granted(string client, string? organization, IReadOnlyList<string> scopes) => _grants.Enqueue(new TokenGrant(client, organization, scopes));

    internal void Refused(string error, string description) => _refusals.Enqueue(new TokenRefusal(error, description));
}

/// <summary>A token that was given.</summary>
/// <param name="ClientId">To whom.</param>
/// <param name="Organization">Organisation number it speaks for, null for none.</param>
/// <param name="Scopes">What it allows.</param>
public sealed record TokenGrant(string ClientId, string? Organization, IReadOnlyList<string> Scopes);

/// <summary>A request that was refused.</summary>
/// <param name="Error">Code as in RFC 6749 section 5.2 and RFC 9449.</param>
/// <param name="Description">The rule that was broken.</param>
public sealed record TokenRefusal(string Error, string Description);
