using System.Text.Json;
using Hub.Core.Deliveries;
using Hub.Core.Errors;
using Hub.Core.Storage;
using Hub.Host.Composition;

namespace Hub.Host.Faces.Operators;

/// <summary><c>POST /ops/v1/deliveries/{id}/amend</c>: sends an edited document in place of the one that was refused, once, under a new generation. For those who may see bodies.</summary>
internal static class AmendFace
{
    /// <summary>Adds the face.</summary>
    /// <param name="routes">Where to.</param>
    /// <param name="services">What it uses.</param>
    public static void Map(IEndpointRouteBuilder routes, HubServices services)
    {
        var door = new OperatorDoor(services);
        routes.MapPost("/ops/v1/deliveries/{id}/amend/preview", door.For(Need.Body, async (context, person) =>
        {
            var asked = await AmendRequest.ReadAsync(context.Request, isPreview: true);
            if (!asked.IsOk)
                return asked.Errors;
            var found = await FindAsync(context, services, person.Scope.Tenant);
            if (!found.IsOk)
                return found.Errors;

            // The difference shows the body: who looks, and why, is written first.
            await door.RecordAsync(context, person, "delivery.amend-preview", found.Value.Row.Tenant, found.Value.Row.Id.ToString(), asked.Value.Reason);
            var diff = DocumentDiff.Of(found.Value.Document, asked.Value.Document, found.Value.Head.MediaType);
            if (!diff.IsOk)
                return diff.Errors;
            context.Response.Headers.CacheControl = "no-store";
            return await OperatorDoor.AnswerAsync(context, (found.Value, diff.Value), Write);
        })).WithMetadata(AmendDocs.Preview);

        routes.MapPost("/ops/v1/deliveries/{id}/amend", door.For(Need.Body, async (context, person) =>
        {
            var asked = await AmendRequest.ReadAsync(context.Request, isPreview: false);
            if (!asked.IsOk)
                return asked.Errors;
            var found = await FindAsync(context, services, person.Scope.Tenant);
            if (!found.IsOk)
                return found.Errors;
            var diff = DocumentDiff.Of(found.Value.Document, asked.Value.Document, found.Value.Head.MediaType);
            if (!diff.IsOk)
                return diff.Errors;
            if (diff.Value.Length == 0)
                return [OperatorErrors.NothingAmended.At()];
            var row = found.Value.Row;
            var amendment = new Amendment(row.Id, asked.Value.Generation!.Value, services.Vault.Seal(row.Tenant, asked.Value.Document), found.Value.Head);
            var done = await services.Store.AmendAsync(amendment, new OperatorAct(person.Name, services.Time.GetUtcNow(), asked.Value.Reason), context.RequestAborted);
            if (!done.IsOk)
                return done.Errors;
            DeliveryRow[] rows = [done.Value];
            services.Engine?.Nudge(rows);
            return await OperatorDoor.AnswerAsync(context, rows, OperatorViews.Rows);
        })).WithMetadata(AmendDocs.Amend);
    }

    private static async Task<Result<Amendable>> FindAsync(HttpContext context, HubServices services, string? tenant)
    {
        if (!DeliveryId.TryParse((string?)context.Request.RouteValues["id"] ?? "", out var id)
            || (await services.Store.FindAsync(id.MessageId, tenant, context.RequestAborted))?.Deliveries.FirstOrDefault(d => d.Row.Id == id) is not { } delivery)
            return OperatorErrors.NotFound.At();
        if (OperatorRules.Amend(delivery.Row.State) is { } refusal)
            return refusal;
        var verdict = await Amending.OfAsync(delivery, services);
        if (verdict is AmendVerdict.Signed)
            return OperatorErrors.NoDocument.At(detail: "The document is signed for sending: edited, its signature would not hold");
        if (verdict is not AmendVerdict.Possible
            || delivery.Document is not { } head
            || await services.Store.BodiesAsync(id.MessageId, context.RequestAborted) is not { } stored
            || !stored.Documents.TryGetValue(id, out var bytes)
            || bytes.IsEmpty)
            return OperatorErrors.NoDocument.At();
        var document = services.Vault.Open(delivery.Row.Tenant, bytes.Span);
        return document.IsOk ? new Amendable(delivery.Row, head, document.Value) : Result<Amendable>.Failed(document.Errors);
    }

    private static void Write(Utf8JsonWriter json, (Amendable Found, string Diff) preview)
    {
        json.WriteStartObject();
        json.WriteString("delivery", preview.Found.Row.Id.ToString());
        json.WriteNumber("generation", preview.Found.Row.Generation);
        json.WriteString("form", preview.Found.Head.Form);
        json.WriteString("mediaType", preview.Found.Head.MediaType);
        json.WriteString("diff", preview.Diff);
        json.WriteEndObject();
    }

    private sealed record Amendable(DeliveryRow Row, DocumentHead Head, byte[] Document);
}
