using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Hub.Simulators.Gerica;
using Microsoft.AspNetCore.Http;

namespace Hub.Simulators.Dips;

/// <summary>The HTTP face: what strikes every request (outage, key, token, rate), then FHIR or RPM RecordKeeper.</summary>
internal sealed class DipsFace(DipsServerOptions options, FhirFace fhir, RecordKeeper keeper, DipsServer server, TimeProvider time)
{
    private const string Fhir = "/fhir";
    private const string Rpm = "/rpm-recordkeeper";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    private readonly RateGate _rate = new(time);

    public async Task AnswerAsync(HttpContext http)
    {
        var path = http.Request.Path.Value ?? "";
        if (path.StartsWith("/_sim/", StringComparison.Ordinal))
        {
            await SimAsync(http, path);
            return;
        }

        var odd = server.Faults;
        if (odd.Down is DownKind.Reset or DownKind.Refuse)
        {
            http.Abort();
            return;
        }

        if (odd.LatencyMs > 0)
            await Task.Delay(TimeSpan.FromMilliseconds(odd.LatencyMs), time, http.RequestAborted);
        server.Counted.AddOrUpdate($"{http.Request.Method} {Kind(path)}", 1, (_, n) => n + 1);
        if (odd.Down == DownKind.Unavailable)
            await Replies.RefuseAsync(http, 503, "transient", "Service Unavailable", odd);
        else if (odd.Down == DownKind.Maintenance)
            await Replies.PageAsync(http, 503, odd);
        else if (odd.Maintenance)
            await Replies.RefuseAsync(http, 503, "transient", "Systemet er nede for vedlikehold", odd);
        else if (options.SubscriptionKey is { } key && http.Request.Headers["dips-subscription-key"] != key)
            await Replies.WriteAsync(http, 401, new JsonObject { ["statusCode"] = 401, ["message"] = "Access denied due to invalid subscription key. Make sure to provide a valid key for an active subscription." }, "application/json");
        else
            await EnterAsync(http, path, odd);
    }

    private async Task EnterAsync(HttpContext http, string path, DipsFaults odd)
    {
        var toKeeper = path.StartsWith(Rpm, StringComparison.Ordinal);
        var verdict = options.Gate?.Check(http.Request, toKeeper ? options.RpmScope : options.FhirScope);
        if (verdict is { Caller: null })
            verdict.Refuse(http.Response);
        else if (!_rate.Allows(odd.RateLimit))
            await Replies.RefuseAsync(http, 429, "throttled", "Too many requests", odd);
        else if (Chance.Hits(odd.ErrorRate))
            await Replies.RefuseAsync(http, 500, "exception", "An unknown error occurred", odd);
        else if (toKeeper)
            await keeper.AnswerAsync(http, path[Rpm.Length..], verdict?.Caller?.ClientId ?? "-");
        else if (path.StartsWith(Fhir, StringComparison.Ordinal))
            await fhir.AnswerAsync(http, path[Fhir.Length..], verdict?.Caller?.ClientId ?? "-");
        else
            await Replies.RefuseAsync(http, 404, "not-supported", "There is nothing here", odd);
    }

    private async Task SimAsync(HttpContext http, string path)
    {
        switch (http.Request.Method, path)
        {
            case ("GET", "/_sim/ledger"):
                await http.Response.WriteAsJsonAsync(server.Ledger.Report(), Json);
                break;
            case ("GET", "/_sim/faults"):
                await http.Response.WriteAsJsonAsync(server.Faults, Json);
                break;
            case ("POST", "/_sim/faults"):
                var faults = await JsonSerializer.DeserializeAsync<DipsFaults>(http.Request.Body, Json, http.RequestAborted) ?? DipsFaults.None;
                http.Response.StatusCode = 204;
                await http.Response.CompleteAsync();
                await server.SetFaultsAsync(faults);
                break;
            default:
                http.Response.StatusCode = 404;
                break;
        }
    }

    // Without ids, so that no count names a patient.
    private static string Kind(string path) => string.Join('/', path.Split('/', StringSplitOptions.RemoveEmptyEntries).Skip(1).Where(s => !s.Any(char.IsAsciiDigit) || s is "v1" or "fhir-r4"));
}
