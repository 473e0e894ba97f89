using Hub.Core.Tenants;
using Hub.Host.Composition;
using Hub.Host.Errors;
using Hub.Host.Security;

namespace Hub.Host.Faces;

/// <summary>The R4 face of the Norwegian VKP integration layer: <c>POST /epj/r4/{orgnr}/bundle</c> and <c>/observation</c>, in any letter case. The tenant is found by organisation number, the partner by its key.</summary>
internal static class VkpFace
{
    private static readonly Func<HttpContext, Caller.Partner, bool> IsAddressed = (context, partner) =>
        (string?)context.Request.RouteValues["orgnr"] == partner.Tenant.Organization.Orgnr;

    // The public sample client of VKP sends its bundles as text/plain, or with no type at all.
    private static readonly Func<string, InboundConfig, bool> IsReadable = (type, inbound) =>
        type is MediaTypes.FhirJson or MediaTypes.Json || (inbound.Mode == InboundMode.Lenient && type is MediaTypes.Text or "");

    /// <summary>Adds the face.</summary>
    /// <param name="routes">Where to.</param>
    /// <param name="services">What it uses.</param>
    public static void Map(IEndpointRouteBuilder routes, HubServices services)
    {
        var door = new PartnerDoor(services);
        RequestDelegate take = async context =>
        {
            var answer = await door.EnterAsync(context, IsAddressed, IsReadable);
            await VkpAnswer.WriteAsync(context.Response, answer);
            services.Meter.Answered("vkp", context.Response.StatusCode);
        };
        routes.MapPost("/epj/r4/{orgnr}/bundle", take).WithMetadata(FaceDocs.VkpBundle);
        routes.MapPost("/epj/r4/{orgnr}/observation", take).WithMetadata(FaceDocs.VkpObservation);
        routes.Map("/epj/r4/{orgnr}/{**rest}", context => VkpAnswer.RefuseAsync(context.Response, NotOffered(context.Request)));
    }

    private static Core.Errors.HubError NotOffered(HttpRequest request) =>
        HttpErrors.NotOffered.At(detail: HttpMethods.IsGet(request.Method) ? "Reading and searching are not offered here" : null);
}
