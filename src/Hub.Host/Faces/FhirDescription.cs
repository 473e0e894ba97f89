using System.Text.Json;
using Hub.Host.Composition;
using Hub.Host.Security.Tokens;

namespace Hub.Host.Faces;

/// <summary>What the read face says about itself, to anybody: <c>metadata</c>, <c>.well-known/smart-configuration</c> and the definition of <c>$trend</c>. The answer is the same whether or not the tenant exists.</summary>
internal static class FhirDescription
{
    /// <summary>Adds the addresses.</summary>
    /// <param name="routes">Where to.</param>
    /// <param name="services">What they use.</param>
    public static void Map(IEndpointRouteBuilder routes, HubServices services)
    {
        routes.MapGet("/fhir/{tenant}/metadata", (RequestDelegate)(context => MetadataAsync(context, services))).WithMetadata(FhirDocs.Metadata);
        routes.MapGet("/fhir/{tenant}/.well-known/smart-configuration", (RequestDelegate)(context => SmartAsync(context, services))).WithMetadata(FhirDocs.Smart);
        routes.MapGet("/fhir/{tenant}/OperationDefinition/Observation-trend", (RequestDelegate)(context =>
            WriteAsync(context, MediaTypes.FhirJson, json => TrendDefinition.Write(json, BaseOf(context, services))))).WithMetadata(FhirDocs.TrendDefinition);
    }

    private static async Task MetadataAsync(HttpContext context, HubServices services)
    {
        // Metadata is worth having without the addresses of a server that does not answer.
        var addresses = services.Tokens.Server is { } server && await server.AddressesAsync(context.RequestAborted) is { IsOk: true, Value: var found } ? found : null;
        await WriteAsync(context, MediaTypes.FhirJson, json => FhirCapabilities.Write(json, BaseOf(context, services), addresses));
    }

    private static async Task SmartAsync(HttpContext context, HubServices services)
    {
        if (services.Tokens.Server is not { } server || services.Settings.Tokens is not { } settings)
        {
            await FhirDoor.AnswerAsync(context, [TokenErrors.NotConfigured.At()]);
            return;
        }

        var addresses = await server.AddressesAsync(context.RequestAborted);
        if (addresses is { IsOk: true, Value: { Authorization: not null, Token: not null } known })
            await WriteAsync(context, MediaTypes.Json, json => SmartConfiguration.Write(json, settings.Issuer, known));
        else
            await FhirDoor.AnswerAsync(context, addresses.IsOk ? [TokenErrors.NoKeys.At()] : addresses.Errors);
    }

    private static Task WriteAsync(HttpContext context, string mediaType, Action<Utf8JsonWriter> write) =>
        JsonAnswer.WriteAsync(context.Response, StatusCodes.Status200OK, mediaType, write, static (json, w) => w(json));

    private static string BaseOf(HttpContext context, HubServices services) =>
        $"{PublicAddress.Base(context.Request, services.Settings.PublicUrl)}/fhir/{context.Request.RouteValues["tenant"]}";
}
