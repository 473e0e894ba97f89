using Hub.Host.Configuration.Snapshots;
using Xunit;

namespace Hub.UnitTests.Snapshots;

public sealed class UnifiedDiffTests
{
    [Fact]
    public void Should_write_what_diff_writes()
    {
        var before = Numbered(1, 20);
        var after = before.Replace("line 2\n", "", StringComparison.Ordinal).Replace("line 10\n", "line ten\nline ten and a half\n", StringComparison.Ordinal);

        Assert.Equal(
            """
            --- a/x
            +++ b/x
            @@ -1,5 +1,4 @@
             line 1
            -line 2
             line 3
             line 4
             line 5
            @@ -7,7 +6,8 @@
             line 7
             line 8
             line 9
            -line 10
            +line ten
            +line ten and a half
             line 11
             line 12
             line 13

            """,
            UnifiedDiff.Of(before, after, "x"));
    }

    [Fact]
    public void Should_tell_files_that_came_and_went()
    {
        Assert.Equal("--- /dev/null\n+++ b/x\n@@ -0,0 +1,2 @@\n+a\n+b\n", UnifiedDiff.Of(null, "a\nb\n", "x"));
        Assert.Equal("--- a/x\n+++ /dev/null\n@@ -1 +0,0 @@\n-a\n", UnifiedDiff.Of("a\n", null, "x"));
        Assert.Equal("", UnifiedDiff.Of("a\n", "a\n", "x"));
    }

    [Fact]
    public void Should_see_a_last_line_that_does_not_end() =>
        Assert.Equal("--- a/x\n+++ b/x\n@@ -1,2 +1,2 @@\n a\n-b\n+b\n\\ No newline at end of file\n", UnifiedDiff.Of("a\nb\n", "a\nb", "x"));

    [Fact]
    public void Should_make_one_text_of_the_other_whatever_they_are()
    {
        var random = new Random(11);
        for (var i = 0; i < 2000; i++)
        {
            var (a, b) = (Text(random), Text(random));
            var made = new List<string>();
            var next = 0;
            foreach (var change in LineChanges.Between(a, b))
            {
                made.AddRange(a[next..change.BeforeStart]);
                Assert.Equal(made.Count, change.AfterStart);
                made.AddRange(b[change.AfterStart..change.AfterEnd]);
                next = change.BeforeEnd;
            }

            made.AddRange(a[next..]);
            Assert.Equal(b, made);
        }
    }

    [Fact]
    public void Should_not_search_long_for_what_two_texts_without_a_common_line_share()
    {
        var (a, b) = (Enumerable.Range(0, 20_000).Select(i => $"a{i}").ToArray(), Enumerable.Range(0, 20_000).Select(i => $"b{i}").ToArray());

        Assert.Equal([new LineChange(0, 20_000, 0, 20_000)], LineChanges.Between(a, b));
    }

    private static string Numbered(int from, int to) => string.Concat(Enumerable.Range(from, to - from + 1).Select(i => $"line {i}\n"));

    private static string[] Text(Random random) => [.. Enumerable.Range(0, random.Next(12)).Select(_ => ((char)('a' + random.Next(4))).ToString())];
}
