using System.Collections.Frozen;

namespace Hub.Store.Vault;

/// <summary>The keys of one tenant as read from its file.</summary>
/// <param name="Seals">The newest key: new bytes are sealed with it.</param>
/// <param name="All">Every key that opens, by id.</param>
/// <param name="Patients">Key of the patients' hashes. Never changes: stored hashes depend on it.</param>
internal sealed record TenantKeys(DataKey Seals, FrozenDictionary<ushort, DataKey> All, byte[] Patients)
{
    /// <summary>State of the file when it was read: another process may have rotated since.</summary>
    public DateTime FileTime { get; init; }

    /// <summary>When the file's time was looked at last, in milliseconds of <see cref="Environment.TickCount64"/>.</summary>
    public long CheckedAt { get; set; }
}
