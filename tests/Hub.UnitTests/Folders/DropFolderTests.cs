using System.Text;
using Hub.Adapters.Folders;
using Hub.Core.Adapters;
using Hub.Core.Errors;
using Hub.Core.Tenants;
using Xunit;

namespace Hub.UnitTests.Folders;

/// <summary>Files are taken when they are finished, once, and lie where people look for them afterwards.</summary>
public sealed class DropFolderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hub-drop-").FullName;
    private readonly SetTime _time = new(new DateTimeOffset(2026, 11, 20, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Should_take_finished_files_in_order_and_file_them_away()
    {
        Put("b.csv", "2");
        Put("a.csv", "1");
        await using var feed = Open();

        var page = await ReadAsync(feed);
        await feed.ConfirmAsync(page, [new FeedVerdict([], 1), new FeedVerdict([IntakeErrors.NotADecimal.At("line 3, pef")], 4)], CancellationToken.None);

        Assert.Equal([("a.csv", "1", "text/csv"), ("b.csv", "2", "text/csv")], page.Items.Select(i => (i.Label, Encoding.UTF8.GetString(i.Body.Span), i.MediaType)));
        Assert.Equal(["done/a.csv", "refused/b.csv", "refused/b.csv.errors.txt"], Files());
        Assert.Equal("b.csv: 4 taken in; refused:\nline 3, pef: HUB-INTAKE-009 The value is not a decimal number with a point\n", File.ReadAllText(Path.Combine(_folder, "refused/b.csv.errors.txt")));
        Assert.Empty((await ReadAsync(feed)).Items);
    }

    [Theory]
    [InlineData("a.csv.part")]
    [InlineData("a.csv.filepart")]
    [InlineData(".a.csv.swp")]
    [InlineData("a.TMP")]
    public async Task Should_leave_a_file_that_says_it_is_not_finished(string name)
    {
        Put(name, "1");
        await using var feed = Open();

        Assert.Empty((await ReadAsync(feed)).Items);
    }

    [Fact]
    public async Task Should_wait_until_a_file_has_been_left_alone()
    {
        Put("a.csv", "1", TimeSpan.FromSeconds(-5));
        await using var feed = Open();

        Assert.Empty((await ReadAsync(feed)).Items);
        _time.Now += TimeSpan.FromSeconds(26);
        Assert.Single((await ReadAsync(feed)).Items);
    }

    [Fact]
    public async Task Should_not_take_a_file_that_still_grows_though_its_time_is_old()
    {
        await using var feed = Open();
        foreach (var text in new[] { "1", "12", "123" })
        {
            Put("a.csv", text, TimeSpan.FromHours(-2));
            Assert.Empty((await feed.ReadAsync("folder", CancellationToken.None)).Value.Items);
            _time.Now += TimeSpan.FromSeconds(10);
        }

        Assert.Equal("123", Encoding.UTF8.GetString(Assert.Single((await feed.ReadAsync("folder", CancellationToken.None)).Value.Items).Body.Span));
    }

    [Fact]
    public async Task Should_not_trust_the_clock_of_the_file_server()
    {
        Put("a.csv", "1", TimeSpan.FromHours(3));
        await using var feed = Open();

        Assert.Empty((await ReadAsync(feed)).Items);
        _time.Now += TimeSpan.FromSeconds(20);
        Put("a.csv", "12", TimeSpan.FromHours(3));
        Assert.Empty((await ReadAsync(feed)).Items);
        _time.Now += TimeSpan.FromSeconds(20);
        Assert.Empty((await ReadAsync(feed)).Items);
        _time.Now += TimeSpan.FromSeconds(10);
        Assert.Single((await ReadAsync(feed)).Items);
    }

    [Fact]
    public async Task Should_read_a_page_again_that_was_not_confirmed()
    {
        Put("a.csv", "1");
        await using (var feed = Open())
            Assert.Single((await ReadAsync(feed)).Items);

        await using var other = Open();
        Assert.Single((await ReadAsync(other)).Items);
    }

    [Fact]
    public async Task Should_leave_a_file_that_took_the_place_of_the_one_that_was_read()
    {
        Put("a.csv", "1");
        await using var feed = Open();
        var page = await ReadAsync(feed);
        Put("a.csv", "other");

        await feed.ConfirmAsync(page, [new FeedVerdict([], 1)], CancellationToken.None);

        Assert.Equal(["a.csv"], Files());
        Assert.Equal("other", Encoding.UTF8.GetString((await ReadAsync(feed)).Items[0].Body.Span));
    }

    [Fact]
    public async Task Should_keep_every_file_of_the_same_name()
    {
        await using var feed = Open();
        foreach (var text in new[] { "1", "2", "3" })
        {
            Put("a.csv", text);
            await feed.ConfirmAsync(await ReadAsync(feed), [new FeedVerdict([], 1)], CancellationToken.None);
        }

        Assert.Equal(["done/a-2.csv", "done/a-3.csv", "done/a.csv"], Files());
    }

    [Fact]
    public async Task Should_read_no_more_of_a_huge_file_than_shows_that_it_is_too_large()
    {
        Put("a.csv", new string('x', 3000));
        await using var feed = Open(maxBytes: 1000);

        Assert.Equal(1001, Assert.Single((await ReadAsync(feed)).Items).Body.Length);
    }

    [Fact]
    public async Task Should_say_that_there_are_more_files_than_a_page()
    {
        for (var i = 0; i < 53; i++)
            Put($"f{i:00}.csv", "1");
        await using var feed = Open();

        var first = await ReadAsync(feed);
        await feed.ConfirmAsync(first, [.. first.Items.Select(_ => new FeedVerdict([], 1))], CancellationToken.None);
        var second = await ReadAsync(feed);

        Assert.Equal((50, true, 3, false), (first.Items.Count, first.More, second.Items.Count, second.More));
    }

    [Fact]
    public async Task Should_call_a_file_by_its_place_when_its_name_may_be_somebodys()
    {
        Put("131169-00216.csv", "1");
        Put("pef_13116900216.csv", "1");
        Put("pef_2026-03-01_080000.csv", "1");
        Put("pef_20260301080000.csv", "1");
        Put("Åse.csv", "1");
        await using var feed = Open();

        Assert.Equal(["file 1 of the folder", "file 2 of the folder", "pef_2026-03-01_080000.csv", "pef_20260301080000.csv", "file 5 of the folder"], (await ReadAsync(feed)).Items.Select(i => i.Label));
    }

    [Fact]
    public async Task Should_follow_no_link_and_look_into_no_folder()
    {
        var elsewhere = Directory.CreateTempSubdirectory("hub-drop-").FullName;
        File.WriteAllText(Path.Combine(elsewhere, "secret.csv"), "1");
        File.CreateSymbolicLink(Path.Combine(_folder, "link.csv"), Path.Combine(elsewhere, "secret.csv"));
        Directory.CreateSymbolicLink(Path.Combine(_folder, "more"), elsewhere);
        await using var feed = Open();

        Assert.Empty((await ReadAsync(feed)).Items);
        Directory.Delete(elsewhere, recursive: true);
    }

    [Fact]
    public async Task Should_say_that_the_folder_is_not_there()
    {
        Directory.Delete(_folder);
        await using var feed = Open();

        Assert.Equal("HUB-LOOKUP-001", (await feed.ReadAsync(null, CancellationToken.None)).Errors[0].Code);
        Assert.Equal("options.folder", Assert.Single(DropFolderOptions.Remarks(Partner(1000))).Path);
    }

    [Theory]
    [InlineData("", "30s", "options.folder")]
    [InlineData("drop", "30s", "options.folder")]
    [InlineData("/drop", "soon", "options.settle")]
    [InlineData("/drop", "2d", "options.settle")]
    public void Should_name_the_option_that_is_wrong(string folder, string settle, string path)
    {
        DropFolderOptions.Read(Partner(1000) with { Options = new Dictionary<string, string> { ["folder"] = folder, ["settle"] = settle } }, out var errors);

        Assert.Equal(path, Assert.Single(errors).Path);
    }

    public void Dispose()
    {
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }

    // A file is finished when it was the same at the look before.
    private static async Task<FeedPage> ReadAsync(DropFolder feed) =>
        (await feed.ReadAsync("folder", CancellationToken.None)).Value is { Items.Count: > 0 } page ? page : (await feed.ReadAsync("folder", CancellationToken.None)).Value;

    private DropFolder Open(int maxBytes = 1024 * 1024) => new(
        Partner(maxBytes),
        new SenderContext(_time, new NoSecrets(), new TenantConfig("bodo", TenantEnvironment.Test, new OrganizationConfig("972418013", null, null), new Dictionary<string, PartnerConfig>(), [], UnroutedPolicy.Keep)),
        "text/csv");

    private PartnerConfig Partner(int maxBytes) => new("bodo", "vendor", "any")
    {
        Inbound = new InboundConfig([]) { Auth = InboundAuth.Poll, MaxBytes = maxBytes },
        Options = new Dictionary<string, string> { ["folder"] = _folder },
    };

    private void Put(string name, string text, TimeSpan? changed = null)
    {
        File.WriteAllText(Path.Combine(_folder, name), text);
        File.SetLastWriteTimeUtc(Path.Combine(_folder, name), (_time.Now + (changed ?? TimeSpan.FromMinutes(-2))).UtcDateTime);
    }

    private string[] Files() => [.. Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(_folder, f).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    private sealed class SetTime(DateTimeOffset now) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => Now;
    }

    private sealed class NoSecrets : ISecretReader
    {
        public Result<string> Read(SecretReference reference) => IntakeErrors.Missing.At();
    }
}
