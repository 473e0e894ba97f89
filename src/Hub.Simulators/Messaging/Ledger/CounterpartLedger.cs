using Hub.Ebxml.Reliability;

namespace Hub.Simulators.Messaging;

/// <summary>The counterpart's own account: each business effect once, what it sent and what became of it, and the faults of the other side. Outlives the server.</summary>
public sealed class CounterpartLedger
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(int, string), LetterEffect> _effects = [];
    private readonly Dictionary<string, SentLetter> _sent = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _byDocument = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);
    private readonly List<FoundFault> _faults = [];
    private readonly Dictionary<string, Hub.Ebxml.Envelope.MessageStatus> _statuses = new(StringComparer.Ordinal);
    private readonly List<SentForgery> _forgeries = [];
    private SignalCounts _signals = new();
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What was taken in, in order of arrival.</summary>
    public IReadOnlyList<LetterEffect> Effects => Read(() => _effects.Values.OrderBy(e => e.No).ToList());

    /// <summary>What was sent, in order.</summary>
    public IReadOnlyList<SentLetter> Sent => Read(() => _sent.Values.OrderBy(s => s.No).ToList());

    /// <summary>What the other side did wrong, in order. A test that injects no forgeries expects none.</summary>
    public IReadOnlyList<FoundFault> Faults => Read(() => _faults.ToList());

    /// <summary>Forgeries that were sent, in order, and the answers to them.</summary>
    public IReadOnlyList<SentForgery> Forgeries => Read(() => _forgeries.ToList());

    /// <summary>Messages of the service itself.</summary>
    public SignalCounts Signals => Read(() => _signals);

    /// <summary>True when everything sent has its final state.</summary>
    public bool IsSettled => Read(() => _open.Count == 0);

    /// <summary>What was sent under an id.</summary>
    /// <param name="id">eb:MessageId, or MsgId of the document.</param>
    /// <returns>The message, or null.</returns>
    public SentLetter? FindSent(string id) => Read(() => _sent.GetValueOrDefault(_byDocument.GetValueOrDefault(id, id)));

    /// <summary>The effect of a document.</summary>
    /// <param name="msgId">MsgInfo/MsgId.</param>
    /// <returns>The effect, or null.</returns>
    public LetterEffect? FindEffect(string msgId) => Read(() => _effects.Values.FirstOrDefault(e => string.Equals(e.MsgId, msgId, StringComparison.OrdinalIgnoreCase)));

    /// <summary>The last answer to a StatusRequest about a message.</summary>
    /// <param name="messageId">The message asked about.</param>
    /// <returns>The status; null when no answer came.</returns>
    public Hub.Ebxml.Envelope.MessageStatus? StatusOf(string messageId) =>
        Read(() => _statuses.TryGetValue(messageId, out var status) ? status : (Hub.Ebxml.Envelope.MessageStatus?)null);

    /// <summary>The account in figures.</summary>
    /// <returns>The report, true for the moment of the call.</returns>
    public CounterpartReport Report() => Read(() => CounterpartReport.Of(_effects.Values, _sent.Values, _faults.Count, _signals));

    /// <summary>Waits until something is true of the ledger. It is asked again after every change.</summary>
    /// <param name="condition">What to wait for.</param>
    /// <param name="deadline">How long at most.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>Whether it became true.</returns>
    public async Task<bool> WaitAsync(Func<CounterpartLedger, bool> condition, TimeSpan deadline, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(condition);
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        timeout.CancelAfter(deadline);
        while (true)
        {
            var change = Read(() => _changed.Task);
            if (condition(this))
                return true;
            try
            {
                await change.WaitAsync(timeout.Token);
            }
            catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
            {
                return condition(this);
            }
        }
    }

    /// <summary>Notes a document. Null answer = it was there before.</summary>
    internal LetterEffect? Take(int fromHer, string msgId, string type, string patient, string messageId, DateTimeOffset at, ReadOnlyMemory<byte> document) => Change(() =>
    {
        var key = (fromHer, msgId.ToUpperInvariant());
        if (_effects.TryGetValue(key, out var known))
        {
            _effects[key] = known with { Repeats = known.Repeats + 1 };
            return null;
        }
        return _effects[key] = new LetterEffect(_effects.Count + 1, fromHer, msgId, type, patient, messageId, at) { Document = document };
    });

    internal void Answered(LetterEffect effect, string status, IReadOnlyList<string> codes) => Change(() =>
    {
        var key = (effect.FromHer, effect.MsgId.ToUpperInvariant());
        return _effects[key] = _effects[key] with { Answer = status, Codes = codes };
    });

    internal void Send(Letter letter, string messageId, int toHer, DateTimeOffset at) => Change(() =>
    {
        _byDocument.TryAdd(letter.DocumentId, messageId);
        _open.Add(messageId);
        return _sent[messageId] = new SentLetter(_sent.Count + 1, messageId, letter.DocumentId, letter.Type, toHer, letter.Patient, at)
        {
            Answer = letter.IsReceipt ? LetterAnswer.NotDue : LetterAnswer.Waiting,
        };
    });

    /// <summary>Notes a step of a message. A receipt may come while the hand-over returns: of two steps told out of turn the later one stands.</summary>
    internal void Moved(SentMessage state) => Update(state.MessageId, s => state.Version < s.Step ? s : s with
    {
        Phase = state.Phase,
        Failure = state.Failure,
        TimesSent = state.TimesSent,
        IsLate = state.LateReceiptAt is not null,
        Step = state.Version,
    });

    internal void Update(string messageId, Func<SentLetter, SentLetter> change) => Change(() =>
    {
        if (!_sent.TryGetValue(messageId, out var sent))
            return false;
        var now = _sent[messageId] = change(sent);
        return now.IsFinal ? _open.Remove(messageId) : _open.Add(messageId);
    });

    /// <summary>Ends the wait for the answers to letters made before an instant.</summary>
    internal void Silence(DateTimeOffset before)
    {
        foreach (var id in Read(() => _open.Where(o => _sent[o] is { Answer: LetterAnswer.Waiting } s && s.At < before).ToList()))
            Update(id, s => s.Answer == LetterAnswer.Waiting ? s with { Answer = LetterAnswer.Silent } : s);
    }

    internal void Fault(string code, string messageId, string text) => Change(() =>
    {
        _faults.Add(new FoundFault(code, messageId, text));
        return true;
    });

    internal void Forged(string messageId, Forgery kind) => Change(() =>
    {
        _forgeries.Add(new SentForgery(messageId, kind));
        return true;
    });

    /// <summary>Notes an answer to a forgery.</summary>
    /// <returns>The forgery as it is now; null when the message is none.</returns>
    internal SentForgery? FindForgery(string? messageId, Func<SentForgery, SentForgery> change) => Change(() =>
    {
        // A replay and a false duplicate claim the same id; what comes now answers the later one.
        var at = _forgeries.FindLastIndex(f => f.MessageId == messageId);
        return at < 0 ? null : _forgeries[at] = change(_forgeries[at]);
    });

    internal void Status(string messageId, Hub.Ebxml.Envelope.MessageStatus status) => Change(() => _statuses[messageId] = status);

    internal void Count(Func<SignalCounts, SignalCounts> more) => Change(() => _signals = more(_signals));

    private T Read<T>(Func<T> read)
    {
        lock (_gate)
            return read();
    }

    private T Change<T>(Func<T> change)
    {
        TaskCompletionSource changed;
        T result;
        lock (_gate)
        {
            result = change();
            (changed, _changed) = (_changed, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }
        changed.SetResult();
        return result;
    }
}
