using Xunit;

namespace Hub.UnitTests.Ebxml;

/// <summary>The public reference material, found by HUB_STANDARDS; tests that need it are skipped without.</summary>
internal static class Standards
{
    public static string Path(params string[] parts)
    {
        var root = Environment.GetEnvironmentVariable("HUB_STANDARDS");
        Assert.SkipWhen(string.IsNullOrEmpty(root), "HUB_STANDARDS is not set.");
        return System.IO.Path.Combine([root!, .. parts]);
    }

    public static byte[] Sample(params string[] parts) => File.ReadAllBytes(Path(["samples", .. parts]));
}
