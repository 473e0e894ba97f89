using System.Reflection;

namespace Hub.Host.Scenarios;

/// <summary>The examples of <c>ops/examples</c> as this build carries them: what is played is what people copy.</summary>
public static class ExampleFiles
{
    private const string Prefix = "examples/";
    private static readonly Assembly Here = typeof(ExampleFiles).Assembly;

    /// <summary>The files of an example.</summary>
    /// <param name="name">Name of its folder.</param>
    /// <returns>Path within the folder and text, in order of path; empty when there is no such example.</returns>
    public static IReadOnlyList<(string Path, string Text)> Of(string name)
    {
        var start = $"{Prefix}{name}/";
        return [.. Here.GetManifestResourceNames().Where(n => n.StartsWith(start, StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(n => (n[start.Length..], Read(n)))];
    }

    private static string Read(string resource)
    {
        using var reader = new StreamReader(Here.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}
