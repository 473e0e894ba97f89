using Hub.Core.Errors;
using Hub.Core.Storage;
using Hub.Host.Composition;
using Hub.Host.Errors;

namespace Hub.Host.Faces.Operators;

/// <summary><c>/ops/v1/me</c> and <c>/ops/v1/audit</c>: who calls, and who did what.</summary>
internal static class AuditFace
{
    /// <summary>Adds the face.</summary>
    /// <param name="routes">Where to.</param>
    /// <param name="services">What it uses.</param>
    public static void Map(IEndpointRouteBuilder routes, HubServices services)
    {
        var door = new OperatorDoor(services);
        var ops = routes.MapGroup("/ops/v1");
        ops.MapGet("/me", door.For(Need.Own, (context, person) => OperatorDoor.AnswerAsync(context, person, AuditViews.Me))).WithMetadata(AuditDocs.Me);
        ops.MapGet("/audit", door.For(Need.View, async (context, person) =>
        {
            var filter = Read(OperatorDoor.Tenant(context, person), context.Request.Query);
            if (!filter.IsOk)
                return filter.Errors;
            var page = await services.Store.EntriesAsync(filter.Value, context.RequestAborted);
            await door.RecordAsync(context, person, "audit.view", filter.Value.Tenant, null);
            return await OperatorDoor.AnswerAsync(context, (page, filter.Value.Limit), AuditViews.Page);
        })).WithMetadata(AuditDocs.List);
    }

    private static Result<AuditFilter> Read(string? tenant, IQueryCollection query)
    {
        var errors = MessageQuery.Unknown(query, "tenant", "who", "action", "target", "from", "to", "before", "limit");
        var (from, to) = (Moment(query, "from", errors), Moment(query, "to", errors));
        if (from >= to)
            errors.Add(HttpErrors.BadParameter.At("to", "Must be after 'from'"));
        var before = MessageQuery.Number(query, "before", null, long.MaxValue, errors);
        var limit = MessageQuery.Number(query, "limit", 50, 200, errors) ?? 50;
        return errors.Count > 0
            ? Result<AuditFilter>.Failed(errors)
            : new AuditFilter(tenant, query["who"], query["action"], query["target"], from, to, before, (int)limit);
    }

    private static DateTimeOffset? Moment(IQueryCollection query, string name, List<HubError> errors)
    {
        if (query[name] is not [{ } text])
            return null;
        if (Asked.Moment(text) is { } moment)
            return moment;
        errors.Add(HttpErrors.BadParameter.At(name, Asked.MomentForm));
        return null;
    }
}
