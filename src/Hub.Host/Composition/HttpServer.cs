using System.Security.Authentication;
using Hub.Host.Configuration;
using Hub.Host.Documentation;
using Hub.Host.Faces;
using Hub.Host.Faces.Operators;
using Hub.Host.Metrics;
using Hub.Host.Security.Tls;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace Hub.Host.Composition;

/// <summary>Kestrel with the faces on it: nothing that a request does not need.</summary>
internal static class HttpServer
{
    /// <summary>Builds the server.</summary>
    /// <param name="services">What the faces use.</param>
    /// <param name="metrics">The metrics page.</param>
    /// <returns>The server, not started.</returns>
    public static WebApplication Build(HubServices services, MetricsPage metrics)
    {
        var settings = services.Settings;
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "hub" });
        builder.Services.AddSingleton(services.Logs);
        builder.Services.AddSingleton<IHostLifetime, CallerLifetime>();
        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = settings.Limits.ShutdownTimeout);
        builder.Services.AddRoutingCore();
        BrowserViewers.Add(builder.Services);
        OpenApi.Add(builder.Services);
        builder.WebHost.UseKestrelCore().UseUrls([.. settings.Urls]).ConfigureKestrel(o => Bound(o, settings.Limits));
        if (services.Certificates is { } certificates)
            builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(o => o.ConfigureHttpsDefaults(https => Secure(https, certificates)));
        var app = builder.Build();
        Leaving.Use(app, services);
        ExceptionWall.Use(app, services.Logs.CreateLogger("Hub.Host.Requests"));
        BrowserViewers.Use(app, settings.Origins);
        app.UseRouting();
        Map(app, services, metrics);
        return app;
    }

    private static void Map(WebApplication app, HubServices services, MetricsPage metrics)
    {
        WebhookFace.Map(app, services);
        VkpFace.Map(app, services);
        SharedFace.Map(app, services);
        VkpReadFace.Map(app, services);
        EbxmlFace.Map(app, services);
        ConsentFace.Map(app, services);
        FhirFace.Map(app, services);
        HandoverFace.Map(app, services);
        PlanFace.Map(app, services);
        OperatorFace.Map(app, services);
        MessageFace.Map(app, services);
        FailureFace.Map(app, services);
        FlowFace.Map(app, services);
        AuditFace.Map(app, services);
        BodyFace.Map(app, services);
        FeedFace.Map(app, services);
        RefusedFace.Map(app, services);
        StatisticsFace.Map(app, services);
        PartnerFace.Map(app, services);
        AlertFace.Map(app, services);
        SnapshotFace.Map(app, services);
        PauseFace.Map(app, services);
        PlanConflictFace.Map(app, services);
        AmendFace.Map(app, services);
        ActionFace.Map(app, services);
        SimulationFace.Map(app, services);
        HealthFace.Map(app, services, metrics);
        ConsoleFace.Map(app, services);
        app.MapOpenApi("/openapi/{documentName}.json");
    }

    // Bodies are bounded per partner while they are read, so the server's own bound is off.
    private static void Bound(KestrelServerOptions kestrel, LimitSettings limits)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = null;
        kestrel.Limits.MaxConcurrentConnections = limits.MaxConnections;
        kestrel.Limits.RequestHeadersTimeout = limits.HeadersTimeout;
        kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(limits.MinBytesPerSecond, TimeSpan.FromSeconds(5));
    }

    // TLS 1.2 and 1.3 (RFC 9325, 3.1.1): what is older is refused.
    private static void Secure(HttpsConnectionAdapterOptions https, ServerCertificates certificates)
    {
        https.SslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13;
        https.ServerCertificateSelector = (_, _) => certificates.Current.Own;
        https.OnAuthenticate = (_, options) =>
        {
            // Together with its issuers, which the selector cannot name.
            options.ServerCertificateSelectionCallback = null;
            options.ServerCertificateContext = certificates.Current.Shown;
        };
    }

    /// <summary>Leaves signals to the command that runs the hub: in tests several hubs share one process.</summary>
    private sealed class CallerLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
