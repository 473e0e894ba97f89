using System.Threading.Channels;

namespace Hub.Delivery.Outcomes;

/// <summary>Outcomes in the order in which they are to be written. Full means: senders pause.</summary>
internal sealed class OutcomeQueue(int capacity)
{
    private readonly Channel<OutcomeItem> _channel = Channel.CreateBounded<OutcomeItem>(
        new BoundedChannelOptions(capacity) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    private int _unwritten;

    public ChannelReader<OutcomeItem> Reader => _channel.Reader;

    /// <summary>Outcomes waiting or being written.</summary>
    public int Unwritten => Volatile.Read(ref _unwritten);

    public bool TryWrite(OutcomeItem item)
    {
        if (!_channel.Writer.TryWrite(item))
            return false;
        Interlocked.Increment(ref _unwritten);
        return true;
    }

    public ValueTask<bool> WaitForRoomAsync(CancellationToken cancel) => _channel.Writer.WaitToWriteAsync(cancel);

    public void Written(int count) => Interlocked.Add(ref _unwritten, -count);

    public void Complete() => _channel.Writer.TryComplete();
}
