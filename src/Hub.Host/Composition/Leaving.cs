namespace Hub.Host.Composition;

/// <summary>Winds connections down while a node is about to stop: each answer is the last of its connection, so that none is left that the stop would cut off.</summary>
internal static class Leaving
{
    /// <summary>Adds it. Costs a look at a flag while the node stays.</summary>
    /// <param name="app">Where to.</param>
    /// <param name="services">Who knows whether the node leaves.</param>
    public static void Use(IApplicationBuilder app, HubServices services) => app.Use(next => context =>
    {
        // HTTP/2 has words of its own for it, which the server says when it stops.
        if (services.IsLeaving && HttpProtocol.IsHttp11(context.Request.Protocol))
            context.Response.Headers.Connection = "close";
        return next(context);
    });
}
