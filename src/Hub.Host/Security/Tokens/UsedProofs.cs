using Hub.Core.Jose;

namespace Hub.Host.Security.Tokens;

/// <summary>Proofs that were used in the last seconds, so that none is used twice. Of this node only: a proof lives for seconds and names one address.</summary>
/// <param name="time">The clock.</param>
internal sealed class UsedProofs(TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly HashSet<(string Key, string Id)> _used = [];
    private readonly PriorityQueue<(string Key, string Id), DateTimeOffset> _byAge = new();

    /// <summary>Remembers a proof.</summary>
    /// <param name="proof">The proof.</param>
    /// <param name="until">How long it would be taken.</param>
    /// <returns>False when it was used before.</returns>
    public bool TryUse(DPoPCheck proof, DateTimeOffset until)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            while (_byAge.TryPeek(out var oldest, out var end) && end < now)
            {
                _byAge.Dequeue();
                _used.Remove(oldest);
            }

            if (!_used.Add((proof.Thumbprint, proof.Id)))
                return false;
            _byAge.Enqueue((proof.Thumbprint, proof.Id), until);
            return true;
        }
    }
}
