using System.Buffers;
using System.Text.Unicode;
using Hub.Core.Errors;
using Hub.Core.Tenants;
using Hub.Host.Errors;

namespace Hub.Host.Faces;

/// <summary>Reads request bodies within bounds: nothing is set aside for bytes that have not come.</summary>
internal static class RequestBody
{
    private const int ExactUpTo = 64 * 1024;

    /// <summary>Reads a body and checks its encoding.</summary>
    /// <param name="request">The request.</param>
    /// <param name="maxBytes">Largest body.</param>
    /// <param name="mode">Lenient takes a byte order mark, and leaves it out.</param>
    /// <returns>The bytes, or the first error.</returns>
    public static async ValueTask<Result<ReadOnlyMemory<byte>>> ReadAsync(HttpRequest request, int maxBytes, InboundMode mode)
    {
        var body = await ReadBytesAsync(request, maxBytes);
        return body.IsOk ? Check(body.Value, mode) : body;
    }

    /// <summary>Reads a body of any encoding.</summary>
    /// <param name="request">The request.</param>
    /// <param name="maxBytes">Largest body.</param>
    /// <returns>The bytes, or the first error.</returns>
    public static async ValueTask<Result<ReadOnlyMemory<byte>>> ReadBytesAsync(HttpRequest request, int maxBytes)
    {
        if (request.Headers.ContentEncoding.Count > 0 && request.Headers.ContentEncoding != "identity")
            return HttpErrors.Compressed.At();
        if (request.ContentLength > maxBytes)
            return TooLarge(maxBytes);
        ReadOnlyMemory<byte> body;
        try
        {
            if (request.ContentLength is { } length and <= ExactUpTo)
                body = await ReadExactAsync(request.Body, (int)length, request.HttpContext.RequestAborted);
            else if (await ReadGrowingAsync(request.Body, maxBytes, request.HttpContext.RequestAborted) is { } read)
                body = read;
            else
                return TooLarge(maxBytes);
        }
        catch (Exception e) when (e is BadHttpRequestException or EndOfStreamException)
        {
            return HttpErrors.BrokenOff.At();
        }

        return body.IsEmpty ? IntakeErrors.EmptyBody.At() : body;
    }

    private static Result<ReadOnlyMemory<byte>> Check(ReadOnlyMemory<byte> body, InboundMode mode)
    {
        if (body.Span.StartsWith("\uFEFF"u8))
        {
            if (mode == InboundMode.Strict)
                return IntakeErrors.WrongCharset.At(detail: "The body starts with a byte order mark");
            body = body[3..];
        }

        return Utf8.IsValid(body.Span) ? body : IntakeErrors.WrongCharset.At();
    }

    private static HubError TooLarge(int maxBytes) => IntakeErrors.TooLarge.At(detail: $"The body is larger than {maxBytes} bytes");

    private static async ValueTask<byte[]> ReadExactAsync(Stream stream, int length, CancellationToken cancel)
    {
        var body = GC.AllocateUninitializedArray<byte>(length);
        await stream.ReadExactlyAsync(body, cancel);
        return body;
    }

    private static async ValueTask<byte[]?> ReadGrowingAsync(Stream stream, int maxBytes, CancellationToken cancel)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(16 * 1024);
        try
        {
            var used = 0;
            while (true)
            {
                if (used == buffer.Length)
                {
                    var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
                    buffer.AsSpan(0, used).CopyTo(larger);
                    ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
                    buffer = larger;
                }

                var read = await stream.ReadAsync(buffer.AsMemory(used), cancel);
                if (read == 0)
                    return buffer.AsSpan(0, used).ToArray();
                used += read;
                if (used > maxBytes)
                    return null;
            }
        }
        finally
        {
            // Patient data does not stay behind in shared memory.
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }
}
