using System.Text.Json;
using Xunit;

namespace Hub.AcceptanceTests.Faces;

/// <summary>The FHIR side of the answers. The face leaves reading to the partner's adapter, so any adapter will do here; what VKP bundles hold is tested with the VKP adapter.</summary>
[Collection(FaceCollection.Name)]
public class VkpFaceTests(FaceHub hub)
{
    private const string Bundle = "/epj/r4/312229544/bundle";
    private const string Fhir = "application/fhir+json";

    [Theory]
    [InlineData("/epj/r4/312229544/bundle")]
    [InlineData("/EPJ/R4/312229544/Bundle")]
    [InlineData("/epj/r4/312229544/Observation")]
    public async Task Should_take_messages_in_any_letter_case(string path)
    {
        var answer = await hub.PostAsync(path, "vkp", FaceHub.Event($"vkp{path}"), Fhir);

        Assert.Equal((202, Fhir, "OperationOutcome"), (answer.Status, answer.MediaType, Text(answer.Json, "resourceType")));
        Assert.Equal("information", Text(answer.Json.GetProperty("issue")[0], "severity"));
    }

    [Fact]
    public async Task Should_answer_repeats_and_conflicts_in_fhir()
    {
        await hub.PostAsync(Bundle, "vkp", FaceHub.Event("vkp-repeat"), Fhir);

        Assert.Equal(200, (await hub.PostAsync(Bundle, "vkp", FaceHub.Event("vkp-repeat"), Fhir)).Status);
        var conflict = await hub.PostAsync(Bundle, "vkp", FaceHub.Event("vkp-repeat", "92"), Fhir);
        Assert.Equal((409, "conflict", "HUB-INTAKE-017"), (conflict.Status, Issue(conflict, "code"), Code(conflict)));
    }

    [Fact]
    public async Task Should_name_element_and_rule_of_every_fault()
    {
        var answer = await hub.PostAsync(Bundle, "vkp", FaceHub.Event("vkp-fault").Replace("+01:00", "", StringComparison.Ordinal), Fhir);

        Assert.Equal((400, "HUB-INTAKE-010"), (answer.Status, Code(answer)));
        var issue = answer.Json.GetProperty("issue")[0];
        Assert.Equal("$.occurredAt", issue.GetProperty("expression")[0].GetString());
        Assert.Contains("offset", Text(issue.GetProperty("details"), "text"), StringComparison.Ordinal);
        Assert.Contains("$.occurredAt", Text(issue, "diagnostics"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_answer_a_batch_in_its_order()
    {
        var answer = await hub.PostAsync(Bundle, "vkp", $"{{\"events\":[{FaceHub.Event("vkp-b1")},{FaceHub.Event("vkp-b2", "true")},{FaceHub.Event("vkp-b1", "93")}]}}", Fhir);

        Assert.Equal((200, "batch-response"), (answer.Status, Text(answer.Json, "type")));
        Assert.Equal(["202", "400", "409"], answer.Json.GetProperty("entry").EnumerateArray().Select(e => Text(e.GetProperty("response"), "status")));
        Assert.All(answer.Json.GetProperty("entry").EnumerateArray(), e => Assert.True(e.GetProperty("response").GetProperty("outcome").GetProperty("issue").GetArrayLength() > 0));
    }

    [Theory]
    [InlineData("vkp", 415)]
    [InlineData("lax", 202)]
    public async Task Should_take_text_from_lenient_partners_only(string caller, int status) =>
        Assert.Equal(status, (await hub.PostAsync(Bundle, caller, FaceHub.Event("vkp-text"), "text/plain")).Status);

    [Theory]
    [InlineData(null, Bundle, 401, "HUB-AUTH-001")]
    [InlineData("neighbour", Bundle, 403, "HUB-AUTH-003")]
    [InlineData("vkp", "/epj/r4/314159265/bundle", 403, "HUB-AUTH-003")]
    [InlineData("vkp", "/epj/r4/000000000/bundle", 403, "HUB-AUTH-003")]
    [InlineData("vkp", "/epj/r4/312229544/Patient", 501, "HUB-HTTP-005")]
    public async Task Should_refuse_in_fhir(string? caller, string path, int status, string code)
    {
        var answer = await hub.PostAsync(path, caller, FaceHub.Event("vkp-door"), Fhir);

        Assert.Equal((status, Fhir, code), (answer.Status, answer.MediaType, Code(answer)));
    }

    [Fact]
    public async Task Should_say_that_searches_are_not_offered() =>
        Assert.Equal((501, "not-supported"), await hub.SendAsync(HttpMethod.Get, "/epj/r4/312229544/Observation?patient=1", "vkp") is var a ? (a.Status, Issue(a, "code")) : default);

    private static string Issue(Answer answer, string name) => Text(answer.Json.GetProperty("issue")[0], name);

    private static string Code(Answer answer) => Text(answer.Json.GetProperty("issue")[0].GetProperty("details").GetProperty("coding")[0], "code");

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;
}
