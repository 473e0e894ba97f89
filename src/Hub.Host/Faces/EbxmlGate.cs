using Hub.Core.Errors;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace Hub.Host.Faces;

/// <summary>Bounds what those may cost who are not known yet. Checking signatures takes turns, so that nonsense leaves processors for others; reading takes turns of its own and only for large bodies, so that whoever sends slowly stands in nobody's way but that of other large messages.</summary>
/// <param name="atOnce">How many messages are checked at a time, and how many large ones are read.</param>
internal sealed class EbxmlGate(int atOnce)
{
    /// <summary>Largest body: that of the network is 10 MB (HITS 1171), and there is room to tell its sender so.</summary>
    public const int MaxBytes = 14 * 1024 * 1024;

    private const int SmallBytes = 256 * 1024;
    private static readonly MinDataRate Fair = new(20 * 1024, TimeSpan.FromSeconds(5));

    private int _checking;
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
        try
        {
            if (Interlocked.Increment(ref _checking) > atOnce)
                return IntakeErrors.Busy.At();
            await check(body.Value);
            return null;
        }
        finally
        {
            Interlocked.Decrement(ref _checking);
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
