using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Hub.Simulators.Gerica;

/// <summary>The HTTP face: which address does what, and which fault strikes where.</summary>
internal sealed class GericaFace(JournalDesk desk, AccessTokens tokens, FaultSwitch faults, SimEndpoints sim, TimeProvider time)
{
    private readonly RateGate _rate = new(time);

    public required PatientSearch Search { get; init; }

    public required string ApiVersion { get; init; }

    public async Task AnswerAsync(HttpContext http)
    {
        var path = http.Request.Path.Value ?? "";
        if (path.StartsWith("/_sim/", StringComparison.Ordinal))
        {
            await sim.AnswerAsync(http, path);
            return;
        }
        var plan = faults.Current;
        if (plan.Down is DownKind.Reset or DownKind.Refuse)
            http.Abort();
        else if (plan.Down == DownKind.Unavailable)
            await Answers.RefuseAsync(http, 503, "unavailable", plan.RetryAfterSeconds);
        else if (plan.Down is DownKind.Maintenance or DownKind.MaintenancePage)
            await Answers.PageAsync(http, plan.Down == DownKind.Maintenance ? 503 : 200);
        else if (path == "/health")
            await Answers.WriteAsync(http, 200, "{}"u8.ToArray(), null, false);
        else if (path == "/oauth/token")
            await TokenEndpoint.AnswerAsync(http, tokens);
        else
            await DocumentAsync(http, path, plan);
    }

    private async Task DocumentAsync(HttpContext http, string path, FaultPlan plan)
    {
        var address = Address.Of(http.Request.Method, path);
        var asks = PatientSearch.Is(http.Request.Method, path);
        if (address is null && !asks)
        {
            await Answers.RefuseAsync(http, 404, "not-found");
            return;
        }

        var version = plan.SpeaksVersion ?? ApiVersion;
        http.Response.Headers[Answers.VersionHeader] = version;
        if (Chance.Delay(plan) is { Ticks: > 0 } delay)
            await Task.Delay(delay, time, http.RequestAborted);
        if (Chance.Hits(plan.CutRate))
            http.Abort();
        else if (tokens.Client(http.Request.Headers.Authorization) is not { } client)
            await Answers.RefuseAsync(http, 401, "token");
        else if (http.Request.Headers[Answers.VersionHeader] is { Count: > 0 } wanted && wanted != version && plan.SpeaksVersion is null)
            await Answers.RefuseAsync(http, 406, "api-version");
        else if (!_rate.Allows(plan.RateLimit))
            await Answers.RefuseAsync(http, 429, "throttled", plan.RetryAfterSeconds);
        else if (address?.Kind != DocumentKind.Batch && Chance.Hits(plan.ErrorRate))
            await Answers.RefuseAsync(http, 500, "internal");
        else if (address is { } document)
            await TakeAsync(http, document, client, plan);
        else
            await Search.AnswerAsync(http, path, plan);
    }

    private async Task TakeAsync(HttpContext http, Address address, string client, FaultPlan plan)
    {
        using var json = await BodyReading.JsonAsync(http.Request, http.RequestAborted);
        if (json is null)
        {
            await Answers.RefuseAsync(http, 400, "invalid");
            return;
        }
        var baseUrl = $"{http.Request.Scheme}://{http.Request.Host}";
        if (address.Kind == DocumentKind.Batch)
        {
            var answer = LabBatch.Answer(json.RootElement, client, desk, plan, baseUrl, tokens);
            if (answer is null)
                await Answers.RefuseAsync(http, 400, "invalid");
            else
                await LostAnswers.WriteAsync(http, 200, answer, null, false, plan);
            return;
        }
        var verdict = One(json.RootElement, address, client, http.Request.Headers["Idempotency-Key"], plan);
        var (body, location) = Answers.Of(verdict, baseUrl);
        await LostAnswers.WriteAsync(http, verdict.Status, body, location, verdict.Replayed, verdict.Effect is null ? FaultPlan.Healthy : plan);
    }

    private Verdict One(JsonElement root, Address address, string client, string? key, FaultPlan plan) => address.Kind switch
    {
        DocumentKind.Observation => desk.Observation(root, client, key, plan),
        DocumentKind.Bundle => desk.Bundle(root, client, key, plan),
        _ => desk.Plan(root, address.Id!, client, key, plan),
    };
}
