using Hub.Adapters.Dips;
using Hub.Adapters.Http;
using Hub.Core.Adapters;
using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Core.Identities;
using Hub.Core.Lookups;
using Hub.Core.Tenants;
using Hub.UnitTests.Gerica;
using Hub.UnitTests.HelseId;
using Xunit;

namespace Hub.UnitTests.Dips;

/// <summary>Options, and what answers mean, without a wire.</summary>
public sealed class DipsPartTests
{
    [Theory]
    [InlineData(201, "", "delivered")]
    [InlineData(204, "", "delivered")]
    [InlineData(200, """{"resourceType":"OperationOutcome","issue":[{"severity":"information","code":"informational"}]}""", "delivered")]
    [InlineData(200, """{"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"invalid"}]}""", "HUB-SEND-005")]
    [InlineData(302, "", "HUB-SEND-008")]
    [InlineData(400, """{"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"transient"}]}""", "HUB-SEND-003")]
    [InlineData(401, "", "HUB-SEND-007")]
    [InlineData(401, """{"statusCode":401,"message":"Access denied due to missing subscription key."}""", "HUB-DIPS-002")]
    [InlineData(403, "", "HUB-SEND-007")]
    [InlineData(403, """{"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"forbidden","diagnostics":"User is not authorized to write"}]}""", "HUB-DIPS-005")]
    [InlineData(404, "<html>", "HUB-SEND-003")]
    [InlineData(404, """{"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"not-found"}]}""", "HUB-SEND-006")]
    [InlineData(405, "", "HUB-DIPS-007")]
    [InlineData(408, "", "HUB-SEND-002")]
    [InlineData(409, """{"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"duplicate"}]}""", "delivered")]
    [InlineData(409, "", "HUB-SEND-009")]
    [InlineData(412, "", "HUB-SEND-009")]
    [InlineData(422, """{"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"invalid","details":{"text":"Journalen er avsluttet"}}]}""", "HUB-DIPS-003")]
    [InlineData(422, """{"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"invalid","diagnostics":{"errorMessage":"No episode"}}]}""", "HUB-DIPS-004")]
    [InlineData(422, """{"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"Line Danser 13116900216"}]}""", "HUB-SEND-005")]
    [InlineData(422, "{]", "HUB-SEND-005")]
    [InlineData(422, """{"resourceType":"OperationOutcome","issue":"no list"}""", "HUB-SEND-005")]
    [InlineData(429, "", "HUB-SEND-004")]
    [InlineData(500, "", "HUB-SEND-003")]
    [InlineData(500, """{"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"exception"}]}""", "HUB-SEND-003")]
    [InlineData(500, """{"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"invalid"}]}""", "HUB-SEND-005")]
    [InlineData(501, "", "HUB-DIPS-007")]
    [InlineData(503, """{"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"transient","details":{"text":"Planned maintenance"}}]}""", "HUB-DIPS-006")]
    [InlineData(504, "", "HUB-SEND-003")]
    [InlineData(700, "", "HUB-SEND-008")]
    public void Should_say_what_an_answer_means(int status, string body, string expected)
    {
        var outcome = DipsAnswer.Classify(Answer(status, body));

        Assert.Equal(expected, outcome is SendOutcome.Failed failed ? failed.Error.Code : "delivered");
        Assert.DoesNotContain("Danser", outcome.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("13116900216", outcome.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"resourceType":"Bundle","type":"transaction-response","entry":[{"response":{"status":"201 Created","location":"QuestionnaireResponse/q1"}},{"response":{"status":"200 OK"}}]}""", "delivered")]
    [InlineData("""{"resourceType":"Bundle","type":"transaction-response","entry":[{"response":{"status":"200"}}]}""", "repeat")]
    [InlineData("""{"resourceType":"Bundle","type":"transaction-response","entry":[{"response":{"status":"201"}},{"response":{"status":"422"}}]}""", "HUB-SEND-008")]
    [InlineData("""{"resourceType":"Bundle","type":"transaction-response"}""", "HUB-SEND-008")]
    [InlineData("""{"resourceType":"Bundle","type":"transaction-response","entry":[{}]}""", "HUB-SEND-008")]
    [InlineData("hei", "HUB-SEND-008")]
    public void Should_take_a_transaction_as_done_only_when_every_entry_is(string body, string expected)
    {
        var outcome = DipsTransactionAnswer.Read(Answer(200, body));

        Assert.Equal(expected, outcome switch { SendOutcome.Failed f => f.Error.Code, SendOutcome.Delivered { Repeat: true } => "repeat", _ => "delivered" });
    }

    [Theory]
    [InlineData("author", "113", "HUB-CONFIG-")]
    [InlineData("custodian", "agb22", "HUB-CONFIG-")]
    [InlineData("rpmVersion", "1", "HUB-CONFIG-")]
    [InlineData("subscriptionKey", "plain", "HUB-CONFIG-")]
    [InlineData("lookups", "no", "HUB-CONFIG-")]
    [InlineData("author", "", "HUB-CONFIG-")]
    [InlineData("department", "", "HUB-CONFIG-")]
    public void Should_find_a_fault_in_the_options(string option, string value, string code)
    {
        var options = new Dictionary<string, string> { ["author"] = "agb113", ["custodian"] = "afa22", ["department"] = "afa22", ["rpmVersion"] = "v1", ["subscriptionKey"] = "env:SUB" };
        Assert.Empty(Check(options));
        options[option] = value;
        if (value.Length == 0)
            options.Remove(option);

        var error = Assert.Single(Check(options));

        Assert.StartsWith(code, error.Code, StringComparison.Ordinal);
        Assert.Equal($"options.{option}", error.Path);
    }

    [Theory]
    [InlineData("<html>", "HUB-LOOKUP-")]
    [InlineData("""{"resourceType":"Bundle","total":-4,"entry":[7,{"resource":{"resourceType":"Other"}}]}""", "HUB-LOOKUP-005")]
    [InlineData("""{"resourceType":"Bundle","entry":[{"resource":{"resourceType":"Patient","id":"cdp1","identifier":[{"system":"urn:oid:2.16.578.1.12.4.1.4.1","value":"11845599620"}]}}]}""", "HUB-LOOKUP-")]
    public async Task Should_believe_no_answer_that_does_not_name_the_patient(string body, string code)
    {
        await using var receiver = await Receiver.AnsweringAsync(200, body);
        await using var lookup = new DipsAdapter().OpenLookup(new PartnerConfig("bodo", "dips", "dips") { Url = receiver.Url }, HelseIdBench.Context("x"));

        var answer = await lookup.AskAsync(new LookupQuery.PersonaliaOf(new Identifier(IdentifierSystems.Fnr, DipsBench.National)), TestContext.Current.CancellationToken);

        Assert.StartsWith(code, Assert.Single(answer.Errors).Code, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, 4)]
    [InlineData("on", 4)]
    [InlineData("off", 0)]
    public void Should_be_asked_nothing_where_it_is_written_to_only(string? lookups, int kinds)
    {
        var partner = new PartnerConfig("bodo", "dips", "dips") { Url = new Uri("https://api.example/"), Options = lookups is null ? new Dictionary<string, string>() : new() { ["lookups"] = lookups } };

        Assert.Equal(kinds, new DipsAdapter().Answers(partner).Count);
    }

    [Fact]
    public void Should_ask_a_route_of_reports_for_author_and_custodian()
    {
        var partner = new PartnerConfig("bodo", "dips", "dips") { Url = new Uri("https://api.example/") };
        var tenant = new TenantConfig("bodo", TenantEnvironment.Test, new OrganizationConfig("312229544", null, null), new Dictionary<string, PartnerConfig> { ["dips"] = partner }, [new RouteConfig("forms", ["checkware"], ContentKind.Questionnaire, "dips", "report.questionnaire")], UnroutedPolicy.Keep);

        Assert.Equal(["options.author", "options.custodian"], new DipsAdapter().Check(partner, tenant, null).Select(e => e.Path));
    }

    private static IEnumerable<HubError> Check(Dictionary<string, string> options)
    {
        var partner = new PartnerConfig("bodo", "dips", "dips") { Url = new Uri("https://api.example/"), Options = options };
        var routes = new[] { new RouteConfig("notes", ["dignio"], ContentKind.Note, "dips", "dips.document"), new RouteConfig("values", ["dignio"], ContentKind.Measurement, "dips", "dips.observation") };
        var tenant = new TenantConfig("bodo", TenantEnvironment.Test, new OrganizationConfig("312229544", null, null), new Dictionary<string, PartnerConfig> { ["dips"] = partner }, routes, UnroutedPolicy.Keep);
        return [.. new DipsAdapter().Check(partner, tenant, null)];
    }

    private static HttpAnswer Answer(int status, string body) => new(status, new AnswerHeaders("application/fhir+json"), System.Text.Encoding.UTF8.GetBytes(body), true, null);
}
