using System.Collections.Concurrent;
using Hub.Ebxml.Reliability;
using Hub.Ebxml.Transport;

namespace Hub.Simulators.Messaging;

/// <summary>Sends letters until they are acknowledged or given up, the same bytes every time.</summary>
internal sealed class Outbox(Msh msh, Wire wire) : IDisposable
{
    private const int AtOnce = 32;
    private static readonly AckPolicy Policy = new(MissingReferences.Refuse);
    private readonly ConcurrentDictionary<string, byte> _inHand = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _nudge = new(0);

    /// <summary>Takes an answer that came back in the same exchange.</summary>
    public required Func<WireMessage, CancellationToken, Task> Answered { get; init; }

    /// <summary>Puts a letter in the box; it is sent soon.</summary>
    public async Task<string> PutAsync(Letter letter, CounterpartPeer peer)
    {
        var header = Seal.Header(msh, letter, peer);
        var message = Seal.Letter(msh, header, letter, peer);
        msh.Memory.Outgoing[header.MessageId] = message.Mime;
        if (letter.Head is { } head)
            msh.Memory.Heads[letter.DocumentId] = head;
        msh.Ledger.Send(letter, header.MessageId, peer.Party.ServiceHer, header.Timestamp);
        await msh.Memory.Exchange.AddSentAsync(new SentMessage
        {
            MessageId = header.MessageId,
            FromHer = msh.Options.Party.ServiceHer,
            ToHer = peer.Party.ServiceHer,
            Digests = message.References,
            Created = header.Timestamp,
        }, CancellationToken.None);
        msh.Trace(outgoing: true, header.Action, header.MessageId, message.Mime, letter.Document);
        _nudge.Release();
        return header.MessageId;
    }

    /// <summary>Sends what is due, until it is stopped.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        while (true)
        {
            msh.Ledger.Silence(msh.Now - msh.Options.AnswerWithin);
            foreach (var due in await msh.Memory.Exchange.DueAsync(msh.Options.Schedule, msh.Now, AtOnce * 2, cancel))
            {
                if (_inHand.Count < AtOnce && _inHand.TryAdd(due.MessageId, 0))
                    msh.Run(token => SendAsync(due.MessageId, token));
            }
            while (_nudge.Wait(0, cancel))
                continue;
            await _nudge.WaitAsync(msh.Options.Poll, cancel);
        }
    }

    /// <summary>Takes an event about a message.</summary>
    /// <returns>The step; null when the message is not known.</returns>
    public async Task<OutgoingStep?> TakeAsync(string messageId, OutgoingEvent happened)
    {
        while (await msh.Memory.Exchange.FindSentAsync(messageId, CancellationToken.None) is { } state)
        {
            var step = Outgoing.Decide(state, happened, msh.Options.Schedule, Policy, msh.Now);
            if (ReferenceEquals(step.State, state))
                return step;
            if (!await msh.Memory.Exchange.SaveSentAsync(step.State, state.Version, CancellationToken.None))
                continue;
            msh.Ledger.Moved(step.State);
            return step;
        }
        return null;
    }

    public void Dispose() => _nudge.Dispose();

    private async Task SendAsync(string messageId, CancellationToken cancel)
    {
        try
        {
            var step = await TakeAsync(messageId, new Due());
            if (step is not { Action: OutgoingAction.Send } || !msh.Memory.Outgoing.TryGetValue(messageId, out var mime))
                return;
            if (!msh.Peers.TryGetValue(step.State.ToHer, out var peer))
                return;
            var outcome = await wire.PostAsync(mime, peer, cancel);
            if (outcome is TakenOver { Answer: { } answer })
                await Answered(answer, cancel);
            await TakeAsync(messageId, outcome is NotTaken not ? new HandOverFailed(not.Reason) : new HandedOver());
        }
        finally
        {
            _inHand.TryRemove(messageId, out _);
        }
    }
}
