using Hub.Store;

namespace Hub.Host.Commands;

/// <summary>Copies the directory of encryption keys, readable by its owner only.</summary>
internal static class KeyCopy
{
    /// <summary>Refuses a directory without keys.</summary>
    /// <param name="from">The directory.</param>
    /// <exception cref="StoreRefusedException">There are no keys.</exception>
    /// <exception cref="UnauthorizedAccessException">The directory is another account's.</exception>
    public static void Check(string from)
    {
        // A directory of another account looks empty until it is listed.
        if (!File.Exists(Path.Combine(from, "master.key")) && !(Directory.Exists(from) && Directory.EnumerateFiles(from, "master.key").Any()))
            throw new StoreRefusedException($"There are no encryption keys in {from}.");
    }

    /// <summary>Copies every key file.</summary>
    /// <param name="from">The directory with the keys.</param>
    /// <param name="to">Where to; made when it is not there.</param>
    /// <returns>How many files.</returns>
    /// <exception cref="StoreRefusedException">There are no keys.</exception>
    public static int Copy(string from, string to)
    {
        Check(from);
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(to);
        else
            Directory.CreateDirectory(to, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        string[] files = [Path.Combine(from, "master.key"), .. Directory.EnumerateFiles(from, "*.keys")];
        foreach (var file in files)
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using var target = new FileStream(Path.Combine(to, Path.GetFileName(file)), options);
            target.Write(File.ReadAllBytes(file));
            target.Flush(flushToDisk: true);
        }

        return files.Length;
    }
}
