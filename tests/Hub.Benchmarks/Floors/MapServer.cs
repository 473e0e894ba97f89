using System.Globalization;
using Hub.Adapters.Dignio;
using Hub.Adapters.Gerica;
using Hub.Core.Adapters;
using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Core.Mappings;
using Hub.Core.Tenants;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Hub.Benchmarks.Floors;

/// <summary>The floor of the whole path: HTTP in, the same parser, the same mapping, the same sender, HTTP out; no store, no lanes, no retry, no encryption.</summary>
public static class MapServer
{
    public static async Task<int> RunAsync(int port, Uri receiver)
    {
        var source = new PartnerConfig("bench", "dignio", "dignio") { Inbound = new InboundConfig([]) };
        var target = new PartnerConfig("bench", "epj", "gerica") { Url = receiver, Window = 64 };
        var tenant = new TenantConfig(
            "bench", TenantEnvironment.Test, new OrganizationConfig("312229544", null, null), new Dictionary<string, PartnerConfig> { ["dignio"] = source, ["epj"] = target }, [], UnroutedPolicy.Keep);
        var adapter = new DignioAdapter();
        var mapping = MappingCatalogue.In(typeof(Mappings.Fhir.Observations.ObservationMapping).Assembly).Find("fhir.observation")!;
        await using var sender = new GericaAdapter().Open(target, new SenderContext(TimeProvider.System, new NoSecrets(), tenant));
        var number = 0L;

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
        await using var app = builder.Build();
        app.MapGet("/health/ready", () => Results.Ok());
        app.MapPost("/in", async (HttpContext context) =>
        {
            var body = new byte[(int)context.Request.ContentLength!];
            await context.Request.Body.ReadExactlyAsync(body);
            var parsed = adapter.Parse(new InboundMessage(body, "application/json", DateTimeOffset.UnixEpoch.AddYears(100), source, TenantEnvironment.Test));
            var e = parsed.Entries[0].Events[0];
            var id = Interlocked.Increment(ref number);
            var envelope = new Envelope(id, "bench", "dignio", e.SourceId, e.Patient, e.Content, DateTimeOffset.UnixEpoch);
            var document = mapping.Map(envelope, new MappingContext(tenant, target, new DocumentIds(Guid.Empty, id, 0, "bench/epj"))).Document!;
            var outcome = await sender.SendAsync([new OutboundItem(id.ToString(CultureInfo.InvariantCulture), document, 1)], context.RequestAborted);
            context.Response.StatusCode = outcome[0] is SendOutcome.Delivered ? StatusCodes.Status202Accepted : StatusCodes.Status502BadGateway;
            context.Response.ContentLength = 0;
        });
        await app.RunAsync();
        return 0;
    }

    private sealed class NoSecrets : ISecretReader
    {
        public Result<string> Read(SecretReference reference) => ConfigErrors.SecretMissing.At();
    }
}
