using System.Globalization;
using Hub.Core.Content;
using Hub.Core.Registers;
using Hub.Core.Storage;

namespace Hub.Adapters.Planer;

/// <summary>What the hub remembers of a shared plan in Planer: which of its versions is which of ours. Without it the hub would not know what it may write over.</summary>
/// <param name="Plan">Id of the shared plan.</param>
/// <param name="Patient">Whom it is about.</param>
internal sealed record PlanerCopy(string Plan, Patient Patient)
{
    /// <summary>The id in Planer; null while it is not known whether a creation went through.</summary>
    public string? Id { get; init; }

    /// <summary>Versions of Planer by the shared versions that were written there.</summary>
    public IReadOnlyDictionary<int, int> Written { get; init; } = new Dictionary<int, int>();

    /// <summary>What was written last.</summary>
    public string? Sent { get; init; }

    /// <summary>What is being written: when its answer is lost it is recognised by this.</summary>
    public string? Sending { get; init; }

    /// <summary>The shared version that is being written; 0 for none.</summary>
    public int SendingNumber { get; init; }

    /// <summary>The last version of Planer that came to the hub as an edit; 0 for none.</summary>
    public int Fetched { get; init; }

    /// <summary>The latest version of Planer that the hub knows.</summary>
    public int Known => Math.Max(Fetched, Written.Count == 0 ? 0 : Written.Values.Max());

    /// <summary>This with a version written.</summary>
    public PlanerCopy With(string id, int number, int version, string sent) => this with
    {
        Id = id,
        Written = new Dictionary<int, int>(Written) { [number] = version },
        Sent = sent,
        Sending = null,
        SendingNumber = 0,
    };

    /// <summary>Key of the entry.</summary>
    public static string Key(string partner, string plan) => string.Create(CultureInfo.InvariantCulture, $"{partner}/{plan}");
}

/// <summary>A copy with the entry it stands in.</summary>
/// <param name="Copy">The copy.</param>
/// <param name="Stored">Number of the entry; 0 when there is none yet.</param>
internal sealed record StoredCopy(PlanerCopy Copy, int Stored);

/// <summary>Copies in one register of one tenant.</summary>
/// <param name="registers">The hub's registers.</param>
/// <param name="tenant">Tenant.</param>
/// <param name="partner">Name of the partner.</param>
/// <param name="time">The clock.</param>
internal sealed class PlanerCopies(HubRegisters registers, string tenant, string partner, TimeProvider time)
{
    public async Task<StoredCopy?> FindAsync(string plan, CancellationToken cancel) =>
        await registers.Records.LatestAsync(tenant, RecordKinds.PlanCopy, PlanerCopy.Key(partner, plan), cancel) is { } record ? Open(record) : null;

    /// <summary>Copies in the order of their keys, after one.</summary>
    public async Task<IReadOnlyList<StoredCopy>> PageAsync(string after, int limit, CancellationToken cancel)
    {
        var prefix = $"{partner}/";
        var all = new List<StoredRecord>();
        var filter = new RecordFilter(tenant, RecordKinds.PlanCopy) { KeyPrefix = prefix, Limit = 500 };
        IReadOnlyList<StoredRecord> page;
        do
        {
            page = await registers.Records.FindAsync(filter, cancel);
            all.AddRange(page);
            if (page.Count > 0)
                filter = filter with { Before = page[^1].At, AfterKey = page[^1].Key };
        }
        while (page.Count == filter.Limit);
        return [.. all.Where(r => string.CompareOrdinal(r.Key, prefix + after) > 0).OrderBy(r => r.Key, StringComparer.Ordinal).Take(limit).Select(Open).OfType<StoredCopy>()];
    }

    public async Task<StoredCopy?> SaveAsync(StoredCopy before, PlanerCopy copy, CancellationToken cancel)
    {
        var body = registers.Vault.Seal(tenant, ContentText.WriteRecord(copy));
        var record = new NewRecord(tenant, RecordKinds.PlanCopy, PlanerCopy.Key(partner, copy.Plan), before.Stored + 1, time.GetUtcNow(), partner, body)
        {
            KeepHistory = false,
            PatientKey = registers.Vault.PatientKey(tenant, copy.Patient.Id),
        };
        return await registers.Records.AppendAsync(record, cancel) ? new StoredCopy(copy, before.Stored + 1) : null;
    }

    private StoredCopy? Open(StoredRecord record)
    {
        var body = registers.Vault.Open(tenant, record.SealedBody.Span);
        return body.IsOk && ContentText.ReadRecord<PlanerCopy>(body.Value) is { } copy ? new StoredCopy(copy, record.Version) : null;
    }
}
