using System.Globalization;
using System.Text;
using Hub.Core.Adapters;

namespace Hub.Adapters.Folders;

/// <summary>Moves a file whose content is durable out of the way, and writes beside a refused one what must be corrected.</summary>
internal static class FiledAway
{
    private static readonly UTF8Encoding Plain = new(false);

    public static async Task MoveAsync(string folder, ReadFile file, FeedVerdict verdict, CancellationToken cancel)
    {
        // Another one was put in its place meanwhile: that is read in its turn.
        if (FileStamp.Of(file.Path) != file.Stamp)
            return;
        var target = Directory.CreateDirectory(Path.Combine(folder, verdict.Errors.Count == 0 ? "done" : "refused")).FullName;
        var free = Free(target, file.Name);
        // The errors first: a file that lies in refused/ always has them beside it.
        if (verdict.Errors.Count > 0)
            await File.WriteAllTextAsync(free + ".errors.txt", Written(file.Name, verdict), Plain, cancel);
        File.Move(file.Path, free);
    }

    private static string Free(string folder, string name)
    {
        var path = Path.Combine(folder, name);
        for (var number = 2; File.Exists(path); number++)
            path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileNameWithoutExtension(name)}-{number}{Path.GetExtension(name)}"));
        return path;
    }

    private static string Written(string name, FeedVerdict verdict)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{name}: {verdict.Taken} taken in; refused:\n");
        foreach (var error in verdict.Errors)
            text.Append(CultureInfo.InvariantCulture, $"{error.Path ?? "the file"}: {error.Code} {error.Text}\n");
        return text.ToString();
    }
}
