using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Hub.Host.Faces;

/// <summary>Writes small JSON answers with one copy and a content length.</summary>
internal static class JsonAnswer
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    [ThreadStatic]
    private static (ArrayBufferWriter<byte> Buffer, Utf8JsonWriter Writer)? t_writer;

    /// <summary>Writes an answer.</summary>
    /// <typeparam name="T">What is written.</typeparam>
    /// <param name="response">Where to.</param>
    /// <param name="status">HTTP status.</param>
    /// <param name="mediaType">Media type.</param>
    /// <param name="value">What is written.</param>
    /// <param name="write">Writes it; runs before this method returns.</param>
    /// <returns>When it is on its way.</returns>
    public static async Task WriteAsync<T>(HttpResponse response, int status, string mediaType, T value, Action<Utf8JsonWriter, T> write)
    {
        var target = response.BodyWriter;
        Fill(response, status, mediaType, value, write);
        await target.FlushAsync(response.HttpContext.RequestAborted);
    }

    // Everything that touches the thread's own buffer happens here, before the first await.
    private static void Fill<T>(HttpResponse response, int status, string mediaType, T value, Action<Utf8JsonWriter, T> write)
    {
        var (buffer, json) = t_writer ??= Make();
        buffer.ResetWrittenCount();
        json.Reset(buffer);
        write(json, value);
        json.Flush();
        response.StatusCode = status;
        response.ContentType = mediaType;
        response.ContentLength = buffer.WrittenCount;
        response.BodyWriter.Write(buffer.WrittenSpan);
        if (buffer.Capacity > 256 * 1024)
            t_writer = null;
    }

    private static (ArrayBufferWriter<byte> Buffer, Utf8JsonWriter Writer) Make()
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        return (buffer, new Utf8JsonWriter(buffer, Options));
    }
}
