namespace Hub.Core.Storage;

/// <summary>The registers of the hub: things that change by versions and of which every version is kept (shared plans, handovers, responsibility), and things of which only the latest matters (positions of feeds). One pattern for all: an entry is never
/// overwritten, it gets a next version, and who asks for a version that is taken is refused.</summary>
public interface IRecordStore
{
    /// <summary>Adds a version. Durable when it returns. Its audit entry, where it has one, is written in the same transaction.</summary>
    /// <param name="record">The version; its number must be one more than the latest.</param>
    /// <param name="cancel">Gives up waiting; the transaction may still commit.</param>
    /// <returns>True when added; false when the latest version is another than the one it follows: then nothing was written.</returns>
    Task<bool> AppendAsync(NewRecord record, CancellationToken cancel);

    /// <summary>The latest version of an entry.</summary>
    /// <param name="tenant">Tenant.</param>
    /// <param name="kind">See <see cref="RecordKinds"/>.</param>
    /// <param name="key">Key within the kind.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The version, null when there is no such entry.</returns>
    Task<StoredRecord?> LatestAsync(string tenant, string kind, string key, CancellationToken cancel);

    /// <summary>Every version of an entry that is kept, newest first.</summary>
    /// <param name="tenant">Tenant.</param>
    /// <param name="kind">See <see cref="RecordKinds"/>.</param>
    /// <param name="key">Key within the kind.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The versions; empty when there is no such entry.</returns>
    Task<IReadOnlyList<StoredRecord>> HistoryAsync(string tenant, string kind, string key, CancellationToken cancel);

    /// <summary>Latest versions of entries, newest first; of one moment in the order of their keys (by their bytes).</summary>
    /// <param name="filter">Which.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>One page.</returns>
    Task<IReadOnlyList<StoredRecord>> FindAsync(RecordFilter filter, CancellationToken cancel);

    /// <summary>Latest versions whose due time has come, the longest overdue first.</summary>
    /// <param name="kinds">Which kinds.</param>
    /// <param name="now">The time now.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The versions.</returns>
    Task<IReadOnlyList<StoredRecord>> DueAsync(IReadOnlyList<string> kinds, DateTimeOffset now, int limit, CancellationToken cancel);

    /// <summary>Moves the due time of a latest version, if it still is what the caller saw: how one node among many claims the work (until a moment from now), and how it says that the work is done (null).</summary>
    /// <param name="seen">The version as read.</param>
    /// <param name="due">New due time, null for none.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>False when another was faster: version or due time have changed.</returns>
    Task<bool> PostponeAsync(StoredRecord seen, DateTimeOffset? due, CancellationToken cancel);
}

/// <summary>The kinds of register entries.</summary>
public static class RecordKinds
{
    /// <summary>Versions of a shared self-treatment plan; key = plan id.</summary>
    public const string Plan = "plan";

    /// <summary>An edit of a shared plan that did not build on the latest version; key = plan id and a hash of the event.</summary>
    public const string PlanConflict = "plan-conflict";

    /// <summary>Which versions of a shared plan were told to the others; key = plan id. Only the latest is kept.</summary>
    public const string PlanTold = "plan-told";

    /// <summary>What another register holds of a shared plan; key = partner and plan id. Only the latest is kept.</summary>
    public const string PlanCopy = "plan-copy";

    /// <summary>Steps of a handover; key = handover id.</summary>
    public const string Handover = "handover";

    /// <summary>The last version of a handover that was told to the others, as its word; key = handover id. Only the latest is kept.</summary>
    public const string HandoverTold = "handover-told";

    /// <summary>Who is responsible for a patient's follow-up; key = patient key as 32 hex digits.</summary>
    public const string Responsibility = "responsibility";

    /// <summary>Whether a patient is followed up; key = enrolment partner and patient key as 32 hex digits.</summary>
    public const string Enrolment = "enrolment";

    /// <summary>How far a feed has been read; key = partner. Only the latest version is kept.</summary>
    public const string Feed = "feed";

    /// <summary>What a feed brought and what was refused; key = partner and a hash of the bytes.</summary>
    public const string Refused = "refused";

    /// <summary>An alert, open or closed; of the tenant <c>-</c>, which is the installation. Key = the alert's id. Only the latest is kept.</summary>
    public const string Alert = "alert";

    /// <summary>The right of one node among many to do some work; of the tenant <c>-</c>. Key = the work, due = the end of the right. Only the latest is kept.</summary>
    public const string Lease = "lease";

    /// <summary>What an operator lets wait; of the tenant <c>-</c>. Key = tenant, <c>tenant/partner/name</c> or <c>tenant/route/name</c>. Only the latest is kept.</summary>
    public const string Pause = "pause";

    /// <summary>An action of an operator on many deliveries; of the tenant <c>-</c>. Key = its id, due = when a node must look after it. Only the latest is kept.</summary>
    public const string Action = "action";

    /// <summary>What an action is about; of the tenant <c>-</c>. Key = the action's id and the number of the part.</summary>
    public const string ActionPart = "action-part";

    /// <summary>The last answer of a partner's message service to a Ping; key = partner, state = MessageId of the Ping. Only the latest is kept.</summary>
    public const string Pong = "pong";

    /// <summary>How far deleting of bodies has come; key = <c>bodies</c>. Only the latest is kept.</summary>
    public const string Retention = "retention";
}

/// <summary>A version to be added.</summary>
/// <param name="Tenant">Tenant.</param>
/// <param name="Kind">See <see cref="RecordKinds"/>.</param>
/// <param name="Key">Key within the kind, at most 200 characters, no personal data.</param>
/// <param name="Version">Its number: 1 for the first, one more for each.</param>
/// <param name="At">When it was made.</param>
/// <param name="Who">Who made it: operator, partner or <c>hub</c>.</param>
/// <param name="SealedBody">What it says, sealed (<see cref="IBodyVault"/>).</param>
public sealed record NewRecord(string Tenant, string Kind, string Key, int Version, DateTimeOffset At, string Who, ReadOnlyMemory<byte> SealedBody)
{
    /// <summary>Keyed hash of the patient, null when it is about none.</summary>
    public Guid? PatientKey { get; init; }

    /// <summary>A short word that it can be found by (<c>proposed</c>, <c>conflict</c> ...); null when none. No personal data.</summary>
    public string? State { get; init; }

    /// <summary>Names of the parties that it concerns, by which it can be found; empty when it concerns none in particular. No personal data.</summary>
    public IReadOnlyList<string> Parties { get; init; } = [];

    /// <summary>When somebody must look at it, null when nobody must.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>True when earlier versions stay (default); false when this one takes their place.</summary>
    public bool KeepHistory { get; init; } = true;

    /// <summary>What the audit log says of it; null for nothing.</summary>
    public AuditEntry? Audit { get; init; }
}

/// <summary>A version as stored.</summary>
/// <param name="Tenant">Tenant.</param>
/// <param name="Kind">Kind.</param>
/// <param name="Key">Key.</param>
/// <param name="Version">Its number.</param>
/// <param name="At">When it was made.</param>
/// <param name="Who">Who made it.</param>
/// <param name="PatientKey">Keyed hash of the patient, null when about none.</param>
/// <param name="State">Its word, null when none.</param>
/// <param name="Due">When it is due, null when not.</param>
/// <param name="SealedBody">What it says, sealed.</param>
public sealed record StoredRecord(
    string Tenant, string Kind, string Key, int Version, DateTimeOffset At, string Who, Guid? PatientKey, string? State, DateTimeOffset? Due, ReadOnlyMemory<byte> SealedBody);

/// <summary>Which entries to find. All that are set must hold; only latest versions are looked at.</summary>
/// <param name="Tenant">Tenant.</param>
/// <param name="Kind">Kind.</param>
public sealed record RecordFilter(string Tenant, string Kind)
{
    /// <summary>About this patient.</summary>
    public Guid? PatientKey { get; init; }

    /// <summary>With this word.</summary>
    public string? State { get; init; }

    /// <summary>With none of these words.</summary>
    public IReadOnlyList<string> ExceptStates { get; init; } = [];

    /// <summary>That concern this party, or that were written without saying whom they concern; null for all.</summary>
    public string? Party { get; init; }

    /// <summary>Whose keys begin with this; null for every key.</summary>
    public string? KeyPrefix { get; init; }

    /// <summary>Made before this moment: the time of the last entry of the page before.</summary>
    public DateTimeOffset? Before { get; init; }

    /// <summary>Together with <see cref="Before"/>: also those made at that very moment whose keys come after this one, so that a page that ends among entries of one moment loses none. Null for none of them.</summary>
    public string? AfterKey { get; init; }

    /// <summary>The last key first (by bytes) instead of the newest entry: for keys that rise with time and entries that change later.</summary>
    public bool LastKeyFirst { get; init; }

    /// <summary>Whose keys come before this one; null for every key.</summary>
    public string? BeforeKey { get; init; }

    /// <summary>At most so many; default 50.</summary>
    public int Limit { get; init; } = 50;
}
