using System.Collections.Concurrent;
using System.Globalization;

namespace Hub.Ebxml.Transport;

/// <summary>
/// Takes mail from a Maildir without ever losing one: a mail is moved from <c>new</c> to <c>cur</c> when it is taken, and leaves
/// <c>cur</c> only by <see cref="Done"/> or <see cref="Quarantine"/>. What was taken and not done before a crash is taken again by the
/// next reader, so the caller must recognise what it has had. One reader at a time per Maildir.
/// </summary>
/// <param name="options">Where and how.</param>
/// <param name="time">The clock.</param>
public sealed class MaildirReader(MaildirOptions options, TimeProvider time)
{
    // In whose hand each mail is until when: a caller's without end, nobody's while it is put off.
    private readonly ConcurrentDictionary<string, DateTimeOffset> _inHand = new(StringComparer.Ordinal);

    /// <summary>Takes mail, first what a crash left behind, each group oldest first.</summary>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellation">Stops the taking; mail taken so far is taken again next time.</param>
    /// <returns>The mail and what went wrong.</returns>
    public async Task<MaildirTaking> TakeAsync(int limit, CancellationToken cancellation)
    {
        var mails = new List<TakenMail>();
        var failures = new List<Failure>();
        List<FileInfo> waiting;
        try
        {
            waiting = Waiting();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new([], [new(TransportCodes.MaildirUnreadable, "The Maildir cannot be read.", options.Folder, Retryable: true)]);
        }
        foreach (var file in waiting)
        {
            if (mails.Count >= limit)
                break;
            try
            {
                if (await TakeAsync(file, failures, cancellation).ConfigureAwait(false) is { } mail)
                    mails.Add(mail);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                failures.Add(new(TransportCodes.MaildirUnreadable, "The mail cannot be read.", NameOf(file.Name), Retryable: true));
            }
            catch (OperationCanceledException)
            {
                mails.ForEach(Release);
                throw;
            }
        }
        return new(mails, failures);
    }

    /// <summary>Takes mail as it comes, for ever. Looks when the file system hints at something new, and at every poll interval in any case.</summary>
    /// <param name="limit">At most so many in one look.</param>
    /// <param name="cancellation">Ends the watch.</param>
    /// <returns>Each look that found something or failed.</returns>
    public async IAsyncEnumerable<MaildirTaking> WatchAsync(
        int limit, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        using var hint = new MaildirHint(options.New);
        while (true)
        {
            var taking = await TakeAsync(limit, cancellation).ConfigureAwait(false);
            if (taking.Mails.Count > 0 || taking.Failures.Count > 0)
                yield return taking;
            if (taking.Mails.Count == 0)
                await hint.WaitAsync(options.PollInterval ?? TimeSpan.FromSeconds(10), time, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Ends a mail: the caller has all it needs durably. A mail that another reader has ended meanwhile is ended.</summary>
    /// <param name="mail">The mail.</param>
    /// <exception cref="IOException">The file system does not let it go; it is still in hand.</exception>
    /// <exception cref="UnauthorizedAccessException">As above.</exception>
    public void Done(TakenMail mail)
    {
        if (options.DoneFolder is { } folder)
            Move(mail.Path, folder, mail.Name);
        else
            File.Delete(mail.Path);
        Release(mail);
    }

    /// <summary>Puts a mail aside that the caller can do nothing with. A mail that another reader has ended meanwhile is ended.</summary>
    /// <param name="mail">The mail.</param>
    /// <exception cref="IOException">The file system does not let it go; it is still in hand.</exception>
    /// <exception cref="UnauthorizedAccessException">As above.</exception>
    public void Quarantine(TakenMail mail)
    {
        Move(mail.Path, options.Quarantine, mail.Name);
        Release(mail);
    }

    /// <summary>Lets go of a mail that is not done, so that it is taken again.</summary>
    /// <param name="mail">The mail.</param>
    public void Release(TakenMail mail) => _inHand.TryRemove(mail.Name, out _);

    /// <summary>Lets go of a mail that is not done, so that it is taken again after a while; meanwhile it stands in no other mail's way.</summary>
    /// <param name="mail">The mail.</param>
    /// <param name="pause">How long.</param>
    public void Postpone(TakenMail mail, TimeSpan pause) => _inHand[mail.Name] = time.GetUtcNow() + pause;

    private async Task<TakenMail?> TakeAsync(FileInfo file, List<Failure> failures, CancellationToken cancellation)
    {
        var name = NameOf(file.Name);
        if (file.Length > options.MaxBytes)
        {
            Move(file.FullName, options.Quarantine, name);
            failures.Add(new(TransportCodes.TooLarge, $"The mail is larger than {options.MaxBytes} bytes and is in quarantine.", name));
            return null;
        }
        var path = file.FullName;
        if (file.DirectoryName == Path.GetFullPath(options.New))
        {
            path = Path.Combine(options.Cur, name + ":2,");
            File.Move(file.FullName, path, overwrite: false);
        }
        var bytes = await File.ReadAllBytesAsync(path, cancellation).ConfigureAwait(false);
        _inHand[name] = DateTimeOffset.MaxValue;
        return new(name, Arrived(file), bytes) { Path = path };
    }

    private List<FileInfo> Waiting()
    {
        foreach (var folder in new[] { options.New, options.Cur, Path.Combine(options.Folder, "tmp") })
            Directory.CreateDirectory(folder);
        var now = time.GetUtcNow();
        return [.. Files(options.Cur).Where(f => !_inHand.TryGetValue(NameOf(f.Name), out var until) || until <= now), .. Files(options.New)];
    }

    // Links are left alone: a mail program writes files.
    private static IEnumerable<FileInfo> Files(string folder) => new DirectoryInfo(folder).EnumerateFiles()
        .Where(f => f.Name[0] != '.' && f.LinkTarget is null)
        .OrderBy(Arrived).ThenBy(f => f.LastWriteTimeUtc).ThenBy(f => f.Name, StringComparer.Ordinal);

    // The name begins with the second of delivery; copying a Maildir changes the times of its files, not their names.
    private static DateTimeOffset Arrived(FileInfo file)
    {
        var dot = file.Name.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && long.TryParse(file.Name.AsSpan(0, dot), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < 253402300800
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : new DateTimeOffset(file.LastWriteTimeUtc, TimeSpan.Zero);
    }

    private static string NameOf(string fileName)
    {
        var flags = fileName.IndexOf(':', StringComparison.Ordinal);
        return flags < 0 ? fileName : fileName[..flags];
    }

    private static void Move(string path, string folder, string name)
    {
        Directory.CreateDirectory(folder);
        try
        {
            File.Move(path, Path.Combine(folder, name), overwrite: true);
        }
        catch (FileNotFoundException)
        {
            // Another reader was faster.
            return;
        }
    }
}
