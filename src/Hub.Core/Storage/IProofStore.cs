namespace Hub.Core.Storage;

/// <summary>Proofs of possession (RFC 9449) that were used, on whichever node: what one node has taken no other takes again. Rows whose time has come are removed as new ones are written.</summary>
public interface IProofStore
{
    /// <summary>Uses a proof. Durable when it returns true.</summary>
    /// <param name="id">What the proof is known by: a hash of its key and its <c>jti</c>, at most 100 characters.</param>
    /// <param name="until">How long it would be taken by the slowest clock among the nodes.</param>
    /// <param name="now">The time now.</param>
    /// <param name="cancel">Gives up waiting; it may count as used all the same.</param>
    /// <returns>False when it was used before.</returns>
    /// <exception cref="StoreUnavailableException">The database does not answer: nobody knows, and it must not be taken.</exception>
    Task<bool> UseProofAsync(string id, DateTimeOffset until, DateTimeOffset now, CancellationToken cancel);
}
