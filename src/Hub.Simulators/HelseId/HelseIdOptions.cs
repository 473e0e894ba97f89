namespace Hub.Simulators.HelseId;

/// <summary>How a <see cref="HelseIdServer"/> is set up.</summary>
public sealed record HelseIdOptions
{
    /// <summary>Port on 127.0.0.1; 0 (default) takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>The clients it knows; more can be added while it runs.</summary>
    public IReadOnlyList<HelseIdClient> Clients { get; init; } = [];

    /// <summary>How long a token is good for; default 5 min.</summary>
    public TimeSpan TokenLifetime { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>True (default): a proof at the token endpoint must carry a nonce that the server gave; without one the answer is 400 <c>use_dpop_nonce</c>.</summary>
    public bool Nonces { get; init; } = true;
}
