using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Hub.Fhir.Json;

/// <summary>A writer and its buffer, one pair per thread, handed out to one caller at a time.</summary>
internal sealed class WriterLease : IDisposable
{
    private const int KeepAtMost = 1 << 20;

    // The relaxed encoder writes letters such as å as themselves; JSON is not put into HTML here.
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
        MaxDepth = 1000,
    };

    [ThreadStatic]
    private static WriterLease? idle;

    private WriterLease()
    {
        Buffer = new ArrayBufferWriter<byte>(4096);
        Writer = new Utf8JsonWriter(Buffer, Options);
    }

    internal ArrayBufferWriter<byte> Buffer { get; }

    internal Utf8JsonWriter Writer { get; }

    public void Dispose()
    {
        Writer.Reset(Buffer);
        Buffer.ResetWrittenCount();
        if (Buffer.Capacity <= KeepAtMost)
            idle = this;
    }

    internal static WriterLease Take()
    {
        var lease = idle ?? new WriterLease();
        idle = null;
        return lease;
    }
}
