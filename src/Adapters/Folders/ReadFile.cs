namespace Hub.Adapters.Folders;

/// <summary>A file as it was when it was read.</summary>
/// <param name="Path">Where it stands.</param>
/// <param name="Stamp">Its state.</param>
/// <param name="Body">Its bytes; one more than is taken where it is larger.</param>
internal sealed record ReadFile(string Path, FileStamp Stamp, ReadOnlyMemory<byte> Body)
{
    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>Reads a file.</summary>
    /// <param name="path">Where it stands.</param>
    /// <param name="most">Most bytes that are taken.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The file; null when it is not there any more, or was written to meanwhile.</returns>
    public static async Task<ReadFile?> OfAsync(string path, int most, CancellationToken cancel)
    {
        if (FileStamp.Of(path) is not { } before)
            return null;
        var body = new byte[Math.Min(before.Length, (long)most + 1)];
        int read;
        var stream = new FileStream(path, new FileStreamOptions { Access = FileAccess.Read, Share = FileShare.ReadWrite | FileShare.Delete, Options = FileOptions.Asynchronous | FileOptions.SequentialScan });
        await using (stream)
            read = await stream.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, cancel);
        return read == body.Length && FileStamp.Of(path) == before ? new ReadFile(path, before, body) : null;
    }
}
