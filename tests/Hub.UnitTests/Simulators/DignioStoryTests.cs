using System.Text;
using System.Text.Json;
using Hub.Core.Content;
using Hub.Core.Identities;
using Hub.Simulators.Dignio;
using Xunit;

namespace Hub.UnitTests.Simulators;

public sealed class DignioStoryTests
{
    private static readonly DateOnly Monday = new(2026, 11, 2);

    [Fact]
    public void Should_tell_the_same_story_for_the_same_seed()
    {
        Assert.Equal(Bytes(7), Bytes(7));
        Assert.NotEqual(Bytes(7), Bytes(8));

        static string Bytes(int seed) => string.Join('\n', DignioStory.Tell(seed, 6, Monday, 5).Select(e => Encoding.UTF8.GetString(DignioJson.Write(e).Span)));
    }

    [Fact]
    public void Should_tell_of_every_kind_and_every_oddity()
    {
        var events = DignioStory.Tell(1, 9, Monday, 30).ToList();

        // The rest comes from the message network, or is sent by staff when they choose to.
        ContentKind[] others = [ContentKind.Clinical, ContentKind.Trend, ContentKind.Handover, ContentKind.DeviceEvent, ContentKind.Personalia];
        Assert.Equal(Enum.GetValues<ContentKind>().Except(others), events.Select(e => e.Content.Kind).Distinct().Order());
        Assert.Equal(["correction", "early-closure", "late", "repeat"], events.Select(e => e.Oddity).OfType<string>().Distinct().Order());
        Assert.Equal([Triage.Green, Triage.Yellow, Triage.Red], events.Where(e => e.Content is Measurement).Select(e => e.Content.Triage).Distinct().Order());
    }

    [Fact]
    public void Should_repeat_an_event_byte_by_byte()
    {
        var events = DignioStory.Tell(3, 9, Monday, 30).GroupBy(e => e.EventId).Where(g => g.Count() > 1).ToList();

        Assert.NotEmpty(events);
        Assert.All(events, g => Assert.Single(g.Select(e => Encoding.UTF8.GetString(DignioJson.Write(e).Span)).Distinct()));
    }

    [Fact]
    public void Should_send_in_order_of_sending_and_within_the_days_told()
    {
        var events = DignioStory.Tell(2, 6, Monday, 10).ToList();

        Assert.Equal(events.Select(e => e.SendAt).Order(), events.Select(e => e.SendAt));
        Assert.All(events, e => Assert.InRange(e.OccurredAt, new DateTimeOffset(Monday, default, TimeSpan.FromHours(1)), new DateTimeOffset(Monday.AddDays(10), default, TimeSpan.FromHours(1)).AddHours(6)));
    }

    [Fact]
    public void Should_give_every_closed_alert_a_note_and_a_raised_one()
    {
        var events = DignioStory.Tell(5, 9, Monday, 20).ToList();
        var raised = events.Select(e => e.Content).OfType<Alert>().Where(a => a.State == AlertState.Raised).Select(a => a.AlertId).ToHashSet();
        var closed = events.Select(e => e.Content).OfType<Alert>().Where(a => a.State == AlertState.Closed).Select(a => a.AlertId).ToHashSet();
        var noted = events.Select(e => e.Content).OfType<JournalNote>().Select(n => n.FollowsAlert).OfType<string>().ToHashSet();

        Assert.NotEmpty(raised);
        Assert.Equal(raised, closed);
        Assert.Equal(raised, noted);
    }

    [Fact]
    public void Should_raise_the_versions_of_a_plan()
    {
        var plans = DignioStory.Tell(4, 12, Monday, 40).Where(e => e.Oddity is null).Select(e => e.Content).OfType<SelfTreatmentPlan>().GroupBy(p => p.PlanId).ToList();

        Assert.Contains(plans, p => p.Count() > 1);
        Assert.All(plans, p => Assert.Equal(Enumerable.Range(1, p.Count()), p.Select(v => v.Version)));
    }

    [Fact]
    public void Should_only_have_people_who_do_not_exist()
    {
        var people = SyntheticPerson.Make(11, 500);

        Assert.Equal(500, people.Select(p => p.NationalId).Distinct().Count());
        Assert.All(people, p =>
        {
            Assert.Equal(NationalIdFault.None, NationalId.Read(p.NationalId, out var id));
            Assert.Equal(SyntheticSeries.Plus80, id.Synthetic);
            Assert.Equal(CheckDigitRule.From1964, id.CheckDigits);
        });
    }

    [Fact]
    public void Should_judge_values_as_the_thresholds_beside_them_do()
    {
        var measurements = DignioStory.Tell(6, 9, Monday, 30).Select(e => e.Content).OfType<Measurement>().Where(m => m.Value?.Quantity is not null && m.Thresholds.Count > 0 && m.Corrects is null).ToList();

        Assert.NotEmpty(measurements);
        Assert.All(measurements, m => Assert.Contains(m.Thresholds, t =>
            t.Level == m.Triage && (t.Low is null || m.Value!.Quantity!.Value >= t.Low.Value) && (t.High is null || m.Value!.Quantity!.Value <= t.High.Value)));
    }

    [Fact]
    public void Should_write_a_batch_as_well_formed_json()
    {
        using var json = JsonDocument.Parse(DignioJson.WriteBatch(DignioStory.Tell(1, 3, Monday, 1)));

        Assert.True(json.RootElement.GetProperty("events").GetArrayLength() > 5);
    }
}
