using Xunit;

namespace Hub.UnitTests.Fhir;

/// <summary>The public reference files, found by HUB_STANDARDS.</summary>
internal static class Samples
{
    private static string? Root => Environment.GetEnvironmentVariable("HUB_STANDARDS");

    internal static string Official(params string[] below) => Folder(["samples", "fhir", .. below]);

    internal static string Oracle(string kind) => Folder(["..", "tools", "fhir", "samples", kind]);

    internal static string[] Files(string folder) => Directory.GetFiles(folder, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToArray();

    private static string Folder(string[] below)
    {
        Assert.SkipWhen(string.IsNullOrEmpty(Root), "HUB_STANDARDS is not set; the public samples are not part of this repository.");
        return Path.Combine([Root!, .. below]);
    }
}
