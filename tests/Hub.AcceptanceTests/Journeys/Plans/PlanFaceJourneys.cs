using System.Net;
using System.Text.Json.Nodes;
using Hub.AcceptanceTests.Staging;
using Hub.Tests.Support;
using Xunit;

namespace Hub.AcceptanceTests.Journeys.Plans;

/// <summary>The FHIR face of shared plans.</summary>
public sealed class PlanFaceJourneys
{
    private static readonly string Ada = Events.People[0].NationalId;

    private static string Plan => $$$"""
        {"resourceType":"CarePlan","status":"active","intent":"plan","title":"Egen plan","description":"Skrevet i leseflaten","subject":{"identifier":{"system":"urn:oid:2.16.578.1.12.4.1.4.1","value":"{{{Ada}}}"}},
         "contained":[{"resourceType":"Condition","id":"g","severity":{"coding":[{"system":"http://hl7.no/fhir/ig/planer-hacking/CodeSystem/planer-hacking-observation-severity-zone-cs","code":"green"}]},
           "code":{"text":"Puster fint"},"subject":{"identifier":{"system":"urn:oid:2.16.578.1.12.4.1.4.1","value":"{{{Ada}}}"}},"note":[{"text":"Fortsett"}]}],"addresses":[{"reference":"#g"}]}
        """;

    [Fact]
    public async Task Should_create_read_and_change_a_plan_with_who_when_what_and_why()
    {
        await using var stage = await PlanStage.OpenAsync(BackingKind.Embedded);

        var created = await stage.FhirAsync(HttpMethod.Post, "CarePlan", Plan);
        Assert.True(created.Status == HttpStatusCode.Created, created.Body.ToJsonString());
        var id = (string)created.Body["id"]!;
        created.Body["title"] = "Bedre plan";
        var changed = await stage.FhirAsync(HttpMethod.Put, $"CarePlan/{id}", created.Body.ToJsonString(), "W/\"1\"", "Etter kontroll");
        Assert.True(changed.Status == HttpStatusCode.OK, changed.Body.ToJsonString());

        Assert.Equal(("W/\"1\"", "W/\"2\""), (created.ETag, changed.ETag));
        Assert.Equal("Bedre plan", (string)(await stage.FhirAsync(HttpMethod.Get, $"CarePlan/{id}")).Body["title"]!);
        Assert.Equal("Egen plan", (string)(await stage.FhirAsync(HttpMethod.Get, $"CarePlan/{id}/_history/1")).Body["title"]!);
        var found = (await stage.FhirAsync(HttpMethod.Post, "CarePlan/_search", form: $"patient.identifier={Ada}&_revinclude=Provenance:target")).Body["entry"]!.AsArray();
        Assert.Equal(["match", "include"], found.Select(e => (string)e!["search"]!["mode"]!));
        var provenance = (await stage.FhirAsync(HttpMethod.Post, "Provenance/_search", form: $"target=CarePlan/{id}/_history/2")).Body["entry"]![0]!["resource"]!;
        Assert.Equal("Etter kontroll", (string)provenance["reason"]![0]!["text"]!);
        Assert.Equal("Lege Legesen", (string)provenance["agent"]![0]!["who"]!["display"]!);
        Assert.Equal($"CarePlan/{id}/_history/1", (string)provenance["entity"]![0]!["what"]!["reference"]!);
        await Wait.UntilAsync("the journal has it", TimeSpan.FromSeconds(30), () => Task.FromResult(stage.JournalTitle == "Bedre plan"));
    }

    [Fact]
    public async Task Should_show_both_versions_to_who_changes_one_that_is_not_the_latest()
    {
        await using var stage = await PlanStage.OpenAsync(BackingKind.Embedded);
        var created = (await stage.FhirAsync(HttpMethod.Post, "CarePlan", Plan)).Body;
        var id = (string)created["id"]!;
        created["title"] = "Den ene";
        await stage.FhirAsync(HttpMethod.Put, $"CarePlan/{id}", created.ToJsonString(), "W/\"1\"", "Først");
        created["title"] = "Den andre";

        var refused = await stage.FhirAsync(HttpMethod.Put, $"CarePlan/{id}", created.ToJsonString(), "W/\"1\"", "Sist");

        Assert.Equal((HttpStatusCode.Conflict, "W/\"2\""), (refused.Status, refused.ETag));
        var entries = refused.Body["entry"]!.AsArray().Select(e => e!["resource"]!).ToArray();
        Assert.Equal("HUB-PLAN-001", (string)entries[0]["issue"]![0]!["details"]!["coding"]![0]!["code"]!);
        Assert.Equal(["Den ene", "Egen plan", "Den andre"], entries.Skip(1).Select(r => (string)r["title"]!));
        Assert.Equal("Den ene", (string)(await stage.FhirAsync(HttpMethod.Get, $"CarePlan/{id}")).Body["title"]!);
    }

    [Fact]
    public async Task Should_refuse_a_change_without_version_reason_or_place()
    {
        await using var stage = await PlanStage.OpenAsync(BackingKind.Embedded);
        var created = (await stage.FhirAsync(HttpMethod.Post, "CarePlan", Plan)).Body;
        var id = (string)created["id"]!;
        created["title"] = "Ny";

        Assert.Equal((428, "HUB-PLAN-007"), await CodeAsync(stage.FhirAsync(HttpMethod.Put, $"CarePlan/{id}", created.ToJsonString(), reason: "x")));
        Assert.Equal((422, "HUB-PLAN-008"), await CodeAsync(stage.FhirAsync(HttpMethod.Put, $"CarePlan/{id}", created.ToJsonString(), "W/\"1\"")));
        Assert.Equal((422, "HUB-PLAN-003"), await CodeAsync(stage.FhirAsync(HttpMethod.Put, $"CarePlan/{id}", created.ToJsonString(), "W/\"7\"", "x")));
        Assert.Equal((404, "HUB-PLAN-009"), await CodeAsync(stage.FhirAsync(HttpMethod.Put, "CarePlan/nobody", created.ToJsonString(), "W/\"1\"", "x")));
        Assert.Equal((409, "HUB-PLAN-001"), await CodeAsync(stage.FhirAsync(HttpMethod.Post, "CarePlan", Plan.Replace("Egen plan", "En annen", StringComparison.Ordinal))));
        var other = JsonNode.Parse(created.ToJsonString())!;
        other["subject"]!["identifier"]!["value"] = Events.People[1].NationalId;
        Assert.Equal((422, "HUB-PLAN-005"), await CodeAsync(stage.FhirAsync(HttpMethod.Put, $"CarePlan/{id}", other.ToJsonString(), "W/\"1\"", "x")));
        created["careTeam"] = new JsonArray(new JsonObject { ["display"] = "Lungeteamet" });
        Assert.Equal((422, "HUB-PLAN-006"), await CodeAsync(stage.FhirAsync(HttpMethod.Put, $"CarePlan/{id}", created.ToJsonString(), "W/\"1\"", "x")));
        Assert.Equal((400, "HUB-FHIR-001"), await CodeAsync(stage.FhirAsync(HttpMethod.Put, $"CarePlan/{id}", "{", "W/\"1\"", "x")));
    }

    [Fact]
    public async Task Should_let_nobody_else_in_and_put_every_look_in_the_audit_log_without_the_number()
    {
        await using var stage = await PlanStage.OpenAsync(BackingKind.Embedded);
        var id = (string)(await stage.FhirAsync(HttpMethod.Post, "CarePlan", Plan)).Body["id"]!;

        Assert.Equal(401, (await CodeAsync(stage.FhirAsync(HttpMethod.Get, $"CarePlan/{id}", key: TestKey.New("stranger").Value))).Status);
        Assert.Equal(403, (int)(await stage.Hub.Http.SendAsync(new HttpRequestMessage(HttpMethod.Get, $"fhir/skien/CarePlan/{id}") { Headers = { { "Authorization", $"Bearer {stage.HospitalKey.Value}" } } })).StatusCode);
        await stage.FhirAsync(HttpMethod.Get, $"CarePlan/{id}/_history");

        Assert.DoesNotContain(Ada, stage.Hub.Logs(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_let_people_in_as_the_access_rules_say_and_tell_everybody_what_they_write()
    {
        await using var issuer = await TestIssuer.StartAsync();
        await using var stage = await PlanStage.OpenAsync(
            BackingKind.Embedded,
            $"tokens: {{ issuer: \"{issuer.Issuer}\", audience: \"{TestIssuer.Audience}\" }}",
            """
            access:
              - { party: self, roles: [SP], content: [plan], while: always }
              - { party: self, roles: [LE], content: [plan], while: always, writes: true }
            """);
        var doctor = issuer.Token(TestIssuer.User(Municipality.Larvik.Orgnr, "LE", "user/*.*", "9144901"));
        var nurse = issuer.Token(TestIssuer.User(Municipality.Larvik.Orgnr, "SP", "user/*.*"));

        var created = await stage.FhirAsync(HttpMethod.Post, "CarePlan", Plan, key: doctor);
        Assert.True(created.Status == HttpStatusCode.Created, created.Body.ToJsonString());
        var id = (string)created.Body["id"]!;
        var changed = JsonNode.Parse(created.Body.ToJsonString())!;
        changed["title"] = "Sykepleierens";

        Assert.Equal("9144901", (string)created.Body["author"]!["identifier"]!["value"]!);
        Assert.Equal(HttpStatusCode.OK, (await stage.FhirAsync(HttpMethod.Get, $"CarePlan/{id}", key: nurse)).Status);
        Assert.Equal((403, "HUB-READ-001"), await CodeAsync(stage.FhirAsync(HttpMethod.Put, $"CarePlan/{id}", changed.ToJsonString(), "W/\"1\"", "x", key: nurse)));
        Assert.Equal(403, (await CodeAsync(stage.FhirAsync(HttpMethod.Get, $"CarePlan/{id}", key: issuer.Token(TestIssuer.User("994598760"))))).Status);
        // Nobody has what a person wrote here: vendor, hospital, journal and register are all told.
        await Wait.UntilAsync("everybody is told", TimeSpan.FromSeconds(30), () => Task.FromResult(
            stage.Vendor.Plans.Last?.Version == 1 && stage.Clinic.Plans.Last?.Version == 1 && stage.JournalTitle == "Egen plan" && stage.PlanerTitle == "Egen plan"));
    }

    [Fact]
    public async Task Should_keep_a_partner_out_without_the_consent_that_its_route_asks_for()
    {
        await using var stage = await PlanStage.OpenAsync(BackingKind.Embedded, requires: true);

        Assert.Equal((403, "HUB-READ-003"), await CodeAsync(stage.FhirAsync(HttpMethod.Post, "CarePlan/_search", form: $"patient={Ada}")));
    }

    [Fact]
    public async Task Should_write_resources_that_the_oracle_takes()
    {
        var oracle = Environment.GetEnvironmentVariable("HUB_FHIR_ORACLE");
        Assert.SkipWhen(string.IsNullOrEmpty(oracle), "HUB_FHIR_ORACLE is not set: no FHIR validator at hand");
        await using var stage = await PlanStage.OpenAsync(BackingKind.Embedded);
        var created = (await stage.FhirAsync(HttpMethod.Post, "CarePlan", Plan)).Body;
        var id = (string)created["id"]!;
        created["title"] = "Ny";
        await stage.FhirAsync(HttpMethod.Put, $"CarePlan/{id}", created.ToJsonString(), "W/\"1\"", "Etter kontroll");
        created["title"] = "En annen";
        var resources = new Dictionary<string, JsonNode>
        {
            ["refused"] = (await stage.FhirAsync(HttpMethod.Put, $"CarePlan/{id}", created.ToJsonString(), "W/\"1\"", "For sent")).Body,
            ["current"] = (await stage.FhirAsync(HttpMethod.Get, $"CarePlan/{id}")).Body,
            ["history"] = (await stage.FhirAsync(HttpMethod.Get, $"CarePlan/{id}/_history")).Body,
            ["found"] = (await stage.FhirAsync(HttpMethod.Post, "CarePlan/_search", form: $"patient={Ada}&_revinclude=Provenance:target")).Body,
            ["provenance"] = (await stage.FhirAsync(HttpMethod.Post, "Provenance/_search", form: $"target=CarePlan/{id}")).Body,
            ["conflicts"] = (await stage.FhirAsync(HttpMethod.Get, $"CarePlan/{id}/$conflicts")).Body,
        };

        Assert.Empty(await Oracle.FaultsAsync(oracle!, resources));
    }

    private static async Task<(int Status, string? Code)> CodeAsync(Task<(HttpStatusCode Status, JsonNode Body, string? ETag)> answer)
    {
        var (status, body, _) = await answer;
        var issue = (string?)body["resourceType"] == "Bundle" ? body["entry"]![0]!["resource"]! : body;
        return ((int)status, (string?)issue["issue"]?[0]?["details"]?["coding"]?[0]?["code"]);
    }
}
