using System.Diagnostics;
using System.Threading.Channels;
using Hub.Core.Errors;
using Hub.Core.Storage;
using Hub.Delivery.Observability;

namespace Hub.Delivery.Intake;

/// <summary>Writes what concurrent requests brought in, many in one transaction: takes what is waiting, and never waits for more.</summary>
internal sealed class IntakeWriter(NodeContext node, Dispatch dispatch)
{
    private readonly Channel<IntakeJob> _channel = Channel.CreateBounded<IntakeJob>(
        new BoundedChannelOptions(node.Settings.IntakeQueue) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    private readonly List<IntakeJob> _group = [];
    private IntakeJob? _carried;
    private long _bytes;

    /// <summary>Requests that wait.</summary>
    public int Waiting => _channel.Reader.Count;

    /// <summary>Puts a request into the queue; false when it is full or the node stops.</summary>
    public bool TryPut(IntakeJob job)
    {
        var size = job.Raw.SealedBody.Length;
        if (Interlocked.Add(ref _bytes, size) <= node.Settings.IntakeQueueBytes + size && _channel.Writer.TryWrite(job))
            return true;
        Interlocked.Add(ref _bytes, -size);
        return false;
    }

    /// <summary>No more requests are taken.</summary>
    public void Complete() => _channel.Writer.TryComplete();

    /// <summary>Runs until completed and empty.</summary>
    public async Task RunAsync()
    {
        while (_carried is not null || await _channel.Reader.WaitToReadAsync())
        {
            node.Hearts.Intake.Beat();
            Gather();
            if (_group.Count > 0)
                await WriteAsync(_group);
            node.Hearts.Intake.Rest();
        }
    }

    private void Gather()
    {
        _group.Clear();
        int messages = 0, bytes = 0;
        while (_carried is not null || _channel.Reader.TryRead(out _carried))
        {
            messages += _carried.Raw.Messages.Count;
            bytes += _carried.Raw.SealedBody.Length;
            if (_group.Count > 0 && (messages > node.Settings.IntakeGroup || bytes > node.Settings.IntakeGroupBytes))
                return;
            Interlocked.Add(ref _bytes, -_carried.Raw.SealedBody.Length);
            _group.Add(_carried);
            _carried = null;
        }
    }

    private async Task WriteAsync(List<IntakeJob> group)
    {
        try
        {
            await AcceptAsync(group);
        }
        catch (StoreUnavailableException away)
        {
            Refuse(group, away);
        }
        catch (Exception failure)
        {
            // One raw message that the database will not have must not fail its neighbours.
            Log.IntakeGroupFailed(node.Logger, failure, group.Count);
            foreach (var job in group)
            {
                node.Hearts.Intake.Beat();
                await WriteOneAsync(job);
            }
        }
    }

    private async Task WriteOneAsync(IntakeJob job)
    {
        try
        {
            await AcceptAsync([job]);
        }
        catch (StoreUnavailableException away)
        {
            Refuse([job], away);
        }
        catch (Exception failure)
        {
            Log.IntakeFailed(node.Logger, failure, job.Raw.Tenant, job.Raw.Source);
            job.TrySetResult(new IntakeVerdict(null, IntakeErrors.Defect.At()));
        }
    }

    private async Task AcceptAsync(List<IntakeJob> group)
    {
        var raws = new NewRawMessage[group.Count];
        for (var i = 0; i < raws.Length; i++)
            raws[i] = group[i].Raw;
        var started = node.Time.GetTimestamp();
        var replies = await node.Store.AcceptAsync(raws, CancellationToken.None);
        var took = node.Time.GetElapsedTime(started);
        node.Metrics.IntakeCommit.Record(took.TotalMilliseconds);
        if (Spans.Wanted)
            Trace(group, replies, took);
        node.Metrics.IntakeGroup.Record(group.Count);
        node.Outages.StoreWorked();
        for (var i = 0; i < group.Count; i++)
            dispatch.Committed(group[i], replies[i]);
        for (var i = 0; i < group.Count; i++)
            group[i].TrySetResult(new IntakeVerdict(replies[i], null));
    }

    private void Trace(List<IntakeJob> group, IReadOnlyList<IReadOnlyList<IntakeReply>> replies, TimeSpan took)
    {
        for (var i = 0; i < group.Count; i++)
        {
            foreach (var reply in replies[i].Where(r => r.Status == IntakeStatus.Accepted))
                node.Spans.Record("commit", ActivityKind.Internal, reply.MessageId, took, new SpanTags(group[i].Raw.Tenant, group[i].Raw.Source));
        }
    }

    // Whether the transaction was committed is not known. Should it have been, the pump finds its deliveries and the caller's repeat is answered as such.
    private void Refuse(List<IntakeJob> group, StoreUnavailableException away)
    {
        node.Outages.StoreFailed(away);
        dispatch.InDoubt();
        var verdict = new IntakeVerdict(null, IntakeErrors.StoreDown.At());
        foreach (var job in group)
            job.TrySetResult(verdict);
    }
}
