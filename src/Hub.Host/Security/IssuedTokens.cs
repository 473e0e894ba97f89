using System.Collections.Frozen;
using Hub.Core.Storage;

namespace Hub.Host.Security;

/// <summary>The tokens in force, as the database had them a second ago at most: a token that is revoked opens nothing from then on, on every node. While the database does not answer, no token opens anything.</summary>
/// <param name="store">Where they are.</param>
/// <param name="time">The clock.</param>
internal sealed class IssuedTokens(ITokenStore store, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);

    // Whatever callers send, the table is read once a second.
    private readonly SemaphoreSlim _reading = new(1, 1);
    private Known? _known;
    private Away? _away;

    /// <summary>Who holds a token.</summary>
    /// <param name="token">The token as sent.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The caller; null when no such token is in force.</returns>
    /// <exception cref="StoreUnavailableException">The database does not answer.</exception>
    public async ValueTask<Caller.Operator?> FindAsync(string token, CancellationToken cancel)
    {
        if (!OperatorToken.IsToken(token))
            return null;
        var hash = KeyHash.Of(token);
        var known = Volatile.Read(ref _known) is { } recent && IsFresh(recent) ? recent : await ReadAsync(cancel);
        return known.Tokens.TryGetValue(hash, out var found) && found.Hash.SameAs(hash) && found.ExpiresAt > time.GetUtcNow() ? found.Holder : null;
    }

    /// <inheritdoc/>
    public void Dispose() => _reading.Dispose();

    private bool IsFresh(Known known) => time.GetElapsedTime(known.ReadAt) < Fresh;

    private async Task<Known> ReadAsync(CancellationToken cancel)
    {
        await _reading.WaitAsync(cancel);
        try
        {
            if (Volatile.Read(ref _known) is { } recent && IsFresh(recent))
                return recent;

            // Whoever stood in line while the database did not answer is told so at once, and does not ask it in turn.
            if (_away is { } away && time.GetElapsedTime(away.At) < Fresh)
                throw new StoreUnavailableException(away.Why);

            // The age counts from before the question: what is revoked after it is not in the answer.
            var readAt = time.GetTimestamp();
            var tokens = new Dictionary<KeyHash, Held>();
            foreach (var token in await store.TokensAsync(time.GetUtcNow(), cancel))
            {
                if (KeyHash.Parse(token.Hash) is { } hash && OperatorToken.Holder(token) is { } holder)
                    tokens[hash] = new Held(hash, holder, token.ExpiresAt);
            }

            var known = new Known(tokens.ToFrozenDictionary(), readAt);
            Volatile.Write(ref _known, known);
            return known;
        }
        catch (StoreUnavailableException fault) when (_away is null || time.GetElapsedTime(_away.At) >= Fresh)
        {
            _away = new Away(fault.Message, time.GetTimestamp());
            throw;
        }
        finally
        {
            _reading.Release();
        }
    }

    private sealed record Held(KeyHash Hash, Caller.Operator Holder, DateTimeOffset ExpiresAt);

    private sealed record Away(string Why, long At);

    private sealed record Known(FrozenDictionary<KeyHash, Held> Tokens, long ReadAt);
}
