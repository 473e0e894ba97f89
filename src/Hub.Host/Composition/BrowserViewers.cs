using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Net.Http.Headers;

namespace Hub.Host.Composition;

/// <summary>Lets viewers that run in a browser call the FHIR face from the origins that the settings name (CORS, Fetch standard section 3.2). Where none is named, no browser is answered to.</summary>
internal static class BrowserViewers
{
    private const string Face = "/fhir";

    // How long a browser need not ask again; what is allowed changes only when the hub starts anew.
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(10);

    private static readonly string[] Sent = [HeaderNames.Authorization, HeaderNames.ContentType, HeaderNames.Accept, HeaderNames.IfMatch, "DPoP"];
    private static readonly string[] Shown = [HeaderNames.ETag, HeaderNames.Location, HeaderNames.RetryAfter, HeaderNames.WWWAuthenticate];

    /// <summary>Adds what <see cref="Use"/> needs.</summary>
    /// <param name="services">Where to.</param>
    public static void Add(IServiceCollection services) => services.AddCors();

    /// <summary>Answers preflight requests, and marks answers, for the origins.</summary>
    /// <param name="app">Where to.</param>
    /// <param name="origins">The origins.</param>
    public static void Use(IApplicationBuilder app, IReadOnlyList<string> origins)
    {
        if (origins.Count > 0)
            app.UseWhen(context => context.Request.Path.StartsWithSegments(Face), face => face.UseCors(policy => Allow(policy, [.. origins])));
    }

    // No credentials: tokens travel in a header that a page sets itself, never in cookies.
    private static void Allow(CorsPolicyBuilder policy, string[] origins) => policy
        .WithOrigins(origins)
        .WithMethods(HttpMethods.Get, HttpMethods.Post, HttpMethods.Put)
        .WithHeaders(Sent)
        .WithExposedHeaders(Shown)
        .SetPreflightMaxAge(Remembered);
}
