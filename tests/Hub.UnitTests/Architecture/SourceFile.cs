namespace Hub.UnitTests.Architecture;

/// <summary>One file of the repository.</summary>
internal sealed class SourceFile(string fullPath)
{
    private readonly Lazy<string[]> _lines = new(() => File.ReadAllLines(fullPath));

    /// <summary>Path from the root, with slashes.</summary>
    public string Path { get; } = System.IO.Path.GetRelativePath(Repository.Root, fullPath).Replace('\\', '/');

    public string FullPath => fullPath;

    public string[] Lines => _lines.Value;

    /// <summary>Lines without those that are comments, numbered from 1: names may be told in comments, not built into code.</summary>
    public IEnumerable<(int Number, string Text)> Code =>
        Lines.Select((text, index) => (index + 1, text)).Where(line => !line.text.TrimStart().StartsWith("//", StringComparison.Ordinal));

    public override string ToString() => Path;
}
