using Hub.Host.Faces.Operators;

namespace Hub.AcceptanceTests.Reach;

/// <summary>How an address is called so that it is about Skien, and what it asks of a role.</summary>
/// <param name="Need">What it asks.</param>
internal sealed record Reach(Need Need)
{
    /// <summary>True where what the address names belongs to all tenants, and everybody gets a part of it.</summary>
    public bool OfAll { get; init; }

    /// <summary>JSON that is sent; what names Skien in it must be refused to others.</summary>
    public string? Body { get; init; }

    /// <summary>Parameters that must be given.</summary>
    public string Query { get; init; } = "";

    /// <summary>Whether its answer changes by itself: by time, or by being asked.</summary>
    public bool Varies { get; init; }

    /// <summary>Code of the error that a caller gets who was let in, where there is nothing to show.</summary>
    public string? Past { get; init; }
}

/// <summary>Every address that tokens open. A new one needs a line here: without it the tests fail.</summary>
internal static class ReachTable
{
    private const string Reason = """{"reason":"tried in a test"}""";
    private const string Whole = """ "kind":"release","target":{"filter":{"tenant":"skien"}} """;
    private const string Patient = $$"""{"patient":"{{ReachHub.Patient}}"}""";

    // Around now: in a period in which Skien has nothing, nothing could be told of it.
    private static readonly string Days = $"from={DateTimeOffset.UtcNow.AddDays(-1):yyyy-MM-ddTHH:mm:ssZ}&to={DateTimeOffset.UtcNow.AddDays(1):yyyy-MM-ddTHH:mm:ssZ}";
    private static readonly string Year = $"from={DateTimeOffset.UtcNow.AddDays(-100):yyyy-MM-dd}&to={DateTimeOffset.UtcNow.AddDays(100):yyyy-MM-dd}";

    public static readonly IReadOnlyDictionary<string, Reach> Of = new Dictionary<string, Reach>
    {
        ["GET /ops/v1/me"] = new(Need.Own),
        ["GET /ops/v1/messages"] = new(Need.Own),
        ["GET /ops/v1/messages/{id}"] = new(Need.Own),
        ["POST /ops/v1/messages/_search"] = new(Need.Own) { Body = $$"""{"tenant":"skien","source":"dho","sourceId":"{{ReachHub.Event}}"}""" },
        ["POST /ops/v1/messages/{id}/bodies"] = new(Need.Body) { Body = """{"purpose":"tried in a test"}""" },
        ["POST /ops/v1/messages/{id}/replay"] = new(Need.Act) { Body = Reason },
        ["POST /ops/v1/deliveries/{id}/redeliver"] = new(Need.Act) { Body = Reason },
        ["POST /ops/v1/deliveries/{id}/remap"] = new(Need.Act) { Body = Reason },
        ["POST /ops/v1/deliveries/{id}/amend"] = new(Need.Body) { Body = """{"document":"e30=","generation":0,"reason":"tried in a test"}""" },
        ["POST /ops/v1/deliveries/{id}/amend/preview"] = new(Need.Body) { Body = """{"document":"e30=","reason":"tried in a test"}""" },
        ["POST /ops/v1/deliveries/{id}/park"] = new(Need.Act) { Body = Reason },
        ["POST /ops/v1/deliveries/{id}/release"] = new(Need.Act) { Body = Reason },
        ["POST /ops/v1/actions/preview"] = new(Need.Act) { Body = "{" + Whole + "}" },
        ["POST /ops/v1/actions"] = new(Need.Act) { Body = "{" + Whole + ""","reason":"tried in a test","preview":"none"}""", Past = "HUB-HTTP-006" },
        ["GET /ops/v1/actions"] = new(Need.View),
        ["GET /ops/v1/actions/{id}"] = new(Need.View),
        ["POST /ops/v1/actions/{id}/cancel"] = new(Need.Act) { Body = Reason },
        ["GET /ops/v1/pauses"] = new(Need.View),
        ["PUT /ops/v1/pauses/{tenant}"] = new(Need.Act) { Body = Reason },
        ["DELETE /ops/v1/pauses/{tenant}"] = new(Need.Act) { Body = Reason },
        ["PUT /ops/v1/pauses/{tenant}/partners/{partner}"] = new(Need.Act) { Body = Reason },
        ["DELETE /ops/v1/pauses/{tenant}/partners/{partner}"] = new(Need.Act) { Body = Reason },
        ["PUT /ops/v1/pauses/{tenant}/routes/{route}"] = new(Need.Act) { Body = Reason },
        ["DELETE /ops/v1/pauses/{tenant}/routes/{route}"] = new(Need.Act) { Body = Reason },
        ["POST /ops/v1/deliveries/{id}/discard"] = new(Need.Act) { Body = Reason },
        ["GET /ops/v1/failures"] = new(Need.Own),
        ["GET /ops/v1/flow"] = new(Need.Own) { Query = Days },
        ["GET /ops/v1/series"] = new(Need.Own) { Query = Days },
        ["GET /ops/v1/audit"] = new(Need.View) { Varies = true },
        ["GET /ops/v1/alerts"] = new(Need.View) { Varies = true },
        ["GET /ops/v1/partners"] = new(Need.View) { Varies = true },
        ["GET /ops/v1/partners/{tenant}/{partner}"] = new(Need.View),
        ["GET /ops/v1/feeds"] = new(Need.View),
        ["GET /ops/v1/ledger"] = new(Need.View),
        ["GET /ops/v1/refused"] = new(Need.View),
        ["POST /ops/v1/refused/{tenant}/{key}/retry"] = new(Need.Act) { Body = Reason },
        ["POST /ops/v1/refused/{tenant}/{key}/discard"] = new(Need.Act) { Body = Reason },
        ["GET /ops/v1/plan-conflicts"] = new(Need.View),
        ["GET /ops/v1/plan-conflicts/{tenant}/{conflict}"] = new(Need.View),
        ["POST /ops/v1/plan-conflicts/{tenant}/{conflict}/difference"] = new(Need.Body) { Body = """{"purpose":"tried in a test"}""" },
        ["POST /ops/v1/plan-conflicts/{tenant}/{conflict}/dismiss"] = new(Need.Act) { Body = Reason },
        ["POST /ops/v1/simulate"] = new(Need.Act) { Body = """{"tenant":"skien","file":"tenant: skien\nenvironment: test\norganization: { orgnr: \"314159265\" }\npartners: { epj: { adapter: gerica, url: http://127.0.0.1:9 } }\nroutes: []\n"}""" },
        ["GET /ops/v1/snapshots"] = new(Need.View),
        ["GET /ops/v1/snapshots/{n}"] = new(Need.View) { OfAll = true },
        ["GET /ops/v1/snapshots/{a}/diff/{b}"] = new(Need.View) { OfAll = true },
        ["GET /ops/v1/statistics"] = new(Need.View) { Query = Year },
        ["GET /ops/v1/status"] = new(Need.View),
        ["PUT /tenants/{tenant}/consents"] = new(Need.Act) { Body = $$"""{"patient":"{{ReachHub.Patient}}","purpose":"share","granted":true}""" },
        ["POST /tenants/{tenant}/consents/_search"] = new(Need.View) { Body = Patient },
        ["GET /handovers/{tenant}/{id}"] = new(Need.View) { Past = "HUB-HANDOVER-" },
        ["POST /handovers/{tenant}/_search"] = new(Need.View) { Body = Patient },
    };

    /// <summary>What stands for a part of an address so that it is something of Skien's: by the part before it and its name, else by its name.</summary>
    public static readonly IReadOnlyDictionary<string, Func<ReachHub, string>> Values = new Dictionary<string, Func<ReachHub, string>>
    {
        ["messages/{id}"] = hub => hub.Message,
        ["actions/{id}"] = _ => ReachHub.Ended,
        ["deliveries/{id}"] = hub => hub.Message + ".1",
        ["CarePlan/{id}"] = _ => "1",
        ["snapshots/{n}"] = _ => "1",
        ["snapshots/{a}"] = _ => "1",
        ["diff/{b}"] = _ => "1",
        ["{tenant}/{id}"] = _ => "ho-1",
        ["{tenant}/{key}"] = _ => ReachHub.Refused,
        ["_history/{version}"] = _ => "1",
        ["{conflict}"] = hub => hub.Conflict,
        ["{tenant}"] = _ => ReachHub.Foreign,
        ["{orgnr}"] = _ => "314159265",
        ["{route}"] = _ => "skien-values",
        ["{partner}"] = _ => "dho",
        ["{connection}"] = _ => "none",
        ["{documentName}.json"] = _ => "v1.json",
        ["{**rest}"] = _ => "x",
        ["{**file}"] = _ => "index.html",
    };
}
