using System.Text.Json;

namespace Hub.Store.Backup;

/// <summary>What a backup is: <c>manifest.json</c> beside the copy, written last, so that a backup without one is none.</summary>
/// <param name="Format">1.</param>
/// <param name="TakenAt">When.</param>
/// <param name="Database"><c>sqlite</c> or <c>postgres</c>.</param>
/// <param name="File">Name of the copy.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">Its hash, in hexadecimal digits.</param>
/// <param name="Facts">What it holds.</param>
public sealed record BackupManifest(int Format, DateTimeOffset TakenAt, string Database, string File, long Bytes, string Sha256, StoreFacts Facts)
{
    /// <summary>Name of the file.</summary>
    public const string Name = "manifest.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    internal Task WriteAsync(string directory, CancellationToken cancel) =>
        System.IO.File.WriteAllBytesAsync(Path.Combine(directory, Name), JsonSerializer.SerializeToUtf8Bytes(this, Json), cancel);

    /// <summary>Reads a backup's manifest.</summary>
    /// <param name="directory">The backup.</param>
    /// <returns>The manifest.</returns>
    /// <exception cref="StoreRefusedException">There is none, or it is damaged.</exception>
    public static BackupManifest Read(string directory)
    {
        try
        {
            var manifest = JsonSerializer.Deserialize<BackupManifest>(System.IO.File.ReadAllBytes(Path.Combine(directory, Name)), Json);
            if (manifest is not { Format: 1, Facts: not null, File: "hub.db" or "hub.dump" })
                throw new StoreRefusedException($"{Name} is not one that this version of the hub can read.");
            return manifest;
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException or JsonException)
        {
            throw new StoreRefusedException($"The directory is no whole backup: {Name} is missing or damaged.", fault);
        }
    }
}
