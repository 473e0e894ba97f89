using Hub.Core.Tenants;
using Hub.Host.Composition;
using Hub.Host.Security;

namespace Hub.Host.Faces;

/// <summary><c>POST /in/{tenant}/{partner}</c>: JSON or XML in a vendor's own form, one event or a batch.</summary>
internal static class WebhookFace
{
    private static readonly Func<HttpContext, Caller.Partner, bool> IsAddressed = (context, partner) =>
        (string?)context.Request.RouteValues["tenant"] == partner.Tenant.Name && (string?)context.Request.RouteValues["partner"] == partner.Config.Name;

    private static readonly Func<string, InboundConfig, bool> IsReadable = (type, _) => type is MediaTypes.Json or MediaTypes.FhirJson or MediaTypes.Xml or MediaTypes.TextXml;

    /// <summary>Adds the face.</summary>
    /// <param name="routes">Where to.</param>
    /// <param name="services">What it uses.</param>
    public static void Map(IEndpointRouteBuilder routes, HubServices services)
    {
        var door = new PartnerDoor(services);
        routes.MapPost("/in/{tenant}/{partner}", (RequestDelegate)(async context =>
        {
            var answer = await door.EnterAsync(context, IsAddressed, IsReadable);
            await WebhookAnswer.WriteAsync(context.Response, answer);
            services.Meter.Answered("webhook", context.Response.StatusCode);
        })).WithMetadata(FaceDocs.Webhook);
    }
}
