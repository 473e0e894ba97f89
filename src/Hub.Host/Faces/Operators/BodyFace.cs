using System.Globalization;
using System.Text.Json;
using Hub.Core.Errors;
using Hub.Core.Storage;
using Hub.Host.Composition;

namespace Hub.Host.Faces.Operators;

/// <summary><c>POST /ops/v1/messages/{id}/bodies</c>: opens what a message brought in and what was sent, for a purpose that is recorded first.</summary>
internal static class BodyFace
{
    /// <summary>Adds the face.</summary>
    /// <param name="routes">Where to.</param>
    /// <param name="services">What it uses.</param>
    public static void Map(IEndpointRouteBuilder routes, HubServices services)
    {
        var door = new OperatorDoor(services);
        routes.MapPost("/ops/v1/messages/{id}/bodies", door.For(Need.Body, async (context, person) =>
        {
            var body = await JsonBody.ReadAsync(context.Request, "purpose");
            if (!body.IsOk)
                return body.Errors;
            var errors = new List<HubError>();
            var purpose = JsonBody.Required(body.Value, "purpose", 500, errors);
            if (errors.Count > 0)
                return errors;
            if (!long.TryParse((string?)context.Request.RouteValues["id"], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                || await services.Store.FindAsync(id, person.Scope.Tenant, context.RequestAborted) is not { } view
                || await services.Store.BodiesAsync(id, context.RequestAborted) is not { } stored)
                return [OperatorErrors.NotFound.At()];
            await door.RecordAsync(context, person, "message.body", stored.Tenant, id.ToString(CultureInfo.InvariantCulture), purpose);
            var opened = Open(view, stored, services.Vault);
            if (!opened.IsOk)
                return opened.Errors;
            context.Response.Headers.CacheControl = "no-store";
            return await OperatorDoor.AnswerAsync(context, opened.Value, Write);
        })).WithMetadata(AuditDocs.Bodies);
    }

    private static Result<Opened> Open(MessageView view, StoredBodies stored, IBodyVault vault)
    {
        byte[]? raw = null;
        if (!stored.SealedRaw.IsEmpty)
        {
            var body = vault.Open(stored.Tenant, stored.SealedRaw.Span);
            if (!body.IsOk)
                return Result<Opened>.Failed(body.Errors);
            raw = body.Value;
        }

        var documents = new List<(DeliveryView, byte[])>();
        foreach (var delivery in view.Deliveries)
        {
            if (!stored.Documents.TryGetValue(delivery.Row.Id, out var bytes) || bytes.IsEmpty)
                continue;
            var document = vault.Open(stored.Tenant, bytes.Span);
            if (!document.IsOk)
                return Result<Opened>.Failed(document.Errors);
            documents.Add((delivery, document.Value));
        }

        return new Opened(view.Message.MediaType, raw, documents);
    }

    private static void Write(Utf8JsonWriter json, Opened opened)
    {
        json.WriteStartObject();
        if (opened.Raw is { } raw)
        {
            json.WriteStartObject("raw");
            json.WriteString("mediaType", opened.MediaType);
            json.WriteBase64String("base64", raw);
            json.WriteEndObject();
        }

        json.WriteStartArray("documents");
        foreach (var (delivery, document) in opened.Documents)
        {
            json.WriteStartObject();
            json.WriteString("delivery", delivery.Row.Id.ToString());
            json.WriteString("form", delivery.Document?.Form);
            json.WriteString("mediaType", delivery.Document?.MediaType);
            json.WriteBase64String("base64", document);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private sealed record Opened(string MediaType, byte[]? Raw, IReadOnlyList<(DeliveryView Delivery, byte[] Document)> Documents);
}
