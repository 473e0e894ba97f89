using Hub.Core.Storage;
using Hub.Core.Tenants;

namespace Hub.Host.Polling;

/// <summary>One node's right to read a feed, kept in the feed's own entry: its due time is the end of the lease, or between readings the time of the next. Every write follows the version before it, so whoever lost the lease writes nothing more.</summary>
internal sealed class FeedLease
{
    /// <summary>The word of an entry that is being read.</summary>
    public const string Reading = "reading";

    /// <summary>The word of an entry that is not.</summary>
    public const string Idle = "idle";

    private readonly FeedParts _parts;
    private readonly PartnerConfig _partner;
    private readonly TimeSpan _length;
    private int _version;

    private FeedLease(FeedParts parts, PartnerConfig partner, int version, FeedState state)
    {
        (_parts, _partner, _version, State) = (parts, partner, version, state);
        _length = LengthOf(partner);
    }

    /// <summary>What is stored.</summary>
    public FeedState State { get; private set; }

    /// <summary>When it ends.</summary>
    public DateTimeOffset Until { get; private set; }

    /// <summary>True when it ends soon enough to be renewed.</summary>
    public bool IsAging => _parts.Time.GetUtcNow() > Until - (_length / 2);

    /// <summary>Takes a feed that nobody reads and whose time has come.</summary>
    /// <param name="parts">What it works with.</param>
    /// <param name="partner">The partner.</param>
    /// <param name="atOnce">True to read before its time: the configuration is new.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The lease, null when another has it or it is not time; and the state as seen.</returns>
    public static async Task<(FeedLease? Lease, FeedState Seen)> TakeAsync(FeedParts parts, PartnerConfig partner, bool atOnce, CancellationToken cancel)
    {
        var latest = await parts.Records.LatestAsync(partner.Tenant, RecordKinds.Feed, partner.Name, cancel);
        var state = latest is null ? FeedState.New : FeedState.Of(latest, parts.Vault);

        // This process reads a feed once at a time: a lease of its own name is one that it held when it was killed.
        if (latest is { Due: { } due } && due > parts.Time.GetUtcNow() && (latest.State == Reading ? latest.Who != parts.Node : !atOnce))
            return (null, state);
        var lease = new FeedLease(parts, partner, latest?.Version ?? 0, state);
        return (await lease.WriteAsync(state, cancel) ? lease : null, state);
    }

    /// <summary>Stores a state and goes on reading.</summary>
    /// <returns>False when the lease was lost: then nothing was stored.</returns>
    public Task<bool> WriteAsync(FeedState state, CancellationToken cancel) => AppendAsync(state, Reading, _parts.Time.GetUtcNow() + _length, cancel);

    /// <summary>Stores a state and lets go.</summary>
    /// <returns>False when the lease was lost before.</returns>
    public Task<bool> ReleaseAsync(FeedState state, DateTimeOffset next, CancellationToken cancel) => AppendAsync(state, Idle, next, cancel);

    private async Task<bool> AppendAsync(FeedState state, string word, DateTimeOffset due, CancellationToken cancel)
    {
        var record = new NewRecord(
            _partner.Tenant, RecordKinds.Feed, _partner.Name, _version + 1, _parts.Time.GetUtcNow(), _parts.Node, state.Seal(_partner.Tenant, _parts.Vault))
        {
            State = word,
            Due = due,
            KeepHistory = false,
        };
        if (!await _parts.Records.AppendAsync(record, cancel))
            return false;
        (_version, State, Until) = (_version + 1, state, due);
        return true;
    }

    // Long enough for a page that takes as long as it may, and for its items to be stored.
    private static TimeSpan LengthOf(PartnerConfig partner) => partner.Timeout * 2 > TimeSpan.FromMinutes(2) ? partner.Timeout * 2 : TimeSpan.FromMinutes(2);
}
