using System.Net;
using Hub.AcceptanceTests.Staging;
using Xunit;

namespace Hub.AcceptanceTests.Journeys;

/// <summary>What goes out only with the patient's consent.</summary>
public abstract class ConsentJourneys(BackingKind backing) : Journey(backing)
{
    private static readonly Municipality Asking = Municipality.Larvik with
    {
        Routes = """
              - { name: shared, content: measurement, to: journal, as: fhir.observation, requires: ["consent:share-with-hospital"] }
            """,
    };

    [Fact]
    public async Task Should_say_why_nothing_was_delivered_until_consent_is_there()
    {
        await using var stage = await OpenAsync(Asking);
        var feed = stage.Caller(Asking.Feed);
        var ada = Events.People[0];

        var without = await feed.SendAsync(Asking, Events.Pulse("without", ada, 70));
        await stage.DrainAsync();
        Assert.Empty(stage.Journal.Ledger.Effects);
        var message = await stage.Operator.MessageAsync(without.Messages[0]);
        Assert.Equal("noConsent", message.GetProperty("routes")[0].GetProperty("verdict").GetString());
        Assert.Equal(0, message.GetProperty("deliveries").GetArrayLength());

        Assert.Equal(HttpStatusCode.NoContent, await stage.Operator.ConsentAsync(Asking.Name, ada.NationalId, "share-with-hospital", granted: true));
        await feed.SendAsync(Asking, Events.Pulse("with", ada, 71));
        await feed.SendAsync(Asking, Events.Pulse("of-another", Events.People[1], 71));
        await stage.DrainAsync();
        Assert.Equal(ada.NationalId, Assert.Single(stage.Journal.Ledger.Effects).Patient);

        Assert.Equal(HttpStatusCode.NoContent, await stage.Operator.ConsentAsync(Asking.Name, ada.NationalId, "share-with-hospital", granted: false));
        await feed.SendAsync(Asking, Events.Pulse("withdrawn", ada, 72));
        await stage.DrainAsync();
        Assert.Single(stage.Journal.Ledger.Effects);
    }

    /// <summary>On SQLite.</summary>
    public sealed class Embedded() : ConsentJourneys(BackingKind.Embedded);

    /// <summary>On PostgreSQL and RabbitMQ.</summary>
    public sealed class OnServers() : ConsentJourneys(BackingKind.Servers);
}
