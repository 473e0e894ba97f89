using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Hub.Simulators.Gerica;

/// <summary>Tokens handed out and not yet over (RFC 6749 section 4.4).</summary>
internal sealed class AccessTokens(GericaOptions options, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, (string Client, DateTimeOffset Ends)> _tokens = new(StringComparer.Ordinal);

    public bool Asked => options.Clients.Count > 0;

    public int LifetimeSeconds => (int)options.TokenLifetime.TotalSeconds;

    public string? Issue(string? client, string? secret)
    {
        if (client is null || secret is null || !options.Clients.TryGetValue(client, out var expected) || expected != secret)
            return null;
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        _tokens[token] = (client, time.GetUtcNow() + options.TokenLifetime);
        return token;
    }

    /// <summary>The client of a token; null when the token is unknown or over.</summary>
    public string? Client(string? authorization)
    {
        if (!Asked)
            return "-";
        if (authorization is null || !authorization.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
            return null;
        return _tokens.TryGetValue(authorization[7..], out var token) && token.Ends > time.GetUtcNow() ? token.Client : null;
    }

    public void ExpireAll() => _tokens.Clear();
}
