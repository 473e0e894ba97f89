using System.Security.Cryptography;
using Xunit;

namespace Hub.UnitTests.Architecture;

/// <summary>Public reference data has owners and licences of its own: it is read where it is and never copied in.</summary>
public sealed class OwnWorkTests
{
    // Shorter files (a version number, an empty list) are alike by chance.
    private const int ShortestOfInterest = 200;

    [Fact]
    public void Should_hold_no_copy_of_reference_data()
    {
        var standards = Environment.GetEnvironmentVariable("HUB_STANDARDS");
        Assert.SkipWhen(string.IsNullOrEmpty(standards), "HUB_STANDARDS is not set: there is nothing to compare with");

        var theirs = Directory.EnumerateFiles(standards!, "*", SearchOption.AllDirectories)
            .Where(IsOfInterest)
            .ToLookup(Hash);
        var copies =
            from file in Repository.Files
            where IsOfInterest(file.FullPath)
            let same = theirs[Hash(file.FullPath)].FirstOrDefault()
            where same is not null
            select $"{file} is {Path.GetRelativePath(standards!, same)}";
        Rule.Holds("Copies of reference data:", copies);
    }

    private static bool IsOfInterest(string path) => new FileInfo(path) is { Length: >= ShortestOfInterest, LinkTarget: null };

    private static string Hash(string path)
    {
        using var stream = File.OpenRead(path);
        return Convert.ToHexString(SHA256.HashData(stream));
    }
}
