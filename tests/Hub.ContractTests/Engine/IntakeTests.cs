using System.Text;
using Hub.Core.Content;
using Hub.Core.Deliveries;
using Hub.Core.Intake;
using Hub.Core.Tenants;
using Xunit;

namespace Hub.ContractTests.Engine;

public sealed class IntakeTests
{
    [Fact]
    public async Task Should_answer_a_repeat_as_the_first_time_and_a_change_as_a_conflict()
    {
        await using var hub = await new TestHub(new MemoryStore()).StartAsync();
        var first = await hub.SendAsync("a;p1");
        var repeat = await hub.SendAsync("a;p1");
        var conflict = await hub.SendAsync("a;p2");
        Assert.Equal(EntryStatus.Repeated, repeat.Entries[0].Status);
        Assert.Equal(first.Entries[0].MessageIds, repeat.Entries[0].MessageIds);
        Assert.Equal(EntryStatus.Conflict, conflict.Entries[0].Status);
        Assert.Equal("HUB-INTAKE-017", conflict.Entries[0].Errors[0].Code);
    }

    [Fact]
    public async Task Should_take_the_good_entries_of_a_batch_and_deliver_the_right_ones()
    {
        await using var hub = await new TestHub(new MemoryStore()).StartAsync();
        var answer = await hub.SendAsync("a;p1\nbad\nb;p2", "text/batch");
        Assert.Equal([EntryStatus.Accepted, EntryStatus.Refused, EntryStatus.Accepted], answer.Entries.Select(e => e.Status));
        await TestHub.Until(() => hub.Out.Count == 2, "both delivered");
        Assert.Equal(["a", "b"], hub.Out.Snapshot().Select(t => t.SourceId).Order());
    }

    [Fact]
    public async Task Should_find_the_events_of_a_batch_again_in_the_stored_bytes()
    {
        var store = new MemoryStore();
        await using var first = new TestHub(store);
        first.Out.Answer = _ => new Core.Adapters.SendOutcome.Failed(Core.Errors.DeliveryErrors.PartnerFault.At());
        first.Retry = new RetryConfig([TimeSpan.FromMilliseconds(1)], TimeSpan.FromHours(1), 0);
        await first.StartAsync();
        await first.SendAsync("a;p1\nbad\nb;p2\nc;p3", "text/batch");
        await first.Node.AbortAsync();
        foreach (var row in store.Rows)
            (row.Document, row.SealedDocument) = (null, default);
        first.Out.Answer = _ => null;
        await using var second = await new TestHub(store).Share(first).StartAsync();
        await TestHub.Until(() => first.Out.Count == 3, "all delivered");
        Assert.Equal(["a", "b", "c"], first.Out.Snapshot().Select(t => t.SourceId).Order());
    }

    [Fact]
    public async Task Should_refuse_a_single_message_whole_when_one_entry_is_bad()
    {
        await using var hub = await new TestHub(new MemoryStore()).StartAsync();
        var answer = await hub.SendAsync("a;p1\nbad");
        Assert.Equal("HUB-INTAKE-007", Assert.Single(answer.Errors).Code);
        Assert.All(answer.Entries, e => Assert.Equal(EntryStatus.Refused, e.Status));
        Assert.Empty(((MemoryStore)hub.Store).Rows);
    }

    [Fact]
    public async Task Should_refuse_kinds_that_the_partner_may_not_send()
    {
        await using var hub = await new TestHub(new MemoryStore()) { Allowed = new HashSet<ContentKind> { ContentKind.Plan } }.StartAsync();
        Assert.Equal("HUB-AUTH-004", Assert.Single((await hub.SendAsync("a;p1")).Errors).Code);
    }

    [Fact]
    public async Task Should_answer_a_defect_without_falling()
    {
        await using var hub = await new TestHub(new MemoryStore()).StartAsync();
        Assert.Equal("HUB-INTAKE-024", Assert.Single((await hub.SendAsync("boom")).Errors).Code);
        Assert.Equal(EntryStatus.Accepted, (await hub.SendAsync("a;p1")).Entries[0].Status);
    }

    [Fact]
    public async Task Should_not_let_one_raw_message_fail_its_neighbours()
    {
        var store = new MemoryStore { Rejects = r => Encoding.UTF8.GetString(r.SealedBody.Span).StartsWith("poison", StringComparison.Ordinal) };
        await using var hub = await new TestHub(store).StartAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Task.Run(() => hub.SendAsync(i == 25 ? "poison;p" : $"a{i};p{i}"))));
        Assert.Equal(49, answers.Count(a => a.Errors.Count == 0));
        Assert.Equal("HUB-INTAKE-024", answers[25].Errors[0].Code);
        await TestHub.Until(() => hub.Out.Count == 49, "the neighbours delivered");
    }

    [Fact]
    public async Task Should_make_a_dead_letter_of_what_no_route_takes_when_told_to()
    {
        var store = new MemoryStore();
        await using var hub = await new TestHub(store) { Receivers = [], Unrouted = UnroutedPolicy.DeadLetter }.StartAsync();
        await hub.SendAsync("a;p1");
        Assert.Equal(DeliveryState.DeadLettered, Assert.Single(store.Rows).Row.State);
    }
}
