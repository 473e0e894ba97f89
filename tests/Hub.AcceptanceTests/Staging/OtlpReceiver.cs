using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Hub.AcceptanceTests.Staging;

/// <summary>A receiver of OTLP over HTTP (protobuf): keeps what it is sent, and reads as much of it as tests need.</summary>
internal sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly List<(string Path, byte[] Body)> _taken = [];

    private OtlpReceiver(WebApplication server) => _server = server;

    public Uri Url => new(_server.Urls.First());

    /// <summary>Everything that came, as text where it is text.</summary>
    public string Text => string.Join('\n', Bodies("").Select(Encoding.UTF8.GetString));

    /// <summary>Names of the metrics that came.</summary>
    public IReadOnlySet<string> Metrics => Bodies("/v1/metrics").SelectMany(Scoped).Select(m => Wire.Text(m, 1)).ToHashSet();

    /// <summary>The spans that came.</summary>
    public IReadOnlyList<Span> Spans => [.. Bodies("/v1/traces").SelectMany(Scoped).Select(s => new Span(Convert.ToHexStringLower(Wire.Field(s, 1)), Convert.ToHexStringLower(Wire.Field(s, 2)), Convert.ToHexStringLower(Wire.Field(s, 4)), Wire.Text(s, 5)))];

    public static async Task<OtlpReceiver> OpenAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var receiver = new OtlpReceiver(builder.Build());
        receiver._server.Run(receiver.TakeAsync);
        await receiver._server.StartAsync();
        return receiver;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await using var stream = context.Request.Headers.ContentEncoding == "gzip" ? new GZipStream(context.Request.Body, CompressionMode.Decompress) : context.Request.Body;
        await stream.CopyToAsync(body);
        context.Response.ContentType = "application/x-protobuf";
        if (context.Request.ContentType != "application/x-protobuf")
            context.Response.StatusCode = 415;
        else
            lock (_taken)
                _taken.Add((context.Request.Path, body.ToArray()));
    }

    private List<byte[]> Bodies(string path)
    {
        lock (_taken)
            return [.. _taken.Where(t => t.Path.StartsWith(path, StringComparison.Ordinal)).Select(t => t.Body)];
    }

    // resource_spans (1) . scope_spans (2) . spans (2), and the same numbers for metrics.
    private static IEnumerable<byte[]> Scoped(byte[] request) => Wire.Fields(request, 1).SelectMany(r => Wire.Fields(r, 2)).SelectMany(s => Wire.Fields(s, 2));

    /// <summary>A span.</summary>
    /// <param name="Trace">Its trace.</param>
    /// <param name="Id">Its id.</param>
    /// <param name="Parent">Id of its parent; empty for a root.</param>
    /// <param name="Name">Its step.</param>
    internal sealed record Span(string Trace, string Id, string Parent, string Name);

    /// <summary>The protobuf wire format, as far as fields of bytes go.</summary>
    private static class Wire
    {
        public static string Text(byte[] message, int field) => Encoding.UTF8.GetString(Field(message, field));

        public static byte[] Field(byte[] message, int field) => Fields(message, field).FirstOrDefault([]);

        public static IEnumerable<byte[]> Fields(byte[] message, int field)
        {
            for (var at = 0; at < message.Length;)
            {
                var key = Varint(message, ref at);
                switch (key & 7)
                {
                    case 0:
                        Varint(message, ref at);
                        break;
                    case 1:
                        at += 8;
                        break;
                    case 2:
                        var length = (int)Varint(message, ref at);
                        if (key >> 3 == (ulong)field)
                            yield return message[at..(at + length)];
                        at += length;
                        break;
                    case 5:
                        at += 4;
                        break;
                    default:
                        throw new InvalidDataException("This is no protobuf.");
                }
            }
        }

        private static ulong Varint(byte[] message, ref int at)
        {
            ulong value = 0;
            for (var shift = 0; ; shift += 7)
            {
                value |= (message[at] & 0x7FUL) << shift;
                if (message[at++] < 0x80)
                    return value;
            }
        }
    }
}
