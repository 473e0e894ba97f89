using System.Collections.Concurrent;
using Hub.Adapters.Ebxml.Parties;
using Hub.Adapters.Ebxml.Sending;
using Hub.Adapters.Http;
using Hub.Core.Storage;
using Hub.Core.Tenants;
using Hub.Ebxml.Messages;

namespace Hub.Adapters.Ebxml.Receiving;

/// <summary>Sends answers that go their own way (acknowledgments and errors to asynchronous partners). They are durable and tried until the sender no longer waits for them.</summary>
public sealed class AnswerPost : IDisposable
{
    // Longer than a send may take: another node must not take the same answer meanwhile.
    private static readonly TimeSpan Taken = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);
    private static readonly TimeSpan Kept = TimeSpan.FromDays(4);

    private readonly DeskParts _parts;
    private readonly TenantParties _parties;
    private readonly ConcurrentDictionary<(string Tenant, string Partner), (PartnerConfig Config, Couriers Couriers)> _couriers = new();

    private readonly SemaphoreSlim _waiting = new(0, 1);

    internal AnswerPost(DeskParts parts, TenantParties parties) => (_parts, _parties) = (parts, parties);

    /// <summary>Sends what is due.</summary>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancel">Stops; what was not sent stays due.</param>
    /// <returns>How many were due: when it is the limit, there may be more.</returns>
    public async Task<int> SendDueAsync(int limit, CancellationToken cancel)
    {
        var now = _parts.Time.GetUtcNow();
        var due = await _parts.Exchanges.TakeAnswersAsync(now, now + Taken, limit, cancel);
        var defects = new ConcurrentQueue<Exception>();
        await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = cancel }, async (stored, stop) =>
        {
            var exchange = stored.Exchange;
            var sent = false;
            try
            {
                sent = await SendAsync(exchange, stop);
            }
#pragma warning disable CA1031 // One answer that cannot even be tried must not hold up all others; it is put off like any, and the defect goes on to the loop.
            catch (Exception defect) when (defect is not OperationCanceledException)
#pragma warning restore CA1031
            {
                defects.Enqueue(defect);
            }

            await _parts.Exchanges.AnswerTriedAsync(exchange.Tenant, exchange.Key, sent ? null : Again(exchange, _parts.Time.GetUtcNow()), stop);
        });
        return defects.IsEmpty ? due.Count : throw new AggregateException(defects);
    }

    /// <summary>Waits until an answer may be due: at once after one was stored by this process, else after a while.</summary>
    /// <param name="time">How long at most.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>When it is time to look.</returns>
    public async Task WaitAsync(TimeSpan time, CancellationToken cancel) => await _waiting.WaitAsync(time, cancel);

    /// <inheritdoc/>
    public void Dispose()
    {
        _waiting.Dispose();
        foreach (var (_, couriers) in _couriers.Values)
            couriers.Dispose();
    }

    /// <summary>An answer was stored: no need to wait.</summary>
    internal void Wake()
    {
        lock (_waiting)
        {
            if (_waiting.CurrentCount == 0)
                _waiting.Release();
        }
    }

    private async Task<bool> SendAsync(NewExchange exchange, CancellationToken cancel)
    {
        var snapshot = _parts.Snapshots.Current;
        if (snapshot.Tenant(exchange.Tenant) is not { } tenant || snapshot.Partner(exchange.Tenant, exchange.Partner) is not { } configured || !Reaches(configured))
            return false;
        var own = _parties.Of(tenant);
        var opened = _parts.Vault.Open(exchange.Tenant, exchange.SealedAnswer.Span);
        if (!own.IsOk || !opened.IsOk || StoredMime.Read(opened.Value) is not { } mime)
            return false;
        var partner = IncomingMessage.Read(mime.Body, mime.ContentType).Message?.Header.To.Her is { } her ? configured.At(her) : configured;
        if (partner.Her is null || own.Value.EndpointOf(partner) is not { } endpoint)
            return false;
        var id = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(opened.Value).AsSpan(0, 16));
        var handed = await CouriersOf(configured).HandAsync(new Parcel(mime, own.Value, endpoint, id), cancel);
        return handed.Failure is null;
    }

    private static bool Reaches(PartnerConfig partner) => partner.Her is not null || partner.PatientsGp is not null;

    // Pauses grow with the age of the answer, so that no count has to be kept.
    private static DateTimeOffset? Again(NewExchange exchange, DateTimeOffset now)
    {
        var age = now - exchange.ReceivedAt;
        if (age > Kept)
            return null;
        var pause = age < FirstPause ? FirstPause : age > LongestPause ? LongestPause : age;
        return now + pause;
    }

    private Couriers CouriersOf(PartnerConfig partner)
    {
        var entry = _couriers.AddOrUpdate(
            (partner.Tenant, partner.Name),
            _ => (partner, new Couriers(partner, _parts.Time, PooledHandler.For(partner))),
            (_, known) => ReferenceEquals(known.Config, partner) ? known : (partner, new Couriers(partner, _parts.Time, PooledHandler.For(partner))));
        return entry.Couriers;
    }
}
