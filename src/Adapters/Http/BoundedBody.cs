using System.Buffers;

namespace Hub.Adapters.Http;

/// <summary>Reads at most so much of an answer: a partner's fault must not fill the hub's memory.</summary>
public static class BoundedBody
{
    /// <summary>The largest answer that is read, 1 MiB.</summary>
    public const int Limit = 1024 * 1024;

    /// <summary>Reads the body of an answer.</summary>
    /// <param name="content">The content.</param>
    /// <param name="cancel">Cancelled when it takes too long.</param>
    /// <returns>The bytes, and whether they are all: false when the answer was cut off or is larger than <see cref="Limit"/>.</returns>
    public static async Task<(ReadOnlyMemory<byte> Body, bool Whole)> ReadAsync(HttpContent content, CancellationToken cancel)
    {
        if (content.Headers.ContentLength == 0)
            return (ReadOnlyMemory<byte>.Empty, true);
        var buffer = new ArrayBufferWriter<byte>(4096);
        try
        {
            var stream = await content.ReadAsStreamAsync(cancel);
            await using (stream)
            {
                while (true)
                {
                    var read = await stream.ReadAsync(buffer.GetMemory(4096), cancel);
                    if (read == 0)
                        return (buffer.WrittenMemory, true);
                    buffer.Advance(read);
                    if (buffer.WrittenCount > Limit)
                        return (buffer.WrittenMemory, false);
                }
            }
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return (buffer.WrittenMemory, false);
        }
    }
}
