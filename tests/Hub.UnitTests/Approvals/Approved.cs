using Hub.UnitTests.Architecture;
using Xunit;

namespace Hub.UnitTests.Approvals;

/// <summary>Compares a text that others depend on with the one that was approved. HUB_APPROVE=1 rewrites the approved text.</summary>
internal static class Approved
{
    public static void Check(string path, string text)
    {
        var file = Path.Combine(Repository.Root, path);
        var actual = text.ReplaceLineEndings("\n").TrimEnd() + "\n";
        if (Environment.GetEnvironmentVariable("HUB_APPROVE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, actual);
        }

        Assert.True(File.Exists(file), $"{path} does not exist: look at the text and approve it with HUB_APPROVE=1.");
        Assert.Equal(File.ReadAllText(file).ReplaceLineEndings("\n"), actual);
    }
}
