using System.Text.Json;
using Hub.Core.Storage;

namespace Hub.Host.Retention;

/// <summary>How far deleting a tenant's bodies has come. Kept sealed in its entry of <see cref="RecordKinds.Retention"/>.</summary>
/// <param name="After">Messages up to this number were looked at.</param>
/// <param name="Late">Those among them that had not ended.</param>
/// <param name="OldestAt">When the oldest message was accepted that is next in turn; null when there is none.</param>
/// <param name="LookedAt">When it was last looked.</param>
internal sealed record RetentionState(long After, IReadOnlyList<long> Late, DateTimeOffset? OldestAt, DateTimeOffset LookedAt)
{
    /// <summary>Key of the entry.</summary>
    public const string Key = "bodies";

    /// <summary>Before anything was deleted.</summary>
    public static RetentionState New { get; } = new(0, [], null, DateTimeOffset.MinValue);

    /// <summary>Reads a stored state. One that cannot be opened any more begins anew: what is gone is gone.</summary>
    public static RetentionState Of(StoredRecord record, IBodyVault vault)
    {
        var body = vault.Open(record.Tenant, record.SealedBody.Span);
        return body.IsOk ? JsonSerializer.Deserialize<RetentionState>(body.Value)! : New;
    }

    /// <summary>The state as it is stored.</summary>
    public byte[] Seal(string tenant, IBodyVault vault) => vault.Seal(tenant, JsonSerializer.SerializeToUtf8Bytes(this));
}
