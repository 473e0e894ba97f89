using Hub.Core.Content;
using Hub.Core.Deliveries;
using Hub.Core.Errors;
using Hub.Core.Routing;
using Hub.Core.Storage;

namespace Hub.UnitTests.Plans;

/// <summary>What became of deliveries, told by the test.</summary>
internal sealed class FakeMessages : IOperatorStore
{
    private readonly List<(long Message, string Partner, DateTimeOffset? At)> _deliveries = [];

    public int Add(long message, string partner)
    {
        _deliveries.Add((message, partner, null));
        return _deliveries.Count - 1;
    }

    public void Delivered(int delivery, DateTimeOffset at) => _deliveries[delivery] = _deliveries[delivery] with { At = at };

    public Task<MessageView?> FindAsync(long messageId, string? tenant, CancellationToken cancel) => Task.FromResult<MessageView?>(new MessageView(
        new StoredMessage(messageId, messageId, 0, tenant!, "plans", "", default), ContentKind.Plan, null, Triage.None, "", null, default, [], [], [.. _deliveries.Where(d => d.Message == messageId).Select(View)]));

    public Task<IReadOnlyList<MessageView>> ListAsync(MessageFilter filter, CancellationToken cancel) => throw new NotSupportedException();

    public Task<StoredBodies?> BodiesAsync(long messageId, CancellationToken cancel) => throw new NotSupportedException();

    public Task<IReadOnlyList<StoredRaw>> RawsAsync(IReadOnlyList<long> messages, CancellationToken cancel) => throw new NotSupportedException();

    public Task<Result<DeliveryRow>> RedeliverAsync(DeliveryId id, OperatorAct act, CancellationToken cancel) => throw new NotSupportedException();

    public Task<Result<DeliveryRow>> RemapAsync(DeliveryId id, OperatorAct act, CancellationToken cancel) => throw new NotSupportedException();

    public Task<Result<DeliveryRow>> ParkAsync(DeliveryId id, Func<DeliveryRow, DateTimeOffset> until, OperatorAct act, CancellationToken cancel) => throw new NotSupportedException();

    public Task<Result<DeliveryRow>> ReleaseAsync(DeliveryId id, OperatorAct act, CancellationToken cancel) => throw new NotSupportedException();

    public Task<Result<DeliveryRow>> DiscardAsync(DeliveryId id, OperatorAct act, CancellationToken cancel) => throw new NotSupportedException();

    public Task<Result<IReadOnlyList<DeliveryRow>>> ReplayAsync(long messageId, IReadOnlyList<RouteDecision> decisions, IReadOnlyList<NewDelivery> deliveries, OperatorAct act, CancellationToken cancel) =>
        throw new NotSupportedException();

    public Task<Ledger> LedgerAsync(string? tenant, CancellationToken cancel) => throw new NotSupportedException();

    private static DeliveryView View((long Message, string Partner, DateTimeOffset? At) delivery)
    {
        var state = delivery.At is null ? DeliveryState.Pending : DeliveryState.Delivered;
        var row = new DeliveryRow(new DeliveryId(delivery.Message, 1), "larvik", delivery.Partner, "", "", 0, 0, state, default, 1, default, 1, 0, false);
        return new DeliveryView(row, null, null, null, delivery.At is { } at ? [new DeliveryEvent(at, DeliveryEventKind.Delivered)] : []);
    }
}
