using Xunit;

namespace Hub.UnitTests.Ebxml.Agreements;

/// <summary>The public agreements and register entries, found by HUB_STANDARDS.</summary>
internal static class PartnerSamples
{
    private static string? Root => Environment.GetEnvironmentVariable("HUB_STANDARDS");

    internal static string Folder(params string[] below)
    {
        Assert.SkipWhen(string.IsNullOrEmpty(Root), "HUB_STANDARDS is not set; the public samples are not part of this repository.");
        return Path.Combine([Root!, "samples", .. below]);
    }

    internal static string File(params string[] below) => Folder(below);
}
