using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Hub.Simulators.Gerica;

/// <summary>Reads a request body as JSON.</summary>
internal static class BodyReading
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 64, AllowDuplicateProperties = false };

    /// <summary>The document; null when it is not well-formed JSON.</summary>
    public static async Task<JsonDocument?> JsonAsync(HttpRequest request, CancellationToken cancel)
    {
        try
        {
            while (true)
            {
                var read = await request.BodyReader.ReadAsync(cancel);
                if (read.IsCompleted)
                {
                    var bytes = read.Buffer.ToArray();
                    request.BodyReader.AdvanceTo(read.Buffer.End);
                    return JsonDocument.Parse(bytes, Options);
                }
                request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            }
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
