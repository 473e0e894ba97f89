using Hub.Core.Content;
using Hub.Core.Deliveries;
using Hub.Core.Errors;
using Hub.Core.Storage;
using Hub.Host.Actions;
using Xunit;

namespace Hub.UnitTests.Operators;

/// <summary>What an action would do.</summary>
public sealed class ActionPreviewTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(ActVerb.Redeliver, false, 1, 0)]
    [InlineData(ActVerb.Redeliver, true, 2, 0)]
    [InlineData(ActVerb.Remap, true, 1, 0)]
    [InlineData(ActVerb.Discard, false, 3, 0)]
    [InlineData(ActVerb.Park, false, 1, 0)]
    [InlineData(ActVerb.Release, false, 0, 0)]
    internal void Should_do_what_states_allow(ActVerb verb, bool also, int toDo, int duplicates)
    {
        var selected = Of([DeliveryState.Delivered], [DeliveryState.DeadLettered], [DeliveryState.Pending], [DeliveryState.AwaitingReceipt], [DeliveryState.Discarded]);

        var preview = ActionPreview.Of(verb, also, selected, _ => false);

        Assert.Equal(5, preview.Matched);
        Assert.Equal((toDo, duplicates), (preview.ToDo.Count, preview.Duplicates));
        Assert.Equal(5, preview.ToDo.Count + preview.AlreadyDelivered + preview.TooOld + preview.NotAllowed);
    }

    [Theory]
    [InlineData(ActVerb.Discard, 2)]
    [InlineData(ActVerb.Park, 1)]
    [InlineData(ActVerb.Redeliver, 0)]
    internal void Should_count_what_is_out_and_not_called_back(ActVerb verb, int underWay)
    {
        var selected = Of([DeliveryState.Pending], [DeliveryState.Pending], [DeliveryState.AwaitingReceipt], [DeliveryState.DeadLettered], [DeliveryState.Delivered]);
        var inFlight = new HashSet<DeliveryId> { selected[1].Deliveries[0].Id, selected[4].Deliveries[0].Id };

        Assert.Equal(underWay, ActionPreview.Of(verb, true, selected, _ => false, inFlight).UnderWay);
    }

    [Fact]
    public void Should_count_messages_of_a_replay_and_which_of_them_arrive_twice()
    {
        var selected = Of([DeliveryState.DeadLettered, DeliveryState.Discarded], [DeliveryState.Delivered, DeliveryState.DeadLettered], [DeliveryState.Pending], []);

        var without = ActionPreview.Of(ActVerb.Replay, false, selected, _ => false);
        var with = ActionPreview.Of(ActVerb.Replay, true, selected, _ => false);

        Assert.Equal((4, 3, 1, 1), (without.Matched, without.ToDo.Count, without.AlreadyDelivered, without.Duplicates));
        Assert.Equal((4, 4, 0, 2), (with.Matched, with.ToDo.Count, with.AlreadyDelivered, with.Duplicates));
        Assert.Equal([1, 3, 4], without.ToDo.Select(d => d.MessageId));
        Assert.Equal(3, with.ByPartner["journal"]);
    }

    [Fact]
    public void Should_leave_alone_what_may_have_lost_its_bytes()
    {
        var selected = Of([DeliveryState.DeadLettered], [DeliveryState.DeadLettered]);

        Assert.Equal(1, ActionPreview.Of(ActVerb.Remap, false, selected, m => m.Id == 1).TooOld);
        Assert.Equal(0, ActionPreview.Of(ActVerb.Discard, false, selected, m => m.Id == 1).TooOld);
    }

    [Fact]
    public void Should_count_a_remap_of_what_the_receiver_may_have_as_a_duplicate() =>
        Assert.Equal(1, ActionPreview.Of(ActVerb.Remap, false, Of([DeliveryState.DeadLettered]).Select(Timed).ToList(), _ => false).Duplicates);

    [Theory]
    [InlineData(100, 100, null)]
    [InlineData(100, 105, null)]
    [InlineData(100, 106, "to do: 100 then, 106 now; matched: 100 then, 106 now")]
    [InlineData(5, 7, null)]
    [InlineData(5, 2, "to do: 5 then, 2 now; matched: 5 then, 2 now")]
    public void Should_say_how_a_selection_has_changed(int then, int now, string? expected)
    {
        var preview = ActionPreview.Of(ActVerb.Redeliver, false, Of([.. Enumerable.Repeat(new[] { DeliveryState.DeadLettered }, now)]), _ => false);

        Assert.Equal(expected, preview.Differs(new ShownCounts(then, 0, 0, then)));
    }

    private static Selected Timed(Selected selected) =>
        selected with { Deliveries = [.. selected.Deliveries.Select(d => d with { Error = DeliveryErrors.TimedOut.Code, Attempts = 1 })] };

    private static List<Selected> Of(params DeliveryState[][] messages) =>
        [.. messages.Select((states, i) =>
        {
            var deliveries = states.Select((s, no) => new DeliveryHead(new DeliveryId(i + 1, (short)(no + 1)), "values", "journal", "m", s, 0, null, null)).ToList();
            return new Selected(new MessageHead(i + 1, "larvik", "dho", $"s-{i}", ContentKind.Measurement, null, Triage.Green, Noon, Noon, null, deliveries), deliveries);
        })];
}
