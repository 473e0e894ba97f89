using System.Globalization;
using System.Text;
using System.Text.Json;
using Hub.Simulators.Gerica;
using Microsoft.AspNetCore.Http;

namespace Hub.Simulators.Siemens;

/// <summary>The vendor's addresses, and which fault strikes where.</summary>
internal sealed class SiemensFace(SiemensServerOptions options, SiemensServer server, AccessTokens tokens, FaultSwitch faults, TimeProvider time)
{
    private const string Root = "/fhir";
    private readonly RateGate _rate = new(time);
    private readonly SearchDesk _desk = new(server, options.PageSize);

    public async Task AnswerAsync(HttpContext http)
    {
        var plan = faults.Current;
        var path = http.Request.Path.Value ?? "";
        if (plan.Down is DownKind.Reset or DownKind.Refuse)
            http.Abort();
        else if (plan.Down != DownKind.No)
            Wait(http, 503, plan);
        else if (path is "/health" or Root + "/health")
            http.Response.StatusCode = 200;
        else if (path is "/oauth/token" or Root + "/oauth/token")
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
        else if (options.Clients.Count > 0 && tokens.Client(http.Request.Headers.Authorization) is null)
            http.Response.StatusCode = 401;
        else if (!_rate.Allows(plan.RateLimit))
            Wait(http, 429, plan);
        else if (Chance.Hits(plan.ErrorRate))
            http.Response.StatusCode = 500;
        else if (!path.StartsWith(Root + "/", StringComparison.Ordinal))
            http.Response.StatusCode = 404;
        else
            await ServeAsync(http, path[(Root.Length + 1)..], plan);
    }

    private async Task ServeAsync(HttpContext http, string path, FaultPlan plan)
    {
        using var memory = new MemoryStream();
        await http.Request.Body.CopyToAsync(memory, http.RequestAborted);
        var body = memory.ToArray();
        var answer = (http.Request.Method, path.Split('/')) switch
        {
            ("POST", [var type, "_search"]) => Read(_desk.Search(type, Form(body))),
            ("GET", ["_page", var page]) => Read(_desk.Next(page)),
            ("GET", ["CarePlan", var id, "_history"]) => Read(_desk.History(id)),
            ("GET", ["CarePlan", var id]) => Read(server.Plans.History(id) is [var held, ..] ? Encoding.UTF8.GetBytes(held.Json.GetRawText()) : null),
            ("PUT", ["CarePlan", var id]) => Put(http, id, body),
            ("POST", ["Patient"]) => Patient(http, body),
            ("POST", ["hub", "events"]) => Event(body),
            _ => new Reply(404, null),
        };
        if (http.Request.Method != "GET" && Chance.Hits(plan.LostAnswerRate))
        {
            http.Abort();
            return;
        }

        await WriteAsync(http, answer, plan);
    }

    private Reply Put(HttpContext http, string id, byte[] body)
    {
        var (status, version, replayed) = server.Plans.Put(Uri.UnescapeDataString(id), new PutCall(body, Key(http), Match(http.Request.Headers.IfMatch), http.Request.Headers.IfNoneMatch == "*"), options.Patients);
        return status is 200 or 201
            ? new Reply(status, null) { Location = $"{server.Url}/CarePlan/{id}/_history/{version}", Replayed = replayed }
            : new Reply(status, Outcome(status == 422 ? "not-found" : status is 409 or 412 ? "conflict" : "invalid"));
    }

    private Reply Patient(HttpContext http, byte[] body)
    {
        using var document = Parsed(body);
        var id = document?.RootElement is { ValueKind: JsonValueKind.Object } patient && patient.TryGetProperty("identifier", out var ids) && ids.GetArrayLength() > 0 ? ids[0].GetProperty("value").GetString() : null;
        if (id is null)
            return new Reply(400, Outcome("invalid"));
        if (options.Patients.Count > 0 && !options.Patients.Contains(id))
        {
            server.Ledger.Refuse();
            return new Reply(422, Outcome("not-found"));
        }

        if (Key(http) is { } key && server.Ledger.Before(key, body) is { } before)
            return before < 0 ? new Reply(409, Outcome("conflict")) : new Reply(200, null) { Replayed = true };
        var no = server.Ledger.Taken.Count + 1;
        server.Ledger.Take("Patient", string.Create(CultureInfo.InvariantCulture, $"p-{no}"), id, 1, Key(http), body);
        return new Reply(201, null) { Location = string.Create(CultureInfo.InvariantCulture, $"{server.Url}/Patient/p-{no}") };
    }

    private Reply Event(byte[] body)
    {
        var (status, replayed) = server.Ledger.FollowUps.Take(body, options.Patients);
        return new Reply(status, null) { Replayed = replayed };
    }

    private static Reply Read(byte[]? body) => body is null ? new Reply(404, Outcome("not-found")) : new Reply(200, body);

    private static string? Key(HttpContext http) => http.Request.Headers["Idempotency-Key"].FirstOrDefault();

    private static int? Match(string? header) => int.TryParse(header?.Replace("W/", "", StringComparison.Ordinal).Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;

    private static List<KeyValuePair<string, string>> Form(byte[] body) =>
        [.. Encoding.UTF8.GetString(body).Split('&').Select(p => p.Split('=', 2)).Where(p => p.Length == 2).Select(p => new KeyValuePair<string, string>(p[0], Uri.UnescapeDataString(p[1].Replace('+', ' '))))];

    private static byte[] Outcome(string code) => Encoding.UTF8.GetBytes($$$"""{"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"{{{code}}}"}]}""");

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

    private static void Wait(HttpContext http, int status, FaultPlan plan)
    {
        if (plan.RetryAfterSeconds > 0)
            http.Response.Headers.RetryAfter = plan.RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
        http.Response.StatusCode = status;
    }

    private static async Task WriteAsync(HttpContext http, Reply reply, FaultPlan plan)
    {
        http.Response.StatusCode = reply.Status;
        if (reply.Location is { } location)
            http.Response.Headers.Location = location;
        if (reply.Replayed)
            http.Response.Headers["Idempotent-Replayed"] = "true";
        if (reply.Body is not { } body)
            return;
        http.Response.ContentType = "application/fhir+json";
        http.Response.ContentLength = body.Length;
        if (Chance.Hits(plan.GarbleRate))
            body = [.. body.Select(_ => (byte)'x')];
        if (!Chance.Hits(plan.TruncateRate))
        {
            await http.Response.Body.WriteAsync(body);
            return;
        }

        await http.Response.Body.WriteAsync(body.AsMemory(0, body.Length / 2));
        await http.Response.Body.FlushAsync();
        http.Abort();
    }

    private sealed record Reply(int Status, byte[]? Body)
    {
        public string? Location { get; init; }

        public bool Replayed { get; init; }
    }
}
