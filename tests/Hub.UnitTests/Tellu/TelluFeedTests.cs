using System.Text;
using Hub.Adapters.Tellu;
using Hub.Core.Content;
using Hub.Core.Tenants;
using Hub.Simulators.Gerica;
using Hub.Simulators.Tellu;
using Hub.UnitTests.Gerica;
using Xunit;

namespace Hub.UnitTests.Tellu;

/// <summary>The feed is read to its end, whatever it does on the way.</summary>
public sealed class TelluFeedTests
{
    [Theory]
    [InlineData(false, 100)]
    [InlineData(true, 100)]
    [InlineData(false, 7)]
    [InlineData(true, 1000)]
    public async Task Should_read_every_entry_in_both_forms(bool xml, int page)
    {
        await using var vendor = await TelluServer.StartAsync();
        vendor.Publish(TelluBench.Story);
        await using var feed = TelluBench.Feed(TelluBench.Partner(vendor.Url, xml, page));

        var (items, _) = await TelluBench.DrainAsync(feed);

        Assert.Equal(TelluBench.Story.Select(e => e.EntryId), items.Select(i => i.Label));
        Assert.All(items, i => Assert.Empty(TelluBench.Parse(i).Errors.Concat(TelluBench.Parse(i).Entries.SelectMany(e => e.Errors))));
    }

    [Fact]
    public async Task Should_give_one_event_for_a_reading_that_was_published_twice()
    {
        await using var vendor = await TelluServer.StartAsync();
        vendor.Publish(TelluBench.Story);
        await using var feed = TelluBench.Feed(TelluBench.Partner(vendor.Url));

        var events = (await TelluBench.DrainAsync(feed)).Items.Select(i => TelluBench.Parse(i).Entries[0].Events[0]).ToList();

        Assert.Contains(TelluBench.Story, e => e.Oddity == "repeat");
        Assert.Equal(TelluBench.Story.Count(e => e.Oddity == "repeat"), events.Count - events.DistinctBy(e => e.SourceId).Count());
        Assert.All(events.GroupBy(e => e.SourceId), g => Assert.Single(g.Select(e => Convert.ToHexString(e.Fingerprint.Span)).Distinct()));
        Assert.All(events.Where(e => e.Content.Corrects is not null), e => Assert.Contains(events, wrong => wrong.SourceId == e.Content.Corrects));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Should_ask_for_news_only_and_read_them(bool xml)
    {
        await using var vendor = await TelluServer.StartAsync();
        vendor.Publish(TelluBench.Story.Take(20));
        await using var feed = TelluBench.Feed(TelluBench.Partner(vendor.Url, xml));
        var (_, position) = await TelluBench.DrainAsync(feed);

        var quiet = (await feed.ReadAsync(position, CancellationToken.None)).Value;
        vendor.Publish(TelluBench.Story.Skip(20).Take(3));
        var news = (await feed.ReadAsync(quiet.Position, CancellationToken.None)).Value;

        Assert.Equal((0, false, 1), (quiet.Items.Count, quiet.More, vendor.FeedCalls.NotModified));
        Assert.Equal(TelluBench.Story.Skip(20).Take(3).Select(e => e.EntryId), news.Items.Select(i => i.Label));
        Assert.True(news.Position.Length < 4000);
    }

    [Fact]
    public async Task Should_give_the_same_items_for_the_same_position()
    {
        await using var vendor = await TelluServer.StartAsync();
        vendor.Publish(TelluBench.Story);
        await using var feed = TelluBench.Feed(TelluBench.Partner(vendor.Url, page: 10));
        var first = (await feed.ReadAsync(null, CancellationToken.None)).Value;

        var once = (await feed.ReadAsync(first.Position, CancellationToken.None)).Value;
        await using var other = TelluBench.Feed(TelluBench.Partner(vendor.Url, page: 10));
        var again = (await feed.ReadAsync(first.Position, CancellationToken.None)).Value;
        var elsewhere = (await other.ReadAsync(first.Position, CancellationToken.None)).Value;

        Assert.All([again, elsewhere], p => Assert.Equal(once.Items.Select(i => Encoding.UTF8.GetString(i.Body.Span)), p.Items.Select(i => Encoding.UTF8.GetString(i.Body.Span))));
    }

    [Fact]
    public async Task Should_begin_again_with_an_overlap_when_the_cursor_is_gone()
    {
        await using var vendor = await TelluServer.StartAsync();
        vendor.Publish(TelluBench.Story);
        await using var feed = TelluBench.Feed(TelluBench.Partner(vendor.Url, page: 50));
        var (items, position) = await TelluBench.DrainAsync(feed);
        vendor.ExpireCursors();

        var (again, _) = await TelluBench.DrainAsync(feed, position);

        var until = TelluBench.Story.Max(e => e.Published);
        Assert.Equal(TelluBench.Story.SkipWhile(e => e.Published < until.AddHours(-24)).Select(e => e.EntryId), again.Select(i => i.Label));
        Assert.InRange(again.Count, 1, items.Count - 1);
    }

    [Fact]
    public async Task Should_get_a_new_token_when_the_old_one_is_over()
    {
        await using var vendor = await TelluServer.StartAsync(new TelluServerOptions { Clients = new Dictionary<string, string> { ["hub"] = "s3cret" } });
        vendor.Publish(TelluBench.Story);
        await using var feed = TelluBench.Feed(TelluBench.Partner(vendor.Url, page: 10, auth: OutboundAuthKind.ClientCredentials));
        var first = (await feed.ReadAsync(null, CancellationToken.None)).Value;
        vendor.ExpireTokens();

        Assert.Equal(10, (await feed.ReadAsync(first.Position, CancellationToken.None)).Value.Items.Count);
    }

    [Fact]
    public async Task Should_say_that_its_key_is_refused()
    {
        await using var vendor = await TelluServer.StartAsync(new TelluServerOptions { Token = "another" });
        await using var feed = TelluBench.Feed(TelluBench.Partner(vendor.Url, auth: OutboundAuthKind.Bearer));

        Assert.Equal("HUB-LOOKUP-006", (await feed.ReadAsync(null, CancellationToken.None)).Errors[0].Code);
    }

    [Fact]
    public async Task Should_wait_as_long_as_it_is_told_to()
    {
        var time = new SetTime(new DateTimeOffset(2026, 11, 20, 12, 0, 0, TimeSpan.Zero));
        await using var vendor = await TelluServer.StartAsync();
        vendor.Publish(TelluBench.Story);
        await using var feed = TelluBench.Feed(TelluBench.Partner(vendor.Url), time);
        await vendor.SetFaultsAsync(new FaultPlan { Down = DownKind.Unavailable, RetryAfterSeconds = 60 });
        Assert.Equal("HUB-LOOKUP-003", (await feed.ReadAsync(null, CancellationToken.None)).Errors[0].Code);
        await vendor.SetFaultsAsync(FaultPlan.Healthy);

        Assert.Equal("HUB-LOOKUP-003", (await feed.ReadAsync(null, CancellationToken.None)).Errors[0].Code);
        Assert.Equal(0, vendor.FeedCalls.Asked);
        time.Now += TimeSpan.FromSeconds(61);
        Assert.True((await feed.ReadAsync(null, CancellationToken.None)).IsOk);
    }

    [Fact]
    public async Task Should_use_nothing_of_a_page_that_was_cut_off()
    {
        await using var vendor = await TelluServer.StartAsync();
        vendor.Publish(TelluBench.Story);
        foreach (var xml in new[] { false, true })
        {
            await using var feed = TelluBench.Feed(TelluBench.Partner(vendor.Url, xml));
            vendor.SetFeedFault(FeedFault.Truncated);
            Assert.Equal("HUB-LOOKUP-004", (await feed.ReadAsync(null, CancellationToken.None)).Errors[0].Code);
            vendor.SetFeedFault(FeedFault.None);
            // A connection that is reset may take the half that was sent with it.
            await vendor.SetFaultsAsync(new FaultPlan { TruncateRate = 1 });
            Assert.Contains((await feed.ReadAsync(null, CancellationToken.None)).Errors[0].Code, (string[])["HUB-LOOKUP-004", "HUB-LOOKUP-001"]);
            await vendor.SetFaultsAsync(FaultPlan.Healthy);
            Assert.Equal(TelluBench.Story.Count, (await TelluBench.DrainAsync(feed)).Items.Count);
        }
    }

    [Fact]
    public async Task Should_not_go_round_in_a_feed_that_repeats_a_page()
    {
        await using var vendor = await TelluServer.StartAsync();
        vendor.Publish(TelluBench.Story);
        await using var feed = TelluBench.Feed(TelluBench.Partner(vendor.Url, page: 10));
        var first = (await feed.ReadAsync(null, CancellationToken.None)).Value;
        vendor.SetFeedFault(FeedFault.Repeats);

        Assert.Equal("HUB-LOOKUP-004", (await feed.ReadAsync(first.Position, CancellationToken.None)).Errors[0].Code);
        vendor.SetFeedFault(FeedFault.None);
        Assert.Equal(TelluBench.Story.Count - 10, (await TelluBench.DrainAsync(feed, first.Position)).Items.Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Should_take_the_others_when_one_entry_spoils_the_page(bool xml)
    {
        await using var vendor = await TelluServer.StartAsync();
        vendor.Publish(TelluBench.Story);
        var spoilt = TelluBench.Story.First(e => e.Content.Kind == ContentKind.Note);
        vendor.Spoil(spoilt.EntryId);
        await using var feed = TelluBench.Feed(TelluBench.Partner(vendor.Url, xml));

        var (items, _) = await TelluBench.DrainAsync(feed);

        Assert.Equal(TelluBench.Story.Where(e => e != spoilt).Select(e => e.EntryId), items.Select(i => i.Label).Where(l => l != "entry that cannot be read"));
        var refused = Assert.Single(items, i => i.Label == "entry that cannot be read");
        Assert.Equal(xml ? "HUB-INTAKE-025" : "HUB-INTAKE-004", TelluBench.Parse(refused).Errors[0].Code);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Should_ask_for_less_when_a_page_is_too_large_and_pass_an_entry_that_is(bool xml)
    {
        await using var vendor = await TelluServer.StartAsync();
        var notes = TelluBench.Story.Where(e => e.Kind == 30).Take(4).ToArray();
        vendor.Publish(notes.Select((e, i) => e with { Content = Long((JournalNote)e.Content, i == 1 ? 1_200_000 : 600_000) }));
        await using var feed = TelluBench.Feed(TelluBench.Partner(vendor.Url, xml));

        var (items, _) = await TelluBench.DrainAsync(feed);

        Assert.Equal([notes[0].EntryId, "entry that cannot be read", notes[2].EntryId, notes[3].EntryId], items.Select(i => i.Label));
        Assert.True(items[1].Body.Length > 1024 * 1024);
    }

    [Fact]
    public async Task Should_begin_where_the_file_says()
    {
        await using var vendor = await TelluServer.StartAsync();
        vendor.Publish(TelluBench.Story);
        var partner = TelluBench.Partner(vendor.Url);
        var from = new DateTimeOffset(2026, 11, 4, 0, 0, 0, TimeSpan.FromHours(1));
        await using var feed = TelluBench.Feed(partner with { Options = new Dictionary<string, string>(partner.Options) { ["from"] = "2026-11-04T00:00:00+01:00" } });

        Assert.Equal(TelluBench.Story.SkipWhile(e => e.Published < from).Select(e => e.EntryId), (await TelluBench.DrainAsync(feed)).Items.Select(i => i.Label));
    }

    [Theory]
    [InlineData("format", "csv")]
    [InlineData("page", "0")]
    [InlineData("page", "1001")]
    [InlineData("overlap", "a day")]
    [InlineData("from", "2026-11-04")]
    public void Should_name_the_option_that_is_wrong(string name, string value)
    {
        var partner = TelluBench.Partner(new Uri("http://x/")) with { Options = new Dictionary<string, string> { [name] = value } };

        Assert.Equal($"options.{name}", Assert.Single(new TelluAdapter().Check(partner, TelluBench.Context().Tenant, null)).Path);
        Assert.Equal("url", Assert.Single(new TelluAdapter().Check(partner with { Url = null, Options = new Dictionary<string, string>() }, TelluBench.Context().Tenant, null)).Path);
    }

    [Fact]
    public async Task Should_keep_a_position_short_whatever_the_cursor_is_made_of()
    {
        await using var vendor = await Receiver.AnsweringAsync(200, $"{{\"cursor\":\"{new string('+', 500)}{new string('æ', 500)}\",\"more\":false,\"entries\":[]}}", "application/json", ("ETag", $"\"{new string('\'', 900)}\""));
        await using var feed = TelluBench.Feed(TelluBench.Partner(vendor.Url));

        Assert.InRange((await feed.ReadAsync(null, CancellationToken.None)).Value.Position.Length, 1900, 4000);
    }

    [Theory]
    [InlineData("2026-03-01T08:15:00", false)]
    [InlineData("2026-03-01T08:15:00.5", false)]
    [InlineData("2026-03-01T08:15:00+01:00", true)]
    [InlineData("2026-03-01T08:15:00.5+01:00", true)]
    [InlineData("2026-03-01T07:15:00Z", true)]
    public async Task Should_not_guess_in_which_zone_a_page_says_until_when_it_goes(string until, bool isRead)
    {
        await using var vendor = await Receiver.AnsweringAsync(200, $"{{\"cursor\":\"c\",\"more\":false,\"until\":\"{until}\",\"entries\":[]}}", "application/json");
        await using var feed = TelluBench.Feed(TelluBench.Partner(vendor.Url));

        var page = await feed.ReadAsync(null, CancellationToken.None);

        Assert.Equal(isRead, page.IsOk);
        Assert.Equal(isRead ? null : "until", page.IsOk ? null : page.Errors[0].Path);
    }

    [Fact]
    public async Task Should_tell_a_system_that_is_down_from_one_that_is_broken()
    {
        var vendor = await TelluServer.StartAsync();
        await using var feed = TelluBench.Feed(TelluBench.Partner(vendor.Url));
        await vendor.SetFaultsAsync(new FaultPlan { ErrorRate = 1 });
        Assert.Equal("HUB-LOOKUP-003", (await feed.ReadAsync(null, CancellationToken.None)).Errors[0].Code);
        await vendor.DisposeAsync();
        Assert.Equal("HUB-LOOKUP-001", (await feed.ReadAsync(null, CancellationToken.None)).Errors[0].Code);
    }

    private static JournalNote Long(JournalNote note, int length) => note with { Sections = [new NoteSection(null, null, new string('x', length), [])] };

    private sealed class SetTime(DateTimeOffset now) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
