using Xunit;

namespace Hub.UnitTests.Kith;

/// <summary>The public reference material, which is not part of the repository.</summary>
internal static class Standards
{
    public static string? Root { get; } = Environment.GetEnvironmentVariable("HUB_STANDARDS") is { Length: > 0 } root ? root : null;

    public static string Path(params string[] parts)
    {
        Assert.SkipWhen(Root is null, "HUB_STANDARDS is not set: the official samples and schemas are not part of the repository.");
        return System.IO.Path.Combine([Root!, .. parts]);
    }

    public static IEnumerable<string> Files(string folder) =>
        Root is null ? [] : Directory.EnumerateFiles(System.IO.Path.Combine(Root, "samples", folder), "*.xml", SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    /// <summary>Files as theory data; one empty name when the material is not there, so that the test is shown as skipped.</summary>
    public static TheoryData<string> Data(IEnumerable<string> files)
    {
        var data = new TheoryData<string>();
        foreach (var file in files) data.Add(System.IO.Path.GetRelativePath(System.IO.Path.Combine(Root!, "samples"), file));
        if (data.Count == 0) data.Add("");
        return data;
    }

    public static byte[] Sample(string name) => File.ReadAllBytes(Path("samples", name));
}
