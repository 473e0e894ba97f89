using System.Text.Json;
using Hub.AcceptanceTests.Staging;
using Hub.Tests.Support;
using Xunit;

namespace Hub.AcceptanceTests.Journeys;

/// <summary>A tenant's bodies go when the tenant says so; what happened stays.</summary>
public abstract class RetentionJourneys(BackingKind backing) : Journey(backing)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Should_delete_bodies_and_keep_the_timeline()
    {
        var brief = Municipality.Larvik with { Sections = "retention: { bodies: 2s }" };
        await using var stage = await OpenAsync(brief);
        var answer = await stage.Caller(brief.Feed).SendAsync(brief, Events.Pulse("brief", Events.People[0], 72));
        await stage.ArrivedAsync(1);
        var before = (await stage.Operator.MessageAsync(answer.Messages[0])).GetProperty("deliveries")[0];

        // Redelivering says that the body is gone, and only then.
        await Wait.UntilAsync(
            "the body is gone",
            Patience,
            async () =>
            {
                await stage.Operator.ActAsync($"deliveries/{before.GetProperty("id").GetString()}/redeliver");
                await stage.DrainAsync();
                return (await stage.Operator.MessageAsync(answer.Messages[0])).GetProperty("deliveries")[0].GetProperty("state").GetString() == "deadLettered";
            },
            stage.Logs);

        var after = (await stage.Operator.MessageAsync(answer.Messages[0])).GetProperty("deliveries")[0];
        Assert.Equal("HUB-DELIVERY-005", after.GetProperty("error").GetString());
        Assert.Equal(Steps(before), Steps(after)[..Steps(before).Length]);
        Assert.True(await stage.AuditAsync() > 0);
    }

    private static string[] Steps(JsonElement delivery) => [.. delivery.GetProperty("timeline").EnumerateArray().Select(e => e.GetRawText())];

    /// <summary>On SQLite.</summary>
    public sealed class Embedded() : RetentionJourneys(BackingKind.Embedded);

    /// <summary>On PostgreSQL and RabbitMQ.</summary>
    public sealed class OnServers() : RetentionJourneys(BackingKind.Servers);
}
