using Hub.Host.Configuration.Snapshots;
using Xunit;

namespace Hub.UnitTests.Snapshots;

/// <summary>People see the first digits of a key's hash; what they copy can still be read as a file.</summary>
public class KeyHashTests
{
    private static readonly string File = $"dho: {{ keys: [\"sha256:{new string('a', 64)}\", \"sha256:{new string('b', 64)}\"] }}";

    [Fact]
    public void Should_shorten_every_hash() => Assert.Equal("dho: { keys: [\"sha256:aaaaaaaa…\", \"sha256:bbbbbbbb…\"] }", KeyHashes.Shorten(File));

    [Fact]
    public void Should_give_shortened_hashes_their_length_and_leave_whole_ones()
    {
        var read = KeyHashes.Lengthen(KeyHashes.Shorten(File));

        Assert.Equal(File.Length, read.Length);
        Assert.Contains($"sha256:aaaaaaaa{new string('0', 56)}", read, StringComparison.Ordinal);
        Assert.Equal(File, KeyHashes.Lengthen(File));
    }
}
