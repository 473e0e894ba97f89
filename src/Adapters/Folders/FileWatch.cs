namespace Hub.Adapters.Folders;

/// <summary>Tells files that are finished from those that somebody is still writing.</summary>
internal sealed class FileWatch(TimeSpan settle)
{
    private static readonly string[] Unfinished = [".part", ".partial", ".filepart", ".tmp", ".temp", ".uploading", ".crdownload"];

    private Dictionary<string, (FileStamp Stamp, DateTimeOffset Since)> _seen = new(StringComparer.Ordinal);

    /// <summary>The files that are finished, by name: those that were the same at the look before, and have been left alone for a while by their own time or by the hub's.</summary>
    /// <param name="files">Every file there is.</param>
    /// <param name="now">The hub's time.</param>
    /// <returns>Names in order.</returns>
    public IReadOnlyList<string> Finished(IEnumerable<(string Name, FileStamp Stamp)> files, DateTimeOffset now)
    {
        var seen = new Dictionary<string, (FileStamp Stamp, DateTimeOffset Since)>(StringComparer.Ordinal);
        var finished = new List<string>();
        foreach (var (name, stamp) in files.Where(f => IsMeant(f.Name)))
        {
            var isSame = _seen.TryGetValue(name, out var before) && before.Stamp == stamp;
            var since = isSame ? before.Since : now;
            seen[name] = (stamp, since);
            // A program that copies may keep the time of the original while it writes: the time alone says nothing. A file server's clock may be ahead: then a file is as old as the hub has seen it unchanged.
            if (isSame && (now - stamp.Changed >= settle || now - since >= settle))
                finished.Add(name);
        }

        _seen = seen;
        finished.Sort(StringComparer.Ordinal);
        return finished;
    }

    /// <summary>Forgets a file that was taken: another one of its name is a new one.</summary>
    /// <param name="name">Its name.</param>
    public void Forget(string name) => _seen.Remove(name);

    private static bool IsMeant(string name) => !name.StartsWith('.') && !name.EndsWith('~') && !Unfinished.Any(e => name.EndsWith(e, StringComparison.OrdinalIgnoreCase));
}
