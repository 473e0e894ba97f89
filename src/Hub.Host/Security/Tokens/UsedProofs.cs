using System.Security.Cryptography;
using System.Text;
using Hub.Core.Jose;
using Hub.Core.Storage;

namespace Hub.Host.Security.Tokens;

/// <summary>Proofs that were used in the last seconds, so that none is used twice, on this node or another.</summary>
/// <param name="time">The clock.</param>
/// <param name="shared">What the nodes of the installation share; null where this node is the only one.</param>
internal sealed class UsedProofs(TimeProvider time, IProofStore? shared)
{
    private readonly Lock _gate = new();
    private readonly HashSet<(string Key, string Id)> _used = [];
    private readonly PriorityQueue<(string Key, string Id), DateTimeOffset> _byAge = new();

    /// <summary>Remembers a proof.</summary>
    /// <param name="proof">The proof.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>False when it was used before.</returns>
    /// <exception cref="StoreUnavailableException">Whether another node has taken it cannot be asked.</exception>
    public async ValueTask<bool> TryUseAsync(DPoPCheck proof, CancellationToken cancel)
    {
        // As long as a node whose clock is behind would still take it.
        var until = proof.IssuedAt + DPoPCheck.Lifetime + (2 * DPoPCheck.Skew);
        return TryUse(proof, until) && (shared is null || await shared.UseProofAsync(IdOf(proof), until + DPoPCheck.Skew, time.GetUtcNow(), cancel));
    }

    private static string IdOf(DPoPCheck proof) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{proof.Thumbprint}\0{proof.Id}")));

    private bool TryUse(DPoPCheck proof, DateTimeOffset until)
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
