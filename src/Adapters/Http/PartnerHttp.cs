using Hub.Core.Adapters;
using Hub.Core.Tenants;

namespace Hub.Adapters.Http;

/// <summary>The connection pool to one partner, which also passes on what time it is there.</summary>
public static class PartnerHttp
{
    /// <summary>Makes a pool as <see cref="PooledHandler"/> does.</summary>
    /// <param name="partner">The partner.</param>
    /// <param name="context">Who wants to know the partner's time.</param>
    /// <returns>The handler; whoever asked disposes it.</returns>
    public static HttpMessageHandler For(PartnerConfig partner, SenderContext context) =>
        context.Clocks is { } clocks ? new Watch(PooledHandler.For(partner), partner, clocks) : PooledHandler.For(partner);

    private sealed class Watch(HttpMessageHandler inner, PartnerConfig partner, IPartnerClocks clocks) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);

            // An answer from a cache is as old as the cache. A token service is not the partner; where the tenant file has no address, register or agreement have it.
            var isPartner = partner.Url is { } url ? request.RequestUri?.Host == url.Host : partner.Auth is null;
            if (isPartner && response.Headers is { Date: { } date, Age: null })
                clocks.Saw(partner.Tenant, partner.Name, date);
            return response;
        }
    }
}
