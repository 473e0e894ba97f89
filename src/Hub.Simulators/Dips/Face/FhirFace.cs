using System.Globalization;
using System.Text.Json.Nodes;
using Hub.Simulators.Gerica;
using Microsoft.AspNetCore.Http;

namespace Hub.Simulators.Dips;

/// <summary>The FHIR R4 face: capability statement, read, search, create, update, history, transaction.</summary>
internal sealed class FhirFace(DipsServerOptions options, DipsStore store, DipsPeople people, DipsDesk desk, Func<DipsFaults> faults)
{
    private readonly DipsSearch _search = new(store, people);

    public Task AnswerAsync(HttpContext http, string path, string client) => (http.Request.Method, path.Split('/', StringSplitOptions.RemoveEmptyEntries)) switch
    {
        ("GET", ["metadata"]) => Replies.WriteAsync(http, 200, Capability()),
        ("POST", [var type, "_search"]) => SearchAsync(http, type),
        ("GET", [var type, var id]) => ReadAsync(http, type, id),
        ("GET", [var type, var id, "_history"]) => Replies.WriteAsync(http, 200, Bundle("history", store.History(type, id), null)),
        ("POST", [var type]) => TakeAsync(http, client, (resource, key) => desk.Create(type, resource, http.Request.Headers["If-None-Exist"], client, key)),
        ("PUT", [var type, var id]) => TakeAsync(http, client, (resource, key) => desk.Update(type, id, resource, client, key)),
        ("POST", []) => TransactionAsync(http, client),
        _ => Replies.RefuseAsync(http, 404, "not-supported", "There is nothing here", faults()),
    };

    private static string? Key(HttpRequest request) =>
        request.Headers["X-Request-Id"] is [{ } id] ? id.LastIndexOf('-') is > 0 and var cut ? id[..cut] : id : null;

    private async Task TakeAsync(HttpContext http, string client, Func<JsonObject, string?, DipsVerdict> take)
    {
        if (await BodyAsync(http) is not { } resource)
        {
            await Replies.RefuseAsync(http, 400, "structure", "The body is not FHIR in JSON", faults());
            return;
        }

        var verdict = take(resource, Key(http.Request));
        if (verdict.Resource is null)
            await Replies.RefuseAsync(http, verdict.Status, verdict.Issue!, verdict.Words!, faults());
        else if (Chance.Hits(faults().LostAnswerRate))
            http.Abort();
        else
        {
            http.Response.Headers.Location = $"{store.Address(verdict.Type, verdict.Id)}/_history/{Nodes.Text(verdict.Resource["meta"], "versionId") ?? "1"}";
            await Replies.WriteAsync(http, verdict.Status, verdict.Resource);
        }
    }

    private async Task TransactionAsync(HttpContext http, string client)
    {
        if (await BodyAsync(http) is not { } bundle || Nodes.Text(bundle, "type") != "transaction")
        {
            await Replies.RefuseAsync(http, 400, "structure", "A transaction is expected here", faults());
            return;
        }

        var entries = Nodes.Items(bundle, "entry").ToArray();
        var key = Key(http.Request);
        // All or nothing: a first pass finds what would be refused.
        foreach (var entry in entries)
        {
            if (entry["resource"] is not JsonObject resource || Nodes.Text(entry["request"], "method") != "POST" || DipsCheck.Fault(Nodes.Text(resource, "resourceType") ?? "", resource) is not null)
            {
                await Replies.RefuseAsync(http, 422, "invalid", "An entry of the transaction is not valid", faults());
                return;
            }
        }

        var responses = new JsonArray();
        foreach (var entry in entries)
        {
            var resource = (JsonObject)entry["resource"]!;
            var verdict = desk.Create(Nodes.Text(resource, "resourceType")!, resource, Nodes.Text(entry["request"], "ifNoneExist"), client, key is null ? null : $"{key}/{responses.Count}");
            if (verdict.Resource is null)
            {
                await Replies.RefuseAsync(http, verdict.Status, verdict.Issue!, verdict.Words!, faults());
                return;
            }

            responses.Add(new JsonObject { ["response"] = new JsonObject { ["status"] = verdict.Status == 201 ? "201 Created" : "200 OK", ["location"] = $"{verdict.Type}/{verdict.Id}/_history/1" } });
        }

        if (Chance.Hits(faults().LostAnswerRate))
            http.Abort();
        else
            await Replies.WriteAsync(http, 200, new JsonObject { ["resourceType"] = "Bundle", ["type"] = "transaction-response", ["entry"] = responses });
    }

    private async Task SearchAsync(HttpContext http, string type)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var parameters = form.SelectMany(f => f.Value.Select(v => new KeyValuePair<string, string>(f.Key, v ?? ""))).ToArray();
        var odd = faults();
        if (type == "Patient" && parameters.FirstOrDefault(p => p.Key == "identifier").Value is { } token && !odd.Unknown.Contains(token.Split('|')[^1]))
            people.Find(token.Split('|')[^1], token.Split('|')[0]);
        if (_search.Find(type, parameters) is not { } found)
        {
            await Replies.RefuseAsync(http, 400, "invalid", "The search has no parameter that is known here", odd);
            return;
        }

        if (odd.WrongPatient && type == "Patient")
            found = [.. store.Latest("Patient").Except(found).Take(1)];
        else if (odd.WrongPatient)
            found = [.. found.Select(Swapped)];
        if (type == "Patient")
            found = [.. found.Where(p => !Nodes.Items(p, "identifier").Any(i => odd.Unknown.Contains(Nodes.Text(i, "value") ?? "")))];
        if (type == "Patient" && found.Count == 0)
            await Replies.WriteAsync(http, 200, Replies.Outcome("warning", "not-found", "No patient was found", odd.Style));
        else
            await Replies.WriteAsync(http, 200, Page(found, Number(parameters, "_count", 100), odd.NoPages ? 1 : Number(parameters, "page", 1)));
    }

    private async Task ReadAsync(HttpContext http, string type, string id)
    {
        if (store.Find(type, id) is { } resource)
            await Replies.WriteAsync(http, 200, resource.DeepClone());
        else
            await Replies.RefuseAsync(http, 404, "not-found", "There is no such resource", faults());
    }

    private static JsonObject Swapped(JsonObject resource)
    {
        var other = (JsonObject)resource.DeepClone();
        other["subject"] = DipsPeople.Subject("cdp999");
        return other;
    }

    private static JsonObject Page(IReadOnlyList<JsonObject> found, int count, int page) => Bundle("searchset", [.. found.Skip((page - 1) * count).Take(count)], found.Count);

    private static JsonObject Bundle(string type, IReadOnlyList<JsonObject> resources, int? total)
    {
        var bundle = new JsonObject { ["resourceType"] = "Bundle", ["type"] = type };
        if (total is { } number)
            bundle["total"] = number;
        bundle["entry"] = new JsonArray([.. resources.Select(r => new JsonObject { ["resource"] = r.DeepClone() })]);
        return bundle;
    }

    private static int Number(KeyValuePair<string, string>[] parameters, string name, int standard) =>
        int.TryParse(parameters.FirstOrDefault(p => p.Key == name).Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : standard;

    private static async Task<JsonObject?> BodyAsync(HttpContext http)
    {
        using var buffer = new MemoryStream();
        await http.Request.Body.CopyToAsync(buffer, http.RequestAborted);
        return Nodes.Parse(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
    }

    private JsonObject Capability() => new()
    {
        ["resourceType"] = "CapabilityStatement",
        ["status"] = "active",
        ["date"] = "2026-09-29",
        ["kind"] = "instance",
        ["software"] = new JsonObject { ["name"] = "DIPS FHIR R4 (simulated)", ["version"] = options.SoftwareVersion },
        ["fhirVersion"] = options.FhirVersion,
        ["format"] = new JsonArray("json"),
    };
}
