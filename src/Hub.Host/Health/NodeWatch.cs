using Hub.Host.Composition;

namespace Hub.Host.Health;

/// <summary>Looks at this node: disk, clock, broker, configuration.</summary>
/// <param name="services">What the node is made of.</param>
internal sealed class NodeWatch(HubServices services)
{
    private readonly DateTimeOffset _started = services.Time.GetUtcNow();
    private DateTimeOffset? _brokerAway;

    /// <summary>Looks once.</summary>
    /// <param name="cancel">Gives up.</param>
    /// <returns>What there is to say.</returns>
    public async Task<NodeFacts> LookAsync(CancellationToken cancel)
    {
        var before = services.Time.GetUtcNow();
        var clock = await services.Store.ClockAsync(cancel);
        var now = services.Time.GetUtcNow();
        _brokerAway = services.Engine?.Status.BrokerConnected is false ? _brokerAway ?? now : null;
        var (free, size) = Disk(services.Settings.DataDirectory);
        return new NodeFacts(services.Settings.Node, now, _started)
        {
            DiskFree = free,
            DiskSize = size,
            Ahead = Offset(before, clock, now),
            ConfigErrors = services.ConfigErrors.Count,
            ConfigError = services.ConfigErrors is [var first, ..] ? first.Code : null,
            BrokerAwaySince = _brokerAway,
            CertificateEnds = services.Certificates?.Current.Ends,
        };
    }

    /// <summary>How far the node's clock is ahead, when the database was asked between two moments: nothing while its answer lies between them.</summary>
    /// <param name="before">When it was asked.</param>
    /// <param name="clock">What it said.</param>
    /// <param name="after">When the answer was there.</param>
    /// <returns>The offset.</returns>
    public static TimeSpan Offset(DateTimeOffset before, DateTimeOffset clock, DateTimeOffset after) =>
        clock < before ? before - clock : clock > after ? after - clock : TimeSpan.Zero;

    /// <summary>Free and all bytes of the file system that a directory is on.</summary>
    /// <param name="directory">The directory; it may be missing.</param>
    /// <returns>The bytes, null when they cannot be told.</returns>
    public static (long? Free, long? Size) Disk(string directory)
    {
        try
        {
            var full = new DirectoryInfo(directory);
            while (!full.Exists && full.Parent is { } parent)
                full = parent;
            var drive = new DriveInfo(full.FullName);
            return (drive.AvailableFreeSpace, drive.TotalSize);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return (null, null);
        }
    }
}
