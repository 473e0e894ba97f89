using System.Text;
using Hub.Ebxml.Transport;
using Xunit;

namespace Hub.UnitTests.Ebxml.Transport;

public class MaildirTests
{
    [Fact]
    public async Task Should_take_the_oldest_first_and_leave_tmp_alone()
    {
        using var folder = new Wire.Folder();
        var reader = Reader(folder);
        await Take(reader);
        Write(folder, "new", "200.b.host", "second");
        Write(folder, "new", "100.z.host", "first");
        Write(folder, "new", "1000.a.host", "third");
        Write(folder, "new", ".hidden", "no");
        Write(folder, "tmp", "50.half.host", "no");

        Assert.Equal(["first", "second"], await Take(reader, limit: 2));
        Assert.Equal(["third"], await Take(reader));
        Assert.Empty(await Take(reader));
        Assert.True(File.Exists(folder["cur", "100.z.host:2,"]));
        Assert.True(File.Exists(folder["tmp", "50.half.host"]));
    }

    [Fact]
    public async Task Should_pass_over_what_was_put_off_until_its_time()
    {
        using var folder = new Wire.Folder();
        var clock = new Hub.UnitTests.Messaging.MovingTime();
        var reader = new MaildirReader(new MaildirOptions(folder.Path), clock);
        Write(folder, "new", "1.a.host", "stuck");
        Write(folder, "new", "2.b.host", "good");
        reader.Postpone(Assert.Single((await reader.TakeAsync(1, TestContext.Current.CancellationToken)).Mails), TimeSpan.FromMinutes(1));

        Assert.Equal(["good"], await Take(reader, limit: 1));
        clock.Now += TimeSpan.FromSeconds(61);
        Assert.Equal(["stuck"], await Take(reader, limit: 1));
    }

    [Fact]
    public async Task Should_not_mind_that_another_reader_was_faster()
    {
        using var folder = new Wire.Folder();
        Write(folder, "new", "1.a.host", "one");
        Write(folder, "new", "2.b.host", "two");
        var (first, second) = (Reader(folder), Reader(folder));
        var mine = (await first.TakeAsync(10, TestContext.Current.CancellationToken)).Mails;
        var theirs = (await second.TakeAsync(10, TestContext.Current.CancellationToken)).Mails;
        Assert.Equal(2, theirs.Count);
        first.Done(mine[0]);
        first.Quarantine(mine[1]);
        second.Done(theirs[0]);
        second.Quarantine(theirs[1]);
        Assert.Empty(Directory.GetFiles(folder["cur"]));
        Assert.Single(Directory.GetFiles(folder["quarantine"]));
    }

    [Fact]
    public async Task Should_delete_nothing_before_it_is_done()
    {
        using var folder = new Wire.Folder();
        Write(folder, "new", "1.a.host", "one");
        Write(folder, "new", "2.b.host", "two");
        var reader = Reader(folder, folder["done"]);
        var taking = await reader.TakeAsync(10, TestContext.Current.CancellationToken);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1), taking.Mails[0].ArrivedAt);
        reader.Done(taking.Mails[0]);
        reader.Quarantine(taking.Mails[1]);
        Assert.True(File.Exists(folder["done", "1.a.host"]));
        Assert.True(File.Exists(folder["quarantine", "2.b.host"]));
        Assert.Empty(Directory.GetFiles(folder["cur"]));

        Write(folder, "new", "3.c.host", "three");
        var deleting = Reader(folder);
        deleting.Done(Assert.Single((await deleting.TakeAsync(10, TestContext.Current.CancellationToken)).Mails));
        Assert.Empty(Directory.GetFiles(folder["cur"]));
    }

    [Fact]
    public async Task Should_lose_nothing_and_repeat_only_what_was_not_done_wherever_it_crashes()
    {
        // The crash comes after so many steps: take of one, done of one, take of the next ...
        for (var crash = 0; crash <= 6; crash++)
        {
            using var folder = new Wire.Folder();
            string[] all = ["one", "two", "three"];
            for (var i = 0; i < all.Length; i++)
                Write(folder, "new", $"{i + 1}.x.host", all[i]);
            var seen = new List<string>();
            var done = new List<string>();
            var steps = 0;
            var reader = Reader(folder);
            while (steps < crash && (await reader.TakeAsync(1, TestContext.Current.CancellationToken)).Mails is [var mail])
            {
                seen.Add(Text(mail));
                if (++steps == crash)
                    break;
                reader.Done(mail);
                done.Add(Text(mail));
                steps++;
            }

            var after = await Take(Reader(folder));
            Assert.Equal(all.Except(done), after);
            Assert.Equal(all, seen.Concat(after).Distinct());
            Assert.InRange(seen.Count - done.Count, 0, 1);
        }
    }

    [Fact]
    public async Task Should_give_a_released_mail_again()
    {
        using var folder = new Wire.Folder();
        Write(folder, "new", "1.a.host", "one");
        var reader = Reader(folder);
        var first = Assert.Single((await reader.TakeAsync(10, TestContext.Current.CancellationToken)).Mails);
        Assert.Empty(await Take(reader));
        reader.Release(first);
        var second = Assert.Single((await reader.TakeAsync(10, TestContext.Current.CancellationToken)).Mails);
        Assert.Equal((first.Name, "one"), (second.Name, Text(second)));
    }

    [Fact]
    public async Task Should_put_a_mail_aside_that_is_too_large_and_go_on()
    {
        using var folder = new Wire.Folder();
        Write(folder, "new", "1.big.host", new string('x', 101));
        Write(folder, "cur", "2.big.host:2,S", new string('x', 101));
        Write(folder, "new", "3.ok.host", new string('y', 100));
        var reader = new MaildirReader(new(folder.Path, MaxBytes: 100), TimeProvider.System);
        var taking = await reader.TakeAsync(1, TestContext.Current.CancellationToken);
        Assert.Equal("3.ok.host", Assert.Single(taking.Mails).Name);
        Assert.Equal([(TransportCodes.TooLarge, "2.big.host"), (TransportCodes.TooLarge, "1.big.host")], taking.Failures.Select(f => (f.Code, f.Path!)));
        Assert.Equal(2, Directory.GetFiles(folder["quarantine"]).Length);
    }

    [Fact]
    public async Task Should_say_when_the_maildir_cannot_be_read()
    {
        using var folder = new Wire.Folder();
        await File.WriteAllTextAsync(folder["file"], "");
        var taking = await new MaildirReader(new(folder["file"]), TimeProvider.System).TakeAsync(1, TestContext.Current.CancellationToken);
        Assert.Equal(TransportCodes.MaildirUnreadable, Assert.Single(taking.Failures).Code);
    }

    [Theory]
    [InlineData(3600)]
    [InlineData(0.05)]
    public async Task Should_watch_by_hint_and_by_polling(double pollSeconds)
    {
        using var folder = new Wire.Folder();
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(TimeSpan.FromSeconds(30));
        var reader = new MaildirReader(new(folder.Path, PollInterval: TimeSpan.FromSeconds(pollSeconds)), TimeProvider.System);
        Write(folder, "new", "0.x.host", "mail 0");
        var seen = new List<string>();
        await foreach (var taking in reader.WatchAsync(10, deadline.Token))
        {
            foreach (var mail in taking.Mails)
            {
                seen.Add(Text(mail));
                reader.Done(mail);
            }
            if (seen.Count == 3)
                break;
            Write(folder, "tmp", $"{seen.Count}.x.host", $"mail {seen.Count}");
            File.Move(folder["tmp", $"{seen.Count}.x.host"], folder["new", $"{seen.Count}.x.host"]);
        }
        Assert.Equal(["mail 0", "mail 1", "mail 2"], seen);
    }

    private static MaildirReader Reader(Wire.Folder folder, string? done = null) => new(new(folder.Path, done), TimeProvider.System);

    private static async Task<List<string>> Take(MaildirReader reader, int limit = 10) =>
        [.. (await reader.TakeAsync(limit, TestContext.Current.CancellationToken)).Mails.Select(Text)];

    private static string Text(TakenMail mail) => Encoding.UTF8.GetString(mail.Bytes.Span);

    private static void Write(Wire.Folder folder, string below, string name, string text)
    {
        Directory.CreateDirectory(folder[below]);
        File.WriteAllText(folder[below, name], text);
    }
}
