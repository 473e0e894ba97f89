using System.Text;
using Hub.Core.Content;
using Hub.Simulators.Tellu;
using Xunit;

namespace Hub.UnitTests.Tellu;

public sealed class TelluStoryTests
{
    [Fact]
    public void Should_tell_the_same_story_for_the_same_seed()
    {
        Assert.Equal(Text(3), Text(3));
        Assert.NotEqual(Text(3), Text(4));

        static string Text(int seed) => Encoding.UTF8.GetString(TelluPage.Write([.. TelluStory.Tell(seed, 6, TelluBench.Monday, 2)], "c", false, false));
    }

    [Fact]
    public void Should_publish_40_to_50_notes_a_day_of_every_kind()
    {
        var days = TelluStory.Tell(2, 20, TelluBench.Monday, 6).Where(e => e.Content is JournalNote).DistinctBy(e => (e.Kind, e.Id)).GroupBy(e => e.At.Date).Take(6).ToList();

        Assert.Equal(6, days.Count);
        Assert.All(days, d => Assert.InRange(d.Count(), 40, 60));
        Assert.Equal([30, 31, 32], days.SelectMany(d => d).Select(e => e.Kind).Distinct().Order());
    }

    [Fact]
    public void Should_tell_of_every_kind_and_every_oddity()
    {
        var entries = TelluStory.Tell(1, 12, TelluBench.Monday, 20).ToList();

        Assert.Equal([10, 20, 21, 30, 31, 32, 40, 50, 60], entries.Select(e => e.Kind).Distinct().Order());
        Assert.Equal(["correction", "early-closure", "late", "repeat"], entries.Select(e => e.Oddity).OfType<string>().Distinct().Order());
        Assert.Equal(entries.Select(e => e.Published).Order(), entries.Select(e => e.Published));
        Assert.Equal(entries.Count, entries.Select(e => e.EntryId).Distinct().Count());
    }
}
