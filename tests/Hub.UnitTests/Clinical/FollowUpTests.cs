using System.Text.Json.Nodes;
using Hub.Core.Content;
using Hub.Core.Mappings;
using Hub.UnitTests.Mappings;
using Xunit;

namespace Hub.UnitTests.Clinical;

/// <summary>What hospital messages mean for home follow-up.</summary>
public sealed class FollowUpTests
{
    [Theory]
    [InlineData("LOG_INNLAGT", "N", "paused")]
    [InlineData("LOG_INNLAGT", null, "paused")]
    [InlineData("LOG_INNLAGT", "C", "included")]
    [InlineData("LOG_UTSKREVET", "N", "included")]
    [InlineData("LOG_UTSKREVET", "C", "paused")]
    [InlineData("LOG_DOD", "N", "ended")]
    public void Should_tell_the_state(string type, string? dispatch, string state)
    {
        var told = JsonNode.Parse(Map(SampleClinical.Admitted with { MessageType = type, Dispatch = dispatch }).Document!.Body.Span)!;
        Assert.Equal(state, (string?)told["state"]);
        Assert.Equal("follow-up-status", (string?)told["type"]);
        Assert.Equal("13116900216", (string?)told["patient"]!["nationalId"]);
        Assert.Null(told["patient"]!["name"]);
    }

    [Theory]
    [InlineData("LOG_DOD", "C")]
    [InlineData("LOG_UTSKRIVNINGSKLAR", "N")]
    [InlineData("UTSKRIVNINGSRAPPORT", "N")]
    public void Should_leave_other_messages_to_people(string type, string dispatch) =>
        Assert.Equal("HUB-KITH-011", Assert.Single(Map(SampleClinical.Admitted with { MessageType = type, Dispatch = dispatch }).Errors).Code);

    [Fact]
    public void Should_tell_the_time_of_the_event_and_else_say_whose_time_it_is()
    {
        Assert.Equal("2026-03-01T06:30:00+01:00", Time(SampleClinical.Admitted));
        var bare = SampleClinical.Admitted with { Facts = [] };
        Assert.Equal("2026-03-01T07:55:00+01:00", Time(bare));
        Assert.Contains(Map(bare).Ledger, l => l is { Source: "Time", Target: "effectiveAt", Reason: not null });
        static string? Time(ClinicalMessage message) => (string?)JsonNode.Parse(Map(message).Document!.Body.Span)!["effectiveAt"];
    }

    private static MappingOutcome Map(ClinicalMessage message) => MappingBench.Map("dho.followup", message);
}
