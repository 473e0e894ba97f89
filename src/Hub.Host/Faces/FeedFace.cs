using Hub.Core.Storage;
using Hub.Core.Tenants;
using Hub.Host.Composition;
using Hub.Host.Faces.Operators;
using Hub.Host.Polling;

namespace Hub.Host.Faces;

/// <summary><c>/ops/v1/feeds</c>: how the partners fare that the hub fetches from, over all nodes.</summary>
internal static class FeedFace
{
    private const int MostOfTenant = 1000;

    /// <summary>Adds the face.</summary>
    /// <param name="routes">Where to.</param>
    /// <param name="services">What it uses.</param>
    public static void Map(IEndpointRouteBuilder routes, HubServices services)
    {
        var door = new OperatorDoor(services);
        routes.MapGet("/ops/v1/feeds", door.For(Need.View, async (context, person) =>
        {
            if (MessageQuery.Unknown(context.Request.Query, "tenant") is { Count: > 0 } unknown)
                return unknown;
            var tenant = OperatorDoor.Tenant(context, person);
            var feeds = new List<FeedView>();
            foreach (var one in services.Snapshots.Current.Tenants.Where(t => tenant is null || t.Name == tenant))
                feeds.AddRange(await OfAsync(one, services, context.RequestAborted));
            await door.RecordAsync(context, person, "feed.list", tenant, null);
            return await OperatorDoor.AnswerAsync(context, ((IReadOnlyList<FeedView>)feeds, services.Time.GetUtcNow()), FeedView.Write);
        })).WithMetadata(FeedDocs.FeedList);
    }

    private static async Task<IEnumerable<FeedView>> OfAsync(TenantConfig tenant, HubServices services, CancellationToken cancel)
    {
        var polled = tenant.Partners.Values.Where(p => p.Inbound?.Auth == InboundAuth.Poll).ToList();
        if (polled.Count == 0)
            return [];
        var records = (await services.Store.FindAsync(new RecordFilter(tenant.Name, RecordKinds.Feed) { Limit = MostOfTenant }, cancel)).ToDictionary(r => r.Key);
        return polled.Select(partner =>
            records.GetValueOrDefault(partner.Name) is { } record ? new FeedView(partner, record, FeedState.Of(record, services.Vault)) : new FeedView(partner, null, FeedState.New));
    }
}
