using Hub.AcceptanceTests.Staging;
using Xunit;

namespace Hub.AcceptanceTests.Reading;

/// <summary>A viewer inside the hospital's journal finds out where its user logs in.</summary>
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
    public async Task Should_say_that_it_does_not_know_where_while_the_server_is_away()
    {
        await using var stage = await ReadStage.OpenAsync(BackingKind.Embedded);
        stage.Issuer.Up = false;

        var smart = await stage.SendAsync(HttpMethod.Get, "fhir/larvik/.well-known/smart-configuration", null);
        var metadata = await stage.SendAsync(HttpMethod.Get, "fhir/larvik/metadata", null);

        Assert.Equal((503, "HUB-ACCESS-009"), (smart.Status, smart.Code));
        Assert.Equal(200, metadata.Status);
    }
}
