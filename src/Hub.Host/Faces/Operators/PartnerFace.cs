using Hub.Core.Errors;
using Hub.Host.Composition;
using Hub.Host.Health;

namespace Hub.Host.Faces.Operators;

/// <summary><c>/ops/v1/partners</c>: how partners fare, over all nodes.</summary>
internal static class PartnerFace
{
    private const int CountedAtMost = 100_000;

    /// <summary>Adds the face.</summary>
    /// <param name="routes">Where to.</param>
    /// <param name="services">What it uses.</param>
    public static void Map(IEndpointRouteBuilder routes, HubServices services)
    {
        var door = new OperatorDoor(services);
        routes.MapGet("/ops/v1/partners", door.For(Need.View, async (context, person) =>
        {
            if (MessageQuery.Unknown(context.Request.Query, "tenant") is { Count: > 0 } unknown)
                return unknown;
            var tenant = OperatorDoor.Tenant(context, person);
            var partners = await ReadAsync(services, tenant, context.RequestAborted);
            await door.RecordAsync(context, person, "partner.list", tenant, null);
            return await OperatorDoor.AnswerAsync(context, partners, PartnerViews.All);
        })).WithMetadata(HealthDocs.PartnerList);

        routes.MapGet("/ops/v1/partners/{tenant}/{partner}", door.For(Need.View, async (context, person) =>
        {
            var (tenant, name) = ((string)context.Request.RouteValues["tenant"]!, (string)context.Request.RouteValues["partner"]!);
            if (services.Snapshots.Current.Partner(tenant, name) is null)
                return [OperatorErrors.NotFound.At()];
            var partner = (await ReadAsync(services, tenant, context.RequestAborted)).First(p => p.Partner.Name == name);
            var attempts = await RecentAttempts.ReadAsync(services.Store, partner, context.RequestAborted);
            await door.RecordAsync(context, person, "partner.view", tenant, name);
            return await OperatorDoor.AnswerAsync(context, (partner, attempts), PartnerViews.One);
        })).WithMetadata(HealthDocs.PartnerView);
    }

    private static async Task<IReadOnlyList<PartnerHealth>> ReadAsync(HubServices services, string? tenant, CancellationToken cancel)
    {
        var reading = services.Health.Reading;
        return await reading.PartnersAsync(await reading.NodesAsync(cancel), tenant, CountedAtMost, cancel);
    }
}
