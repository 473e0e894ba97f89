using Hub.Core.Adapters;
using Hub.Core.Errors;
using Hub.Core.Tenants;

namespace Hub.Adapters.Folders;

/// <summary>
/// A folder that a partner puts files in (over SFTP, on the municipality's own server). Finished files (the same at two looks, and left alone for a while) are read, each as one item; when all of a file is durable it moves to <c>done/</c>, or, with what was refused named
/// beside it, to <c>refused/</c>. A file that is found again after a crash is read again: what was taken in is a repeat.
/// </summary>
public sealed class DropFolder : IFeed
{
    private const int MostFiles = 50;
    private const int MostBytes = 8 * 1024 * 1024;

    private readonly string _folder;
    private readonly string _mediaType;
    private readonly int _mostBytesOfFile;
    private readonly TimeProvider _time;
    private readonly FileWatch _watch;
    private (FeedPage Page, IReadOnlyList<ReadFile> Files)? _open;

    /// <summary>The folder of a partner.</summary>
    /// <param name="partner">The partner; its options are those of <see cref="DropFolderOptions"/>.</param>
    /// <param name="context">The clock.</param>
    /// <param name="mediaType">What its files are.</param>
    public DropFolder(PartnerConfig partner, SenderContext context, string mediaType)
    {
        var options = DropFolderOptions.Read(partner, out _);
        (_folder, _mediaType, _time) = (options.Folder, mediaType, context.Time);
        _mostBytesOfFile = partner.Inbound?.MaxBytes ?? 1024 * 1024;
        _watch = new FileWatch(options.Settle);
    }

    /// <inheritdoc/>
    public async Task<Result<FeedPage>> ReadAsync(string? position, CancellationToken cancel)
    {
        try
        {
            var names = _watch.Finished(Listing(), _time.GetUtcNow());
            var files = new List<ReadFile>();
            var unreadable = 0;
            var asked = 0;
            foreach (var name in names)
            {
                if (files.Count == MostFiles || files.Sum(f => (long)f.Body.Length) >= MostBytes)
                    break;
                asked++;
                try
                {
                    if (await ReadFile.OfAsync(Path.Combine(_folder, name), _mostBytesOfFile, cancel) is { } file)
                        files.Add(file);
                }
                catch (Exception e) when (e is IOException or UnauthorizedAccessException)
                {
                    unreadable++;
                }
            }

            // Told when it is all that is left, so that it keeps nothing from being taken in.
            if (files.Count == 0 && unreadable > 0)
                return LookupErrors.Failed.At(detail: $"{unreadable} files of the folder cannot be read; the hub needs the right to read and to move them");
            var page = new FeedPage([.. files.Select((f, i) => new FeedItem(FileLabel.Of(f.Name, i + 1), f.Body, _mediaType))], "folder", files.Count > 0 && (asked < names.Count || unreadable > 0));
            _open = (page, files);
            return page;
        }
        catch (DirectoryNotFoundException)
        {
            return LookupErrors.Unreachable.At(detail: "The folder is not there");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return LookupErrors.Failed.At(detail: "The folder cannot be read");
        }
    }

    /// <inheritdoc/>
    public async Task ConfirmAsync(FeedPage page, IReadOnlyList<FeedVerdict> verdicts, CancellationToken cancel)
    {
        if (_open is not { } open || !ReferenceEquals(open.Page, page))
            return;
        _open = null;
        Exception? fault = null;
        foreach (var (file, verdict) in open.Files.Zip(verdicts))
        {
            _watch.Forget(file.Name);
            try
            {
                await FiledAway.MoveAsync(_folder, file, verdict, cancel);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // One that stays where it is must not keep the others there; it is told when they are gone.
                fault ??= e;
            }
        }

        if (fault is not null)
            throw new IOException("A file of the folder cannot be moved.", fault);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    // A link could lead the hub to files that are nobody's to read.
    private List<(string Name, FileStamp Stamp)> Listing() =>
    [
        .. new DirectoryInfo(_folder).EnumerateFiles().Where(f => f.LinkTarget is null && !f.Attributes.HasFlag(FileAttributes.Device))
            .Select(f => (f.Name, new FileStamp(f.Length, new DateTimeOffset(f.LastWriteTimeUtc)))),
    ];
}
