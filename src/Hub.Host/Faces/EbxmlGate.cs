using Hub.Core.Errors;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace Hub.Host.Faces;

/// <summary>Bounds what those may cost who are not known yet. Checking signatures takes turns, so that nonsense leaves processors for others; reading takes turns of its own and only for large bodies, so that whoever sends slowly stands in nobody's way but that of other large messages.</summary>
/// <param name="atOnce">How many messages are checked at a time, and how many large ones are read.</param>
/// <param name="patience">How long a message waits for its turn; default 20 s.</param>
#pragma warning disable CA1001 // It lives as long as the process, and a semaphore without a wait handle has nothing to free.
internal sealed class EbxmlGate(int atOnce, TimeSpan? patience = null)
#pragma warning restore CA1001
{
    /// <summary>Largest body: that of the network is 10 MB (HITS 1171), and there is room to tell its sender so.</summary>
    public const int MaxBytes = 14 * 1024 * 1024;

    private const int SmallBytes = 256 * 1024;
    private static readonly MinDataRate Fair = new(20 * 1024, TimeSpan.FromSeconds(5));

    // A receipt that is turned away comes again only when the message it is about is sent again, half a day later: it waits, as long as those who wait fit into memory.
    private const long MostWaitingBytes = 32 * 1024 * 1024;

    private readonly SemaphoreSlim _turns = new(atOnce);
    private readonly TimeSpan _patience = patience ?? TimeSpan.FromSeconds(20);
    private long _waitingBytes;
    private int _reading;

    /// <summary>Reads a body and has it checked.</summary>
    /// <param name="context">The request.</param>
    /// <param name="check">What is done with the bytes.</param>
    /// <returns>Why it was not read or checked; null when it was.</returns>
    public async Task<HubError?> PassAsync(HttpContext context, Func<ReadOnlyMemory<byte>, Task> check)
    {
        var body = await ReadAsync(context);
        if (!body.IsOk)
            return body.Errors[0];
        if (!await TurnAsync(body.Value.Length, context.RequestAborted))
            return IntakeErrors.Busy.At();
        try
        {
            await check(body.Value);
            return null;
        }
        finally
        {
            _turns.Release();
        }
    }

    private async Task<bool> TurnAsync(int bytes, CancellationToken cancel)
    {
        try
        {
            return Interlocked.Add(ref _waitingBytes, bytes) <= MostWaitingBytes && await _turns.WaitAsync(_patience, cancel);
        }
        finally
        {
            Interlocked.Add(ref _waitingBytes, -bytes);
        }
    }

    private async Task<Result<ReadOnlyMemory<byte>>> ReadAsync(HttpContext context)
    {
        if (context.Request.ContentLength is <= SmallBytes)
            return await RequestBody.ReadBytesAsync(context.Request, SmallBytes);
        if (context.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } rate)
            rate.MinDataRate = Fair;
        try
        {
            return Interlocked.Increment(ref _reading) > atOnce ? IntakeErrors.Busy.At() : await RequestBody.ReadBytesAsync(context.Request, MaxBytes);
        }
        finally
        {
            Interlocked.Decrement(ref _reading);
        }
    }
}
