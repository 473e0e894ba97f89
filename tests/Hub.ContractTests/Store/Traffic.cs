using Hub.Core.Content;
using Hub.Core.Deliveries;
using Hub.Core.Storage;
using static Hub.ContractTests.Store.Samples;

namespace Hub.ContractTests.Store;

/// <summary>Messages of all sorts, in all states, by chance.</summary>
internal sealed class Traffic(IHubStore store, int seed, int start = 0)
{
    public static readonly string[] Tenants = ["bodo", "larvik", "oslo"];
    public static readonly string[] Partners = ["dignio", "epj", "gp", "tellu"];
    public static readonly string[] Errors = ["HUB-SEND-001", "HUB-SEND-005", "HUB-MAP-002"];
    private readonly Random _random = new(seed);

    /// <summary>Takes messages in and does something to most of them.</summary>
    public async Task RunAsync(int messages)
    {
        var epoch = (await store.TakeAsync("node", [3], default))[3];
        var raws = Enumerable.Range(0, messages).Select(Raw).ToList();
        var replies = (await store.AcceptAsync(raws, default)).Select(r => r[0]).ToList();
        var ids = raws.Zip(replies).SelectMany(r => r.First.Messages[0].Deliveries.Select((d, i) => (Id: new DeliveryId(r.Second.MessageId, (short)(i + 1)), d.DeadLetter))).ToList();
        await store.CommitAsync([.. ids.Where(d => d.DeadLetter is null && _random.Next(8) > 0).Select(d => Some(d.Id, epoch))], default);
        foreach (var (id, _) in ids.Where(_ => _random.Next(9) == 0))
            _ = _random.Next(3) == 0 ? await store.DiscardAsync(id, Act, default) : await store.RedeliverAsync(id, Act, default);
        foreach (var reply in replies.Where(_ => _random.Next(12) == 0))
            await store.ReplayAsync(reply.MessageId, [ToEpj], [DeliveryTo(Of(Partners))], Act, default);
    }

    /// <summary>A filter that asks for some things and not for others.</summary>
    public MessageFilter Filter() => new(Maybe(Tenants), Limit: _random.Next(1, 9), PatientKey: _random.Next(5) == 0 ? Key("patient " + _random.Next(4)) : null, Partner: Maybe(Partners))
    {
        State = _random.Next(2) == 0 ? (DeliveryState)_random.Next(1, 7) : null,
        Source = Maybe(Partners),
        Route = _random.Next(4) == 0 ? "to-" + Of(Partners) : null,
        Content = _random.Next(4) == 0 ? (ContentKind)_random.Next(1, 4) : null,
        Triage = _random.Next(4) == 0 ? (Triage)_random.Next(0, 4) : null,
        Error = Maybe(Errors),
        Correlation = _random.Next(6) == 0 ? "thread " + _random.Next(5) : null,
        From = _random.Next(3) == 0 ? Noon.AddMinutes(_random.Next(200)) : null,
        To = _random.Next(3) == 0 ? Noon.AddMinutes(_random.Next(200)) : null,
        Party = Maybe(Partners),
    };

    private static OperatorAct Act => new("kari", Noon.AddHours(9), "test");

    private NewRawMessage Raw(int i)
    {
        var message = Message($"{_random.Next(4)}-{seed}-{i}") with
        {
            Kind = (ContentKind)_random.Next(1, 4),
            Triage = (Triage)_random.Next(0, 4),
            Correlation = _random.Next(3) == 0 ? "thread " + _random.Next(5) : null,
            Deliveries = [.. Enumerable.Range(0, _random.Next(4)).Select(_ => DeliveryTo(Of(Partners), dead: _random.Next(15) == 0 ? Of(Errors) : null))],
        };
        return RawOf(Of(Tenants), message) with { Source = Of(Partners), ReceivedAt = Noon.AddMinutes(start + i) };
    }

    private DeliveryOutcome Some(DeliveryId id, long epoch)
    {
        var state = (DeliveryState)_random.Next(1, 5);
        var failed = state is DeliveryState.DeadLettered || (state == DeliveryState.Pending && _random.Next(2) == 0);
        return Outcome(id, state, epoch) with { ErrorCode = failed ? Of(Errors) : null, Due = Noon.AddMinutes(_random.Next(300)) };
    }

    private string? Maybe(string[] values) => _random.Next(3) == 0 ? Of(values) : null;

    private string Of(string[] values) => values[_random.Next(values.Length)];
}
