using System.Security.Cryptography;

namespace Hub.Store.Backup;

/// <summary>Copies an installation's database while it runs, and puts it back. The encryption keys are not in the database and not in the copy.</summary>
public static class StoreBackup
{
    /// <summary>How many message numbers are left out after a restore: what was accepted after the backup is gone, but receivers have seen its numbers, and would drop a new message under one of them as a repeat.</summary>
    public const long NumberGap = 100_000_000;

    /// <summary>Takes a backup. The hub may run meanwhile: the copy is the database at one moment.</summary>
    /// <param name="place">What to copy.</param>
    /// <param name="directory">Where to; it is made, and must be empty.</param>
    /// <param name="now">The time now.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>What was written.</returns>
    /// <exception cref="StoreRefusedException">The directory is not empty, or there is no such database.</exception>
    public static async Task<BackupManifest> TakeAsync(StorePlace place, string directory, DateTimeOffset now, CancellationToken cancel)
    {
        Directory.CreateDirectory(directory);
        if (Directory.EnumerateFileSystemEntries(directory).Any())
            throw new StoreRefusedException("The directory of the backup is not empty. Each backup has a directory of its own.");
        var file = Path.Combine(directory, place.FileName);
        var facts = place switch
        {
            StorePlace.SqliteFile sqlite => await SqliteCopy.TakeAsync(sqlite.Path, file, cancel),
            StorePlace.PostgresServer postgres => await PostgresCopy.TakeAsync(postgres, file, cancel),
            _ => throw new ArgumentOutOfRangeException(nameof(place)),
        };
        var manifest = new BackupManifest(1, now, place.Kind, place.FileName, new FileInfo(file).Length, await HashAsync(file, cancel), facts);
        await manifest.WriteAsync(directory, cancel);
        return manifest;
    }

    /// <summary>Puts a backup back, into a place that has no hub yet, and prepares it to run again (<see cref="ResumeAsync"/>).</summary>
    /// <param name="directory">The backup.</param>
    /// <param name="place">Where to.</param>
    /// <param name="who">Who does it, for the audit log.</param>
    /// <param name="now">The time now.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>What the backup was.</returns>
    /// <exception cref="StoreRefusedException">The backup is damaged or of another kind of database, or the place has a hub.</exception>
    public static async Task<BackupManifest> RestoreAsync(string directory, StorePlace place, string who, DateTimeOffset now, CancellationToken cancel)
    {
        var manifest = BackupManifest.Read(directory);
        var file = Path.Combine(directory, manifest.File);
        if (manifest.Database != place.Kind)
            throw new StoreRefusedException($"The backup is of {manifest.Database}, the target is {place.Kind}.");
        if (!File.Exists(file) || await HashAsync(file, cancel) != manifest.Sha256)
            throw new StoreRefusedException($"{manifest.File} is not what was backed up: its hash is another. Take another backup.");
        switch (place)
        {
            case StorePlace.SqliteFile sqlite:
                SqliteCopy.Place(file, sqlite.Path);
                break;
            case StorePlace.PostgresServer postgres:
                await PostgresCopy.PlaceAsync(file, postgres, cancel);
                break;
        }

        var facts = await ResumeAsync(place, who, now, cancel);
        return facts == manifest.Facts
            ? manifest
            : throw new StoreRefusedException("The restored database does not hold what was backed up. It was not damaged further; do not start a hub on it.");
    }

    /// <summary>Prepares a database that was put back, by <see cref="RestoreAsync"/> or by the database's own means, to run again: leaves out message numbers that may have been given since, refuses owners of before, and says so in the audit log.</summary>
    /// <param name="place">The database; no hub may run on it.</param>
    /// <param name="who">Who does it, for the audit log.</param>
    /// <param name="now">The time now.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>What it held before.</returns>
    public static async Task<StoreFacts> ResumeAsync(StorePlace place, string who, DateTimeOffset now, CancellationToken cancel)
    {
        await using var database = place.Open();
        return await database.AloneAsync(
            async session =>
            {
                var facts = await StoreFacts.ReadAsync(session);
                await session.RunAsync("update counter set last = $1 where id = 1", facts.LastMessage + NumberGap);
                await session.RunAsync("update part set epoch = epoch + 1, owner = null");
                await new Operators.AuditLog(database).AppendAsync(session, new Core.Storage.AuditEntry(now, who, "store.restore", null, facts.Installation.ToString("D"), null));
                return facts;
            },
            cancel);
    }

    private static async Task<string> HashAsync(string file, CancellationToken cancel)
    {
        await using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancel));
    }
}
