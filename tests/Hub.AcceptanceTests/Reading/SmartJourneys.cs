using System.Text.Json;
using Hub.AcceptanceTests.Staging;
using Hub.Core.Content;
using Hub.Tests.Support;
using Xunit;

namespace Hub.AcceptanceTests.Reading;

/// <summary>A viewer inside the hospital's journal finds out where its user logs in, and is let in from its browser.</summary>
public sealed class SmartJourneys
{
    [Fact]
    public async Task Should_tell_a_viewer_where_to_log_in()
    {
        await using var stage = await ReadStage.OpenAsync(BackingKind.Embedded);

        var smart = await stage.SendAsync(HttpMethod.Get, "fhir/larvik/.well-known/smart-configuration", null);

        Assert.Equal(200, smart.Status);
        Assert.Equal(stage.Issuer.Issuer, smart.Json.GetProperty("issuer").GetString());
        Assert.Equal($"{stage.Issuer.Issuer}/connect/authorize", smart.Json.GetProperty("authorization_endpoint").GetString());
        Assert.Equal($"{stage.Issuer.Issuer}/connect/token", smart.Json.GetProperty("token_endpoint").GetString());
        Assert.Equal(["S256"], smart.Json.GetProperty("code_challenge_methods_supported").EnumerateArray().Select(v => v.GetString()));
        Assert.Contains("launch-ehr", smart.Json.GetProperty("capabilities").EnumerateArray().Select(v => v.GetString()));
    }

    [Fact]
    public async Task Should_describe_what_it_offers_by_the_rules_of_FHIR()
    {
        await using var stage = await ReadStage.OpenAsync(BackingKind.Embedded);

        var metadata = await stage.SendAsync(HttpMethod.Get, "fhir/larvik/metadata", null);
        var trend = await stage.SendAsync(HttpMethod.Get, "fhir/larvik/OperationDefinition/Observation-trend", null);

        Assert.Equal("CapabilityStatement", metadata.Type);
        Assert.Equal("OperationDefinition", trend.Type);
        Oracle.Check(metadata.Json);
        Oracle.Check(trend.Json);
    }

    [Fact]
    public async Task Should_show_values_to_a_viewer_of_others_that_a_journal_launched()
    {
        await using var viewer = await LaunchedViewer.StartAsync(TestIssuer.User(ReadStage.Municipality).Where(c => c.Key != "scope").ToDictionary(), ReadStage.PatientOfStory);
        await using var stage = await ReadStage.OpenAsync(BackingKind.Embedded, issuer: viewer.Issuer);
        var face = new Uri(stage.Http.BaseAddress!, "fhir/larvik").AbsoluteUri;

        var seen = await viewer.LaunchAsync(face);

        Assert.False(seen.TryGetProperty("error", out var error), error.ToString());
        Assert.Equal((stage.Patient, face, "S256"), (seen.GetProperty("patient").GetString(), seen.GetProperty("aud").GetString(), seen.GetProperty("pkce").GetString()));
        var whole = stage.Told<Measurement>().Select(e => ((Measurement)e.Content).Value?.Quantity?.Value).OfType<decimal>().ToHashSet();
        var values = seen.GetProperty("values").EnumerateArray().Where(v => v.ValueKind == JsonValueKind.Number).Select(v => v.GetDecimal()).ToArray();
        Assert.NotEmpty(values);
        Assert.Subset(whole, values.ToHashSet());
        Assert.Equal(403, seen.GetProperty("other").GetInt32());
    }

    [Theory]
    [InlineData("https://viewer.example.no", true)]
    [InlineData("https://other.example.no", true)]
    [InlineData("https://viewer.example.no.evil.example", false)]
    [InlineData("http://viewer.example.no", false)]
    [InlineData("null", false)]
    public async Task Should_answer_a_viewer_in_a_browser_from_the_origins_that_are_named_and_from_no_other(string origin, bool allowed)
    {
        await using var stage = await ReadStage.OpenAsync(BackingKind.Embedded, "origins: [\"https://viewer.example.no\", \"https://other.example.no\"]");

        using var asked = await CrossAsync(stage, HttpMethod.Options, "fhir/larvik/Observation/_search", origin);
        using var refused = await CrossAsync(stage, HttpMethod.Post, "fhir/larvik/Observation/_search", origin);
        using var found = await CrossAsync(stage, HttpMethod.Get, "fhir/larvik/.well-known/smart-configuration", origin);
        using var operators = await CrossAsync(stage, HttpMethod.Options, "ops/messages", origin);

        Assert.Equal((204, 401, 200), ((int)asked.StatusCode, (int)refused.StatusCode, (int)found.StatusCode));
        Assert.All(new[] { asked, refused, found }, a => Assert.Equal(allowed ? origin : "", Header(a, "Access-Control-Allow-Origin")));
        Assert.All(new[] { asked, refused, found }, a => Assert.Equal("", Header(a, "Access-Control-Allow-Credentials")));
        Assert.Equal(allowed, Header(asked, "Access-Control-Allow-Headers").Contains("DPoP", StringComparison.Ordinal));
        Assert.Equal(allowed, Header(refused, "Access-Control-Expose-Headers").Contains("WWW-Authenticate", StringComparison.Ordinal));
        Assert.Equal("", Header(operators, "Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task Should_answer_no_browser_unless_origins_are_named()
    {
        await using var stage = await ReadStage.OpenAsync(BackingKind.Embedded);

        using var asked = await CrossAsync(stage, HttpMethod.Options, "fhir/larvik/Observation/_search", "https://viewer.example.no");
        using var found = await CrossAsync(stage, HttpMethod.Get, "fhir/larvik/.well-known/smart-configuration", "https://viewer.example.no");

        Assert.All(new[] { asked, found }, a => Assert.DoesNotContain(a.Headers, h => h.Key.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task Should_say_that_it_does_not_know_where_while_the_server_is_away()
    {
        await using var stage = await ReadStage.OpenAsync(BackingKind.Embedded);
        stage.Issuer.Up = false;

        var smart = await stage.SendAsync(HttpMethod.Get, "fhir/larvik/.well-known/smart-configuration", null);
        var metadata = await stage.SendAsync(HttpMethod.Get, "fhir/larvik/metadata", null);

        Assert.Equal((503, "HUB-ACCESS-009"), (smart.Status, smart.Code));
        Assert.Equal(200, metadata.Status);
    }

    private static async Task<HttpResponseMessage> CrossAsync(ReadStage stage, HttpMethod method, string path, string origin)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Add("Origin", origin);
        if (method == HttpMethod.Options)
        {
            request.Headers.Add("Access-Control-Request-Method", "POST");
            request.Headers.Add("Access-Control-Request-Headers", "authorization, content-type, dpop");
        }

        return await stage.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static string Header(HttpResponseMessage answer, string name) => answer.Headers.TryGetValues(name, out var values) ? string.Join(",", values) : "";
}
