using System.Globalization;
using System.Text.Json;
using Hub.Simulators.Gerica;
using Microsoft.AspNetCore.Http;

namespace Hub.Simulators.Tellu;

/// <summary>The HTTP face: which address does what, and which fault strikes where.</summary>
internal sealed class TelluFace(TelluServerOptions options, FeedDesk feed, DocumentDesk desk, AccessTokens tokens, FaultSwitch faults, TelluLedger ledger, TimeProvider time)
{
    private readonly RateGate _rate = new(time);

    public async Task AnswerAsync(HttpContext http)
    {
        var plan = faults.Current;
        var path = http.Request.Path.Value ?? "";
        if (plan.Down is DownKind.Reset or DownKind.Refuse)
            http.Abort();
        else if (plan.Down == DownKind.Unavailable)
            await WaitAsync(http, 503, plan);
        else if (path == "/health")
            http.Response.StatusCode = 200;
        else if (path == "/oauth/token")
            await TokenEndpoint.AnswerAsync(http, tokens);
        else
            await WorkAsync(http, path, plan);
    }

    private async Task WorkAsync(HttpContext http, string path, FaultPlan plan)
    {
        if (Chance.Delay(plan) is { Ticks: > 0 } delay)
            await Task.Delay(delay, time, http.RequestAborted);
        if (Chance.Hits(plan.CutRate))
            http.Abort();
        else if (!Knows(http.Request.Headers.Authorization))
            http.Response.StatusCode = 401;
        else if (!_rate.Allows(plan.RateLimit))
            await WaitAsync(http, 429, plan);
        else if (Chance.Hits(plan.ErrorRate))
            http.Response.StatusCode = 500;
        else if (HttpMethods.IsGet(http.Request.Method) && path == "/feed")
            await FeedAsync(http, plan);
        else if (HttpMethods.IsPost(http.Request.Method) || HttpMethods.IsPut(http.Request.Method))
            await DocumentAsync(http, path, plan);
        else
            http.Response.StatusCode = 404;
    }

    private bool Knows(string? authorization) =>
        options.Token is { } token ? authorization == $"Bearer {token}" : tokens.Client(authorization) is not null;

    private static Task WaitAsync(HttpContext http, int status, FaultPlan plan)
    {
        if (plan.RetryAfterSeconds > 0)
            http.Response.Headers.RetryAfter = plan.RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
        http.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private async Task FeedAsync(HttpContext http, FaultPlan plan)
    {
        var query = http.Request.Query;
        var limit = int.TryParse(query["limit"], NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? Math.Clamp(n, 1, 1000) : 100;
        var since = DateTimeOffset.TryParse(query["since"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var from) ? from : (DateTimeOffset?)null;
        var answer = feed.Answer(query["after"].FirstOrDefault(), since, limit, http.Request.Headers.IfNoneMatch.FirstOrDefault(), WantsXml(http));
        if (answer.Tag is { } tag)
            http.Response.Headers.ETag = tag;
        if (answer.Cursor is { } cursor)
            http.Response.Headers["X-Next-Cursor"] = cursor;
        await WriteAsync(http, answer.Status, answer.Body, WantsXml(http), plan);
    }

    private async Task DocumentAsync(HttpContext http, string path, FaultPlan plan)
    {
        using var memory = new MemoryStream();
        await http.Request.Body.CopyToAsync(memory, http.RequestAborted);
        var body = memory.ToArray();
        if (path == "/events")
        {
            var (status, replayed) = ledger.FollowUps.Take(body, options.Patients);
            await AnswerAsync(http, status == 404 ? DeskAnswer.No(404, 4041) : new DeskAnswer(status, null) { Replayed = replayed }, plan);
            return;
        }

        using var json = Parsed(body);
        if (json is null || json.RootElement.ValueKind != JsonValueKind.Object)
        {
            await AnswerAsync(http, DeskAnswer.No(400, 4000), plan);
            return;
        }

        if (path == "/query")
        {
            var (status, page) = QueryDesk.Answer(json.RootElement, feed, WantsXml(http));
            await WriteAsync(http, status, page, WantsXml(http), plan);
            return;
        }

        await AnswerAsync(http, Document(http, path, json.RootElement, body), plan);
    }

    private DeskAnswer Document(HttpContext http, string path, JsonElement document, byte[] body)
    {
        var (key, match) = (http.Request.Headers["Idempotency-Key"].FirstOrDefault(), http.Request.Headers.IfMatch.FirstOrDefault());
        if (path == "/patients/find")
            return desk.Find(document);
        if (path.StartsWith("/patients/", StringComparison.Ordinal))
            return desk.PutPatient(path["/patients/".Length..], document, body, key, match);
        if (path.StartsWith("/plans/", StringComparison.Ordinal))
            return desk.PutPlan(path["/plans/".Length..], document, body, key, match, http.Request.Headers.IfNoneMatch == "*");
        return new DeskAnswer(404, null);
    }

    private static JsonDocument? Parsed(byte[] body)
    {
        try
        {
            return JsonDocument.Parse(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool WantsXml(HttpContext http) => http.Request.Headers.Accept.ToString().Contains("xml", StringComparison.Ordinal);

    private static async Task AnswerAsync(HttpContext http, DeskAnswer answer, FaultPlan plan)
    {
        if (Chance.Hits(plan.LostAnswerRate))
        {
            http.Abort();
            return;
        }

        if (answer.Tag is { } tag)
            http.Response.Headers.ETag = tag;
        if (answer.Replayed)
            http.Response.Headers["Idempotent-Replayed"] = "true";
        await WriteAsync(http, answer.Status, answer.Body, false, FaultPlan.Healthy);
    }

    private static async Task WriteAsync(HttpContext http, int status, byte[]? body, bool xml, FaultPlan plan)
    {
        http.Response.StatusCode = status;
        if (body is null)
            return;
        http.Response.ContentType = xml ? "application/xml" : "application/json";
        http.Response.ContentLength = body.Length;
        if (!Chance.Hits(plan.TruncateRate))
        {
            await http.Response.Body.WriteAsync(body);
            return;
        }

        await http.Response.Body.WriteAsync(body.AsMemory(0, body.Length / 2));
        await http.Response.Body.FlushAsync();
        http.Abort();
    }
}
