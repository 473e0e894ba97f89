using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Hub.AcceptanceTests.Staging;
using Hub.Simulators.Gerica;
using Hub.Store.Backup;
using Hub.Tests.Support;
using Xunit;

namespace Hub.AcceptanceTests.Journeys;

/// <summary>The machine is lost, and the hub comes back from a backup that was taken while messages came in: what <c>ops/backup.md</c> promises, with the commands it names.</summary>
public abstract partial class BackupJourneys(BackingKind backing)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Should_lose_nothing_of_before_the_backup_and_take_what_is_sent_again()
    {
        await using var place = await Installation.OpenAsync(backing);
        var (stuck, unknown) = (Events.People[1].NationalId, Events.People[2].NationalId);
        await place.Journal.SetFaultsAsync(new FaultPlan { PoisonPatients = [stuck], RejectPatients = [unknown] });
        await place.StartAsync();
        var traffic = SteadyTraffic.Start(place.Vendor, place.Tenant);
        await traffic.MoreAsync(100);
        await Wait.UntilAsync("some are delivered, waiting and dead", Patience, async () => await place.Operator.LedgerAsync() is { Delivered: > 20, Pending: > 0, DeadLettered: > 0 });

        var before = traffic.Accepted;
        var backup = await place.CommandAsync("backup", place.Elsewhere("backup"), "--keys", place.Elsewhere("keys"), "--json");
        Assert.True(backup.Code == 0, backup.Output);
        var held = JsonSerializer.Deserialize<JsonElement>(backup.Output).GetProperty("manifest").GetProperty("facts").GetProperty("messages").GetInt32();
        Assert.InRange(held, before.Count, traffic.Sent.Count);

        // What waited at the time of the backup arrives, and so does what came later: the restored hub knows of neither.
        await place.Journal.SetFaultsAsync(new FaultPlan { RejectPatients = [unknown] });
        await traffic.MoreAsync(100);
        await Wait.UntilAsync("what waited has arrived", Patience, () => place.Journal.Ledger.Lane(place.Tenant.Name, stuck).Count > 0);
        await place.LoseAsync();
        await traffic.EndAsync();
        var known = place.Journal.Ledger.Effects;

        var restored = await place.CommandAsync("restore", place.Elsewhere("backup"), "--keys", place.Elsewhere("keys"));
        Assert.True(restored.Code == 0, restored.Output);
        await place.StartAsync();
        var again = await SendAgainAsync(place, traffic);
        var ledger = await place.DrainAsync();

        // Stored once, under the number of the first time; what was lost under numbers that nobody has seen.
        Assert.All(before, b => Assert.Equal((HttpStatusCode.OK, b.Message), again[b.Event.EventId]));
        Assert.Equal(held, again.Values.Count(a => a.Status == HttpStatusCode.OK));
        var lost = again.Where(a => a.Value.Status == HttpStatusCode.Accepted).Select(a => a.Key).ToHashSet();
        Assert.Equal(traffic.Sent.Count - held, lost.Count);
        Assert.All(lost, e => Assert.True(long.Parse(again[e].Message, System.Globalization.CultureInfo.InvariantCulture) > StoreBackup.NumberGap, again[e].Message));

        Assert.True(ledger.Balances, ledger.ToString());
        Assert.Equal((traffic.Sent.Count, traffic.Sent.Count), (ledger.Messages, ledger.Accepted));
        Assert.Equal(traffic.Sent.Count(s => s.Event.Person.NationalId == unknown), ledger.DeadLettered);

        // Same bytes under the same key, so that a second copy is filed only of what came after the backup, had arrived, and was sent again.
        Assert.Equal(0, place.Journal.Ledger.Conflicts);
        Assert.True(place.Journal.Ledger.Repeats > 0);
        var copies = place.Journal.Ledger.Effects.CountBy(EventOf).ToDictionary();
        Assert.Equal(traffic.Sent.Where(s => s.Event.Person.NationalId != unknown).Select(s => s.Event.EventId).Order(), copies.Keys.Order());
        var twice = known.Select(EventOf).Where(lost.Contains).ToHashSet();
        Assert.All(copies, c => Assert.Equal(twice.Contains(c.Key) ? 2 : 1, c.Value));

        var audit = await place.CommandAsync("audit", "verify");
        Assert.True(audit.Code == 0, audit.Output);
    }

    // The vendor keeps what it sent, and sends all of it again.
    private static async Task<Dictionary<string, (HttpStatusCode Status, string Message)>> SendAgainAsync(Installation place, SteadyTraffic traffic)
    {
        var answers = new Dictionary<string, (HttpStatusCode, string)>();
        foreach (var (e, _) in traffic.Sent)
        {
            var answer = await place.Vendor.SendAsync(place.Tenant, e);
            answers[e.EventId] = (answer.Status, answer.Messages[0]);
        }

        return answers;
    }

    private static string EventOf(Effect effect) => EventId().Match(Encoding.UTF8.GetString(effect.Body!)).Value;

    [GeneratedRegex("steady-[0-9]{5}")]
    private static partial Regex EventId();

    /// <summary>On SQLite.</summary>
    public sealed class Embedded() : BackupJourneys(BackingKind.Embedded);

    /// <summary>On PostgreSQL and RabbitMQ.</summary>
    public sealed class OnServers() : BackupJourneys(BackingKind.Servers);
}
