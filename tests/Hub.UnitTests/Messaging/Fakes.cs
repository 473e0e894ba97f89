using Hub.Adapters.Ebxml;
using Hub.Core.Adapters;
using Hub.Core.Deliveries;
using Hub.Core.Errors;
using Hub.Core.Identities;
using Hub.Core.Intake;
using Hub.Core.Storage;
using Hub.Core.Tenants;
using Hub.UnitTests.Ebxml;

namespace Hub.UnitTests.Messaging;

internal sealed class FixedTime : TimeProvider
{
    public static readonly DateTimeOffset At = TestAuthority.Start.AddDays(30);

    public override DateTimeOffset GetUtcNow() => At;
}

internal sealed class MovingTime : TimeProvider
{
    public DateTimeOffset Now { get; set; } = FixedTime.At;

    public override DateTimeOffset GetUtcNow() => Now;
}

internal sealed class ChangingSnapshot(Func<TenantConfig> tenant) : ISnapshotSource
{
    public event Action<ConfigSnapshot>? Changed
    {
        add { }
        remove { }
    }

    public ConfigSnapshot Current => new(1, [tenant()]);
}

/// <summary>Seals nothing, so that tests see what was stored.</summary>
internal sealed class PlainVault : IBodyVault
{
    public byte[] Seal(string tenant, ReadOnlySpan<byte> body) => body.ToArray();

    public Result<byte[]> Open(string tenant, ReadOnlySpan<byte> sealedBody) => sealedBody.ToArray();

    public Guid PatientKey(string tenant, Identifier patient) => Guid.Empty;
}

/// <summary>The intake as the desk sees it: reads with the real adapter, knows repeats by source id.</summary>
internal sealed class FakeIntake(Func<TenantConfig> tenant) : IIntake
{
    private readonly Dictionary<string, byte[]> _known = [];

    public HubError? Fails { get; set; }

    public List<ParsedEvent> Taken { get; } = [];

    public Task<IntakeAnswer> AcceptAsync(IntakeRequest request, CancellationToken cancel)
    {
        if (Fails is { } error)
            return Task.FromResult(new IntakeAnswer([error], [], false));
        var partner = tenant().Partners[request.Source];
        var parsed = new EbxmlAdapter().Parse(new InboundMessage(request.Body, request.MediaType, FixedTime.At, partner, TenantEnvironment.Test) { Tenant = tenant() });
        if (parsed.Errors.Count > 0)
            return Task.FromResult(new IntakeAnswer(parsed.Errors, [], false));
        var happened = parsed.Entries[0].Events[0];
        var status = EntryStatus.Accepted;
        if (_known.TryGetValue(happened.SourceId, out var before))
            status = before.AsSpan().SequenceEqual(happened.Fingerprint.Span) ? EntryStatus.Repeated : EntryStatus.Conflict;
        else
            Taken.Add(happened);
        _known.TryAdd(happened.SourceId, happened.Fingerprint.ToArray());
        return Task.FromResult(new IntakeAnswer([], [new EntryAnswer(parsed.Entries[0].Label, status, [1], [], [])], false));
    }
}

/// <summary>Receipts as the desk reports them.</summary>
internal sealed class FakeReceipts : IReceipts
{
    public Dictionary<string, SentBytes> Sent { get; } = [];

    public List<(string Correlation, Receipt Receipt)> Applied { get; } = [];

    public Task<SentBytes?> SentAsync(string tenant, string correlation, CancellationToken cancel) => Task.FromResult(Sent.GetValueOrDefault(correlation));

    public Task<ReceiptVerdict> ApplyAsync(string tenant, string correlation, Receipt receipt, CancellationToken cancel)
    {
        Applied.Add((correlation, receipt));
        return Task.FromResult(ReceiptVerdict.Applied);
    }
}

/// <summary>Exchanges in memory, with the rule that the first record of a key stays.</summary>
internal sealed class MemoryExchanges : IExchangeStore
{
    private readonly Dictionary<string, NewExchange> _stored = [];

    public IReadOnlyList<NewExchange> Due => [.. _stored.Values.Where(e => e.AnswerDue is not null)];

    public IReadOnlyList<NewExchange> All => [.. _stored.Values];

    public Task<SentDelivery?> FindSentAsync(string tenant, string correlation, CancellationToken cancel) => Task.FromResult<SentDelivery?>(null);

    public Task<StoredExchange?> FindExchangeAsync(string tenant, string key, CancellationToken cancel) =>
        Task.FromResult(_stored.TryGetValue(key, out var found) ? new StoredExchange(found, false) : null);

    public Task<StoredExchange> RecordExchangeAsync(NewExchange exchange, CancellationToken cancel)
    {
        if (!_stored.TryGetValue(exchange.Key, out var first))
        {
            _stored[exchange.Key] = exchange;
            return Task.FromResult(new StoredExchange(exchange, true));
        }

        if (exchange.AnswerDue is not null)
            _stored[exchange.Key] = first = first with { AnswerDue = exchange.AnswerDue };
        return Task.FromResult(new StoredExchange(first, false));
    }

    public Task<IReadOnlyList<StoredExchange>> TakeAnswersAsync(DateTimeOffset now, DateTimeOffset until, int limit, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<StoredExchange>>([.. Due.Take(limit).Select(e => new StoredExchange(e, false))]);

    public Task AnswerTriedAsync(string tenant, string key, DateTimeOffset? due, CancellationToken cancel)
    {
        _stored[key] = _stored[key] with { AnswerDue = due };
        return Task.CompletedTask;
    }

    public Task<int> ForgetExchangesAsync(DateTimeOffset before, CancellationToken cancel) => Task.FromResult(0);

    public Task<IReadOnlyList<DeliveryRow>> AnswersDueAsync(IReadOnlyList<long>? messages, IReadOnlyList<int> partitions, DateTimeOffset now, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<DeliveryRow>>([]);

    public Task<bool> RemarkAsync(DeliveryId id, DeliveryEvent remark, int atMost, CancellationToken cancel) => Task.FromResult(true);
}
