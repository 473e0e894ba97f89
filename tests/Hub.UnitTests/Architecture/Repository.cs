namespace Hub.UnitTests.Architecture;

/// <summary>The files of this repository, as the house-rule tests read them.</summary>
internal static class Repository
{
    private static readonly string[] NotOurs = ["bin", "obj", "node_modules", ".git", ".vs", ".idea", "artifacts", "TestResults", "BenchmarkDotNet.Artifacts"];

    public static string Root { get; } = FindRoot();

    public static IReadOnlyList<SourceFile> Files { get; } = [.. Walk(Root).Order(StringComparer.Ordinal).Select(path => new SourceFile(path))];

    public static IEnumerable<SourceFile> Under(string folder) =>
        Files.Where(f => f.Path.StartsWith(folder + "/", StringComparison.Ordinal));

    public static IEnumerable<SourceFile> CSharpUnder(string folder) =>
        Under(folder).Where(f => f.Path.EndsWith(".cs", StringComparison.Ordinal));

    public static IEnumerable<ProjectFile> Projects => Files.Where(f => f.Path.EndsWith(".csproj", StringComparison.Ordinal)).Select(ProjectFile.Read);

    private static IEnumerable<string> Walk(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder))
            yield return file;
        foreach (var child in Directory.EnumerateDirectories(folder).Where(d => !NotOurs.Contains(Path.GetFileName(d))))
        {
            foreach (var file in Walk(child))
                yield return file;
        }
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Hub.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException("The tests do not run from within the repository.");
    }
}
