using System.Globalization;
using Hub.Core.Errors;
using Hub.Delivery.Pauses;
using Hub.Host.Composition;
using Hub.Host.Errors;

namespace Hub.Host.Faces.Operators;

/// <summary><c>/ops/v1/messages</c>: finds messages and shows where one is and why. No patient, no body.</summary>
internal static class MessageFace
{
    /// <summary>Adds the face.</summary>
    /// <param name="routes">Where to.</param>
    /// <param name="services">What it uses.</param>
    public static void Map(IEndpointRouteBuilder routes, HubServices services)
    {
        var door = new OperatorDoor(services);
        var ops = routes.MapGroup("/ops/v1");
        ops.MapGet("/messages", door.For(Need.Own, async (context, person) =>
        {
            var filter = FilterReader.Read(Asked.Of(context.Request.Query, FilterReader.Names), person.Scope, services);
            if (!filter.IsOk)
                return filter.Errors;
            var page = await services.Store.SearchAsync(filter.Value, context.RequestAborted);
            await door.RecordAsync(context, person, "message.list", filter.Value.Tenant, null);
            return await OperatorDoor.AnswerAsync(context, page, MessageViews.Page);
        })).WithMetadata(MessageDocs.List);

        ops.MapPost("/messages/_search", door.For(Need.Own, async (context, person) =>
        {
            var body = await JsonBody.ReadAsync(context.Request, FilterReader.Posted);
            if (!body.IsOk)
                return body.Errors;
            var filter = FilterReader.Read(Asked.Of(body.Value), person.Scope, services);
            if (!filter.IsOk)
                return filter.Errors;
            var page = await services.Store.SearchAsync(filter.Value, context.RequestAborted);
            await door.RecordAsync(context, person, "message.search", filter.Value.Tenant, null);
            return await OperatorDoor.AnswerAsync(context, page, MessageViews.Page);
        })).WithMetadata(MessageDocs.Search);

        ops.MapGet("/messages/{id}", door.For(Need.Own, async (context, person) =>
        {
            if (!long.TryParse((string?)context.Request.RouteValues["id"], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                || await services.Store.FindAsync(id, person.Scope.Tenant, context.RequestAborted) is not { } found
                || OwnTraffic.Of(person.Scope, found) is not { } view)
                return [OperatorErrors.NotFound.At()];
            await door.RecordAsync(context, person, "message.view", view.Message.Tenant, id.ToString(CultureInfo.InvariantCulture));
            var timeline = MessageTimeline.Of(view, services.Snapshots.Current.Tenant(view.Message.Tenant), row => services.Engine?.Pauses.Of(row) ?? PausedTimes.None);
            var verdicts = new List<AmendVerdict>(view.Deliveries.Count);
            foreach (var delivery in view.Deliveries)
                verdicts.Add(await Amending.OfAsync(delivery, services));
            return await OperatorDoor.AnswerAsync(context, (view, timeline, verdicts, Speech.IsNorwegian(context.Request)), MessageViews.Message);
        })).WithMetadata(MessageDocs.View);
    }
}
