using System.Globalization;
using System.Text.Json;
using Hub.Store.Backup;

namespace Hub.Host.Commands;

/// <summary>How backups are printed.</summary>
internal static class BackupText
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>A backup for people.</summary>
    public static string Lines(BackupManifest manifest) => string.Create(
        CultureInfo.InvariantCulture,
        $"backup    {manifest.TakenAt:yyyy-MM-dd HH:mm:ss}Z, {manifest.Database}, {manifest.File}, {manifest.Bytes / 1024.0 / 1024.0:0.0} MiB, sha256 {manifest.Sha256[..16]}\n{Lines(manifest.Facts)}");

    /// <summary>What a database holds, for people.</summary>
    public static string Lines(StoreFacts facts) => string.Create(
        CultureInfo.InvariantCulture,
        $"holds     {facts.Messages} messages, {facts.Deliveries} deliveries, {facts.AuditEntries} audit entries; schema {facts.Schema}, installation {facts.Installation:D}");

    /// <summary>A backup for scripts.</summary>
    public static string Json(BackupManifest manifest, int keys) => JsonSerializer.Serialize(new { manifest, keys }, Format);

    /// <summary>What a database holds, for scripts.</summary>
    public static string Json(StoreFacts facts) => JsonSerializer.Serialize(new { facts }, Format);
}
