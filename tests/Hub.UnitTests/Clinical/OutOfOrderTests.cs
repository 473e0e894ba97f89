using System.Text.Json.Nodes;
using Hub.Core.Content;
using Hub.Simulators.Dignio;
using Hub.UnitTests.Mappings;
using Xunit;

namespace Hub.UnitTests.Clinical;

/// <summary>New, changed and cancelled messages in whatever order they come (HIS 1154).</summary>
public sealed class OutOfOrderTests
{
    private const string First = "5f0d4a7e-6f7b-4f0a-9f64-0a2f64b1c111";
    private const string Second = "5f0d4a7e-6f7b-4f0a-9f64-0a2f64b1c222";
    private const string Third = "5f0d4a7e-6f7b-4f0a-9f64-0a2f64b1c333";

    private static ClinicalMessage New { get; } = SampleClinical.Admitted with { MessageId = First, Conversation = null, Parent = null };

    private static ClinicalMessage Changed { get; } = SampleClinical.Report with { MessageId = Second, Conversation = First, Parent = First };

    private static ClinicalMessage Cancelled { get; } = New with { MessageId = Third, Dispatch = "C", Conversation = First, Parent = Second, Time = Later(2) };

    [Fact]
    public void Should_say_first_what_a_change_replaces()
    {
        var document = Journal(Changed);
        Assert.Equal("amended", (string?)document["status"]);
        Assert.Equal([("replaces", $"urn:uuid:{First}")], Relations(document));
        Assert.Contains("erstatter i sin helhet", Text(document, 0), StringComparison.Ordinal);
        Assert.Contains($"Erstatter melding {First}", Text(document, 0), StringComparison.Ordinal);
    }

    [Fact]
    public void Should_cancel_the_whole_chain_and_not_only_the_last_of_it()
    {
        var document = Journal(Cancelled);
        Assert.Equal("entered-in-error", (string?)document["status"]);
        Assert.Equal([("replaces", $"urn:uuid:{Second}"), ("replaces", $"urn:uuid:{First}")], Relations(document));
        Assert.StartsWith("KANSELLERT", Text(document, 0), StringComparison.Ordinal);
        Assert.Contains($"den første i saken var {First}", Text(document, 0), StringComparison.Ordinal);
    }

    [Fact]
    public void Should_warn_of_nothing_in_a_new_message()
    {
        var document = Journal(New);
        Assert.Equal("final", (string?)document["status"]);
        Assert.Empty(Relations(document));
        Assert.DoesNotContain("Merk", document["section"]!.AsArray().Select(s => (string?)s!["title"]));
    }

    [Theory]
    [InlineData("NC", "included")]
    [InlineData("CN", "included")]
    [InlineData("AD", "included")]
    [InlineData("DA", "included")]
    [InlineData("A", "paused")]
    [InlineData("ADX", "paused")]
    [InlineData("XAD", "paused")]
    [InlineData("DXA", "paused")]
    public async Task Should_end_in_the_same_state_of_follow_up(string order, string state)
    {
        await using var vendor = await DignioServer.StartAsync();
        using var http = new HttpClient { BaseAddress = vendor.Url };
        foreach (var which in order)
        {
            var told = Tell(which);
            using var body = new ByteArrayContent(told);
            Assert.True((await http.PostAsync("hub/events", body, TestContext.Current.CancellationToken)).IsSuccessStatusCode);
        }

        Assert.Equal(state, vendor.Ledger.StateOf("13116900216"));
    }

    // A admission, D discharge after it, X cancellation of the discharge; N and C an admission and its cancellation.
    private static byte[] Tell(char which)
    {
        var message = which switch
        {
            'C' => New with { MessageId = Third, Dispatch = "C", Conversation = First, Parent = First, Time = Later(2) },
            'D' => New with { MessageId = Second, MessageType = "LOG_UTSKREVET", Time = Later(1) },
            'X' => New with { MessageId = Third, MessageType = "LOG_UTSKREVET", Dispatch = "C", Conversation = Second, Parent = Second, Time = Later(2) },
            _ => New,
        };
        var told = JsonNode.Parse(MappingBench.Map("dho.followup", message).Document!.Body.Span)!;
        told["eventId"] = $"event-{which}";
        return System.Text.Encoding.UTF8.GetBytes(told.ToJsonString());
    }

    private static ClinicalTime Later(int hours) => new(New.Time.Start.AddHours(hours));

    private static JsonNode Journal(ClinicalMessage message) => JsonNode.Parse(MappingBench.Map("journal.clinical", message).Document!.Body.Span)!["entry"]![0]!["resource"]!;

    private static string Text(JsonNode document, int section) => (string)document["section"]![section]!["extension"]![0]!["valueString"]!;

    private static (string, string)[] Relations(JsonNode document) =>
        [.. (document["relatesTo"]?.AsArray() ?? []).Select(r => ((string)r!["code"]!, (string)r["targetIdentifier"]!["value"]!))];
}
