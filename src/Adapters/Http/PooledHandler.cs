using Hub.Core.Tenants;

namespace Hub.Adapters.Http;

/// <summary>The connection pool to one partner.</summary>
public static class PooledHandler
{
    /// <summary>Makes a pool. Connections are kept, renewed every five minutes so that a changed address is seen, and never follow a redirect.</summary>
    /// <param name="partner">The partner.</param>
    /// <returns>The handler; whoever asked disposes it.</returns>
    public static SocketsHttpHandler For(PartnerConfig partner) => new()
    {
        // A redirect could carry a patient's data to an address that nobody configured.
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        ActivityHeadersPropagator = null,
        ConnectTimeout = partner.Timeout < TimeSpan.FromSeconds(10) ? partner.Timeout : TimeSpan.FromSeconds(10),
        // Room for a batch that goes out one by one, a token call and a probe beside the window.
        MaxConnectionsPerServer = partner.Window + partner.Batch + 2,
        PooledConnectionIdleTimeout = TimeSpan.FromMinutes(1),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        MaxResponseHeadersLength = 32,
    };
}
