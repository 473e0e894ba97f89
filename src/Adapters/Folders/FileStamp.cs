namespace Hub.Adapters.Folders;

/// <summary>What tells two states of a file apart without reading it.</summary>
/// <param name="Length">Bytes.</param>
/// <param name="Changed">When it was last written, by the clock of whoever keeps the folder.</param>
internal readonly record struct FileStamp(long Length, DateTimeOffset Changed)
{
    /// <summary>The stamp of a file; null when it is not there any more.</summary>
    public static FileStamp? Of(string path) => new FileInfo(path) is { Exists: true } file ? new FileStamp(file.Length, new DateTimeOffset(file.LastWriteTimeUtc)) : null;
}
