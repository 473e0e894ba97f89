using Hub.Host.Composition;

namespace Hub.Host.Faces;

/// <summary><c>/console</c>: the web page of operators. Files only; everything it shows comes from <c>/ops/v1</c> with the key that is typed in. <c>console: false</c> leaves it out.</summary>
internal static class ConsoleFace
{
    // Nothing from elsewhere, nothing inline, no text that becomes markup, in nobody's frame.
    private const string Policy =
        "default-src 'self'; base-uri 'none'; object-src 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

    /// <summary>Adds the face.</summary>
    /// <param name="routes">Where to.</param>
    /// <param name="services">What it uses.</param>
    public static void Map(IEndpointRouteBuilder routes, HubServices services)
    {
        if (!services.Settings.Console)
            return;

        // The address is relative, so that a proxy may put the hub under a path of its own.
        routes.MapGet("/console", (RequestDelegate)(context =>
        {
            if (!context.Request.Path.Value!.EndsWith('/'))
            {
                context.Response.Redirect("console/");
                return Task.CompletedTask;
            }

            return AnswerAsync(context, "index.html");
        }));
        routes.MapGet("/console/{**file}", (RequestDelegate)(context => AnswerAsync(context, (string?)context.Request.RouteValues["file"] ?? "")));
    }

    private static Task AnswerAsync(HttpContext context, string name)
    {
        var response = context.Response;
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers["Cross-Origin-Opener-Policy"] = "same-origin";
        if (ConsoleFiles.Find(name) is not { } file)
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        // Asked for anew each time and answered with 304: after an upgrade no browser mixes old files with new.
        response.Headers.CacheControl = "no-cache";
        response.Headers.ETag = file.Tag;
        if (context.Request.Headers.IfNoneMatch.Contains(file.Tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        response.ContentType = file.MediaType;
        response.ContentLength = file.Bytes.Length;
        return response.Body.WriteAsync(file.Bytes, context.RequestAborted).AsTask();
    }
}
