using Hub.Ebxml.Envelope;
using Hub.Ebxml.Reliability;

namespace Hub.UnitTests.Ebxml.Reliability;

/// <summary>A sender and a receiver with their records, and a network between them that does with each transmission what the next choice says.</summary>
internal sealed class LossyNetwork(IReadOnlyList<byte> choices)
{
    private readonly MemoryExchangeRecord _sender = new();
    private readonly MemoryExchangeRecord _receiver = new();
    private readonly List<(int At, bool ToReceiver, string Id)> _wire = [];
    private readonly Dictionary<string, int> _deliveries = [];
    private readonly Dictionary<string, List<DateTimeOffset>> _sends = [];
    private readonly HashSet<string> _arrived = [];
    private int _next;

    internal IReadOnlyDictionary<string, int> Deliveries => _deliveries;

    internal IReadOnlyDictionary<string, List<DateTimeOffset>> Sends => _sends;

    internal IReadOnlySet<string> Arrived => _arrived;

    internal int LateReports { get; private set; }

    internal ValueTask<SentMessage?> StateAsync(string id) => _sender.FindSentAsync(id, default);

    internal async Task RunAsync(IReadOnlyList<string> ids, int hours)
    {
        foreach (var id in ids)
            await _sender.AddSentAsync(Exchange.Sent(id), default);
        for (var hour = 0; hour <= hours; hour++)
        {
            var now = Exchange.Start.AddHours(hour);
            foreach (var due in await _sender.DueAsync(Exchange.Schedule, now, 100, default))
                await StepAsync(due.MessageId, new Due(), now, hour);
            foreach (var item in _wire.Where(w => w.At <= hour).ToList())
            {
                _wire.Remove(item);
                if (item.ToReceiver)
                    await ReceiveAsync(item.Id, now, hour);
                else
                    await StepAsync(item.Id, Exchange.Ack(item.Id), now, hour);
            }
        }
    }

    private async Task StepAsync(string id, OutgoingEvent happened, DateTimeOffset now, int hour)
    {
        var seen = (await _sender.FindSentAsync(id, default))!;
        var step = Outgoing.Decide(seen, happened, Exchange.Schedule, new(MissingReferences.Refuse), now);
        if (step.State != seen && !await _sender.SaveSentAsync(step.State, seen.Version, default))
            throw new InvalidOperationException("Nobody else writes here.");
        if (step.Action == OutgoingAction.ReportLateDelivery)
            LateReports++;
        if (step.Action != OutgoingAction.Send)
            return;
        (_sends.TryGetValue(id, out var times) ? times : _sends[id] = []).Add(now);
        Transmit(toReceiver: true, id, hour);
        await StepAsync(id, new HandedOver(), now, hour);
    }

    private async Task ReceiveAsync(string id, DateTimeOffset now, int hour)
    {
        _arrived.Add(id);
        var incoming = Exchange.Incoming(id);
        var earlier = await _receiver.FindReceivedAsync(Incoming.KeyOf(incoming.Message!)!.Value, default);
        switch (Incoming.Decide(incoming, earlier, new(), now))
        {
            case Deliver { Answer: AcknowledgmentBody }:
                if (await _receiver.AddReceivedAsync(Exchange.Received(id), default) is null)
                    _deliveries[id] = _deliveries.GetValueOrDefault(id) + 1;
                Transmit(toReceiver: false, id, hour);
                break;
            case RepeatAnswer { StoredAnswer.Length: 3 }:
                Transmit(toReceiver: false, id, hour);
                break;
            default:
                throw new InvalidOperationException("Only these two can happen.");
        }
    }

    // Lost, at once, twice, or up to 80 hours late; when the choices have run out the network is good.
    private void Transmit(bool toReceiver, string id, int hour)
    {
        var choice = _next < choices.Count ? choices[_next++] : (byte)1;
        switch (choice % 4)
        {
            case 0:
                break;
            case 1:
                _wire.Add((hour, toReceiver, id));
                break;
            case 2:
                _wire.Add((hour, toReceiver, id));
                _wire.Insert(0, (hour + (choice / 4), toReceiver, id));
                break;
            default:
                _wire.Insert(0, (hour + (choice % 80), toReceiver, id));
                break;
        }
    }
}
