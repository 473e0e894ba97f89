using System.Text.Json;
using System.Text.Unicode;
using Hub.Core.Errors;

namespace Hub.Adapters.Json;

/// <summary>Bytes to JSON, with each way of not being JSON told apart.</summary>
internal static class JsonInput
{
    public const int MaxDepth = 64;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = MaxDepth };

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Parses a body; never throws for bad input.</summary>
    /// <param name="body">The bytes.</param>
    /// <param name="error">Why it cannot be read.</param>
    /// <returns>The document, which the caller disposes; null when there is an error.</returns>
    public static JsonDocument? Open(ReadOnlyMemory<byte> body, out HubError? error)
    {
        var bytes = body.Span;
        if (bytes.StartsWith(ByteOrderMark))
        {
            error = IntakeErrors.WrongCharset.At(null, "The body starts with a byte order mark.");
            return null;
        }

        if (!Utf8.IsValid(bytes) || (bytes.Length > 1 && (bytes[0] == 0 || bytes[1] == 0)))
        {
            error = IntakeErrors.WrongCharset.At();
            return null;
        }

        if (bytes.Trim(" \t\r\n"u8).IsEmpty)
        {
            error = IntakeErrors.EmptyBody.At();
            return null;
        }

        try
        {
            error = null;
            return JsonDocument.Parse(body, Options);
        }
        catch (JsonException fault)
        {
            // The exception's own words may quote the input.
            error = JsonDepth.Exceeds(bytes, MaxDepth)
                ? IntakeErrors.TooDeep.At()
                : IntakeErrors.MalformedJson.At($"line {fault.LineNumber + 1}, byte {fault.BytePositionInLine + 1}");
            return null;
        }
    }
}
