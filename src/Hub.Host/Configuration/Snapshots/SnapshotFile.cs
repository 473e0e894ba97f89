namespace Hub.Host.Configuration.Snapshots;

/// <summary>One file of a stored configuration.</summary>
/// <param name="Name">Its name, such as <c>tenants/larvik.yaml</c>.</param>
/// <param name="Tenant">The tenant it is of; null when that cannot be told.</param>
/// <param name="Text">Its text, as it was.</param>
internal sealed record SnapshotFile(string Name, string? Tenant, string Text);
