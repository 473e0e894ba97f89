using System.Net;
using Hub.AcceptanceTests.Staging;
using Hub.Core.Content;
using Hub.Simulators.Dignio;
using Hub.Simulators.Gerica;
using Hub.Tests.Support;
using Xunit;

namespace Hub.AcceptanceTests.Journeys.Devices;

/// <summary>Personalia from the journal to the vendor: when somebody is enrolled, when something changes later, of nobody whom the vendor does not follow up, and never an address that is protected.</summary>
public abstract class EnrolmentJourneys(BackingKind backing) : Journey(backing)
{
    private const string Routes = """
          - { name: enrolled, from: feed, content: status, to: enrolment, as: hub.content, retry: { delays: [50ms, 100ms, 200ms], giveUpAfter: 5m } }
          - { name: journal-notices, from: epj, content: personalia, to: enrolment, as: hub.content, retry: { delays: [50ms, 100ms, 200ms], giveUpAfter: 5m } }
          - { name: personalia-to-vendor, from: enrolment, content: personalia, to: vendor, as: dho.personalia, retry: { schedule: fast } }
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly SyntheticPerson Who = Events.People[0];

    private static readonly RegisteredPatient Line = new(Who.NationalId, "Line", "Danser")
    {
        Street = "Storgata 1",
        Services = new Dictionary<string, DateTimeOffset> { ["dho"] = DateTimeOffset.UnixEpoch },
    };

    [Fact]
    public async Task Should_tell_the_vendor_who_was_enrolled_and_later_what_changed()
    {
        await using var scene = await Scene.OpenAsync(this);
        scene.Stage.Journal.Patients.Put(Line);

        await scene.EnrolAsync("enrol-1");
        await Wait.UntilAsync("the vendor knows who was enrolled", Patience, () => scene.Vendor.People.Of(Who.NationalId) is not null, scene.Stage.Logs);
        Assert.Equal("Storgata 1", scene.Vendor.People.Of(Who.NationalId)!.Street);

        var moved = Line with { Street = "Strandveien 4", Updated = DateTimeOffset.UtcNow };
        await scene.NotifyAsync(GericaNotices.Changed(moved, "n-1", DateTimeOffset.UtcNow));
        await Wait.UntilAsync("the vendor knows the new address", Patience, () => scene.Vendor.People.Of(Who.NationalId)?.Street == "Strandveien 4", scene.Stage.Logs);
        Assert.Equal(2, scene.Vendor.People.Told.Count);
    }

    [Fact]
    public async Task Should_tell_the_vendor_of_nobody_whom_it_does_not_follow_up_nor_of_those_whose_follow_up_has_ended()
    {
        await using var scene = await Scene.OpenAsync(this);
        scene.Stage.Journal.Patients.Put(Line);
        var granted = Line with { NationalId = Events.People[1].NationalId };

        // Granted by the municipality, and never included.
        await scene.NotifyAsync(GericaNotices.Changed(granted, "n-2", DateTimeOffset.UtcNow));
        await scene.EnrolAsync("enrol-1");
        await Wait.UntilAsync("the vendor knows who was enrolled", Patience, () => scene.Vendor.People.Of(Who.NationalId) is not null, scene.Stage.Logs);
        await scene.EnrolAsync("end-1", FollowUpState.Ended);
        await scene.NotifyAsync(GericaNotices.Changed(Line with { Street = "Strandveien 4" }, "n-3", DateTimeOffset.UtcNow));
        await scene.Stage.DrainAsync();

        Assert.Equal("Storgata 1", Assert.Single(scene.Vendor.People.Told).Street);
    }

    [Fact]
    public async Task Should_hold_a_protected_address_back_at_enrolment_and_when_it_becomes_protected()
    {
        await using var scene = await Scene.OpenAsync(this);
        scene.Stage.Journal.Patients.Put(Line with { Protection = "R" });

        await scene.EnrolAsync("enrol-1");
        await Wait.UntilAsync("the vendor knows who was enrolled", Patience, () => scene.Vendor.People.Of(Who.NationalId) is not null, scene.Stage.Logs);
        Assert.Equal(("confidential", null), (scene.Vendor.People.Told[0].Protection, scene.Vendor.People.Told[0].Street));

        await scene.NotifyAsync(GericaNotices.Changed(Line with { Protection = "V", Updated = DateTimeOffset.UtcNow }, "n-3", DateTimeOffset.UtcNow));
        await Wait.UntilAsync("the vendor knows", Patience, () => scene.Vendor.People.Told.Count == 2, scene.Stage.Logs);
        Assert.All(scene.Vendor.People.Told, p => Assert.DoesNotContain("Storgata", p.Body.GetRawText(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(DownKind.Refuse, 0)]
    [InlineData(DownKind.No, 60_000)]
    public async Task Should_ask_a_journal_that_was_down_or_slow_again_also_after_a_restart_and_tell_the_vendor_once(DownKind down, int slow)
    {
        await using var scene = await Scene.OpenAsync(this);
        scene.Stage.Journal.Patients.Put(Line);
        await scene.Stage.Journal.SetFaultsAsync(new FaultPlan { Down = down, SlowMedianMs = slow });
        await scene.EnrolAsync("enrol-1");
        await scene.EnrolAsync("enrol-1");
        await Wait.UntilAsync("the enrolment waits", Patience, async () => (await scene.Stage.Operator.LedgerAsync()).Pending == 1, scene.Stage.Logs);
        await scene.Stage.RestartAsync();

        await scene.Stage.Journal.SetFaultsAsync(FaultPlan.Healthy);
        await Wait.UntilAsync("the vendor knows who was enrolled", Patience, () => scene.Vendor.People.Told.Count > 0, scene.Stage.Logs);
        await scene.Stage.DrainAsync();

        Assert.Single(scene.Vendor.People.Told);
        Assert.Equal(Who.NationalId, scene.Vendor.People.Told[0].Patient);
    }

    [Fact]
    public async Task Should_show_the_operator_that_the_journal_does_not_know_the_patient()
    {
        await using var scene = await Scene.OpenAsync(this);

        await scene.EnrolAsync("enrol-1");
        await Wait.UntilAsync("the enrolment is given up", Patience, async () => (await scene.Stage.Operator.LedgerAsync()).DeadLettered == 1, scene.Stage.Logs);

        Assert.Empty(scene.Vendor.People.Told);
    }

    /// <summary>A stage with a vendor that is told, and a journal that tells.</summary>
    private sealed class Scene(Stage stage, DignioServer vendor, TestKey key) : IAsyncDisposable
    {
        public Stage Stage { get; } = stage;

        public DignioServer Vendor { get; } = vendor;

        public static async Task<Scene> OpenAsync(EnrolmentJourneys journey)
        {
            var key = TestKey.New("epj");
            var vendor = await DignioServer.StartAsync();
            var stage = await journey.OpenAsync(Municipality.Larvik with
            {
                Partners = $$"""
                      vendor: { adapter: dignio, url: "{{vendor.Url}}" }
                      epj: { adapter: gerica, inbound: { keys: ["{{key.Hash}}"], rate: 0, content: [personalia, status] } }
                      enrolment: { adapter: enrolment, inbound: { auth: hub }, options: { journal: journal } }
                    """,
                Routes = Routes,
            });
            return new Scene(stage, vendor, key);
        }

        public async Task EnrolAsync(string id, FollowUpState state = FollowUpState.Included) => Assert.True(
            (await Stage.Caller(Municipality.Larvik.Feed).SendAsync(Municipality.Larvik, Events.Followed(id, Who, state))).Status is HttpStatusCode.Accepted or HttpStatusCode.OK);

        public async Task NotifyAsync(byte[] notice) => Assert.Equal(HttpStatusCode.Accepted, (await Stage.Caller(key).PostAsync("in/larvik/epj", notice, "application/json")).Status);

        public async ValueTask DisposeAsync()
        {
            await Stage.DisposeAsync();
            await Vendor.DisposeAsync();
        }
    }

    /// <summary>On SQLite.</summary>
    public sealed class Embedded() : EnrolmentJourneys(BackingKind.Embedded);

    /// <summary>On PostgreSQL and RabbitMQ.</summary>
    public sealed class OnServers() : EnrolmentJourneys(BackingKind.Servers);
}
