using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.OpenApi;

namespace Hub.Host.Documentation;

/// <summary>The OpenAPI document at <c>/openapi/v1.json</c>, made from the <see cref="FaceDoc"/> of each endpoint.</summary>
internal static class OpenApi
{
    private const string KeyScheme = "key";

    /// <summary>Adds what makes the document. Nothing is made before it is asked for.</summary>
    /// <param name="services">Where to.</param>
    public static void Add(IServiceCollection services) => services.AddOpenApi("v1", options =>
        options.AddDocumentTransformer((document, context, _) =>
        {
            Write(document, context.ApplicationServices.GetRequiredService<EndpointDataSource>());
            return Task.CompletedTask;
        }));

    private static void Write(OpenApiDocument document, EndpointDataSource endpoints)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Hub",
            Version = "v1",
            Description = "Integration hub for home follow-up. 202 means durable: the answer is sent after the commit. Send the same event id again as often as "
                + "you like: the same content answers 200 and stores nothing, other content answers 409.",
        };
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [KeyScheme] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "The partner's key, hub_ID_SECRET. Two keys may be valid while one is changed. X-Api-Key is taken as well.",
            },
        };
        document.Paths = [];
        foreach (var endpoint in endpoints.Endpoints.OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<FaceDoc>() is not { } doc || endpoint.Metadata.GetMetadata<IHttpMethodMetadata>() is not { } methods)
                continue;
            var path = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
            if (!document.Paths.TryGetValue(path, out var item))
                document.Paths[path] = item = new OpenApiPathItem();
            foreach (var method in methods.HttpMethods)
                ((OpenApiPathItem)item).AddOperation(HttpMethod.Parse(method), Operation(doc, endpoint.RoutePattern, document));
        }
    }

    private static OpenApiOperation Operation(FaceDoc doc, RoutePattern pattern, OpenApiDocument document) => new()
    {
        OperationId = doc.Id,
        Summary = doc.Summary,
        Description = doc.Text,
        Tags = new HashSet<OpenApiTagReference> { new(doc.Area, document) },
        Parameters = [.. pattern.Parameters.Select(p => Parameter(p.Name, ParameterLocation.Path, null)), .. doc.Query.Select(q => Parameter(q.Name, ParameterLocation.Query, q.Text))],
        RequestBody = doc.Body is null ? null : new OpenApiRequestBody { Required = true, Content = doc.Body.MediaTypes.ToDictionary(m => m, _ => Media(doc.Body.Example)) },
        Responses = Answers(doc),
        Security = doc.NeedsKey ? [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(KeyScheme, document)] = [] }] : [],
    };

    private static OpenApiParameter Parameter(string name, ParameterLocation place, string? text) => new()
    {
        Name = name,
        In = place,
        Required = place == ParameterLocation.Path,
        Description = text,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };

    private static OpenApiResponses Answers(FaceDoc doc)
    {
        var responses = new OpenApiResponses();
        foreach (var answer in doc.Answers)
        {
            responses[answer.Status.ToString(System.Globalization.CultureInfo.InvariantCulture)] = new OpenApiResponse
            {
                Description = answer.Text,
                Content = answer.MediaType is null ? null : new Dictionary<string, OpenApiMediaType> { [answer.MediaType] = Media(answer.Example) },
            };
        }

        return responses;
    }

    // Forms and tables are shown as they are.
    private static OpenApiMediaType Media(string? example)
    {
        var isJson = example is null || example.StartsWith('{') || example.StartsWith('[');
        return new OpenApiMediaType
        {
            Schema = new OpenApiSchema { Type = isJson ? JsonSchemaType.Object : JsonSchemaType.String },
            Example = example is null ? null : isJson ? JsonNode.Parse(example) : JsonValue.Create(example),
        };
    }
}
