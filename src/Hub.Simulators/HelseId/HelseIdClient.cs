using Hub.Core.Jose;

namespace Hub.Simulators.HelseId;

/// <summary>A client as the simulated HelseID knows it.</summary>
/// <param name="ClientId">Its id.</param>
/// <param name="Keys">Public keys it may sign its assertions with; two while one replaces the other.</param>
/// <param name="Scopes">Scopes it may have.</param>
public sealed record HelseIdClient(string ClientId, IReadOnlyList<PublicJwk> Keys, IReadOnlyList<string> Scopes)
{
    /// <summary>Organisations that a multi-tenant client may act for (parent numbers). Empty (default) = a single-tenant client.</summary>
    public IReadOnlyList<string> Organizations { get; init; } = [];

    /// <summary>The organisation of a single-tenant client; null = its tokens name none.</summary>
    public string? Organization { get; init; }

    /// <summary>True (default): its tokens are bound to a key, and the token endpoint asks for a proof (RFC 9449). False: bearer tokens.</summary>
    public bool DPoP { get; init; } = true;

    /// <summary>True takes assertions of the old style too: audience = token endpoint, no <c>typ</c>, as the sample of DIPS makes them. Default false.</summary>
    public bool OldAssertions { get; init; }

    /// <summary>Name in tokens; null for none.</summary>
    public string? Name { get; init; }
}
