using System.Collections.Concurrent;
using System.Text;
using Hub.Core.Adapters;
using Hub.Core.Errors;

namespace Hub.ContractTests.Engine;

/// <summary>A receiver that writes down what it got and answers as it is told. Drops repeats by key, as idempotent receivers do.</summary>
public sealed class TestPartner
{
    private readonly Lock _gate = new();
    private readonly HashSet<string> _keys = [];
    private readonly List<string> _texts = [];
    private readonly ConcurrentDictionary<string, byte[]> _bytes = new();
    private int _inFlight;

    /// <summary>Answers one try; null means delivered.</summary>
    public Func<Taken, SendOutcome?> Answer { get; set; } = _ => null;

    public Func<bool?> Probe { get; set; } = () => true;

    public bool StoreBeforeSend { get; set; }

    /// <summary>Why nothing can be sealed.</summary>
    public HubError? Refuses { get; set; }

    /// <summary>Every text that came, repeats too, in order.</summary>
    public IReadOnlyList<string> Texts
    {
        get
        {
            lock (_gate)
                return [.. _texts];
        }
    }

    public TimeSpan Delay { get; set; }

    /// <summary>First copies in the order in which they took effect.</summary>
    public List<Taken> Effects { get; } = [];

    public int Calls { get; private set; }

    public int Repeats { get; private set; }

    public int MostInFlight { get; private set; }

    public bool SameBytes { get; private set; } = true;

    public int Count
    {
        get
        {
            lock (_gate)
                return Effects.Count;
        }
    }

    public IReadOnlyList<Taken> Snapshot()
    {
        lock (_gate)
            return [.. Effects];
    }

    public async Task<IReadOnlyList<SendOutcome>> TakeAsync(IReadOnlyList<OutboundItem> documents, CancellationToken cancel)
    {
        lock (_gate)
        {
            Calls++;
            MostInFlight = Math.Max(MostInFlight, ++_inFlight);
        }

        try
        {
            if (Delay > TimeSpan.Zero)
                await Task.Delay(Delay, cancel);
            else
                await Task.Yield();
            return [.. documents.Select(Take)];
        }
        finally
        {
            lock (_gate)
                _inFlight--;
        }
    }

    private SendOutcome Take(OutboundItem item)
    {
        var body = item.Document.Body.ToArray();
        if (!_bytes.GetOrAdd(item.IdempotencyKey, body).AsSpan().SequenceEqual(body))
            SameBytes = false;
        lock (_gate)
            _texts.Add(Encoding.UTF8.GetString(body));
        var parts = Encoding.UTF8.GetString(body).Split(';');
        var taken = new Taken(parts[0], parts[1], long.Parse(parts[2], null), item.Attempt, item.IdempotencyKey) { Sends = item.Sends };
        if (Answer(taken) is { } told)
            return told;
        lock (_gate)
        {
            if (_keys.Add(item.IdempotencyKey))
                Effects.Add(taken);
            else
                Repeats++;
        }

        return new SendOutcome.Delivered($"ref-{taken.MessageId}");
    }
}

public sealed record Taken(string SourceId, string Patient, long MessageId, int Attempt, string Key)
{
    /// <summary>How often it went out before and was not confirmed.</summary>
    public int Sends { get; init; }
}
