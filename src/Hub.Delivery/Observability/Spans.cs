using System.Buffers.Binary;
using System.Diagnostics;
using System.Security.Cryptography;

namespace Hub.Delivery.Observability;

/// <summary>The trace of each message: intake, commit, map, send, receipt. Its id follows from the installation and the message's number, so that what happens days later or on another node belongs to the same trace, and nothing has to be
/// carried or stored for it. Costs nothing while nobody listens. Tags name tenant, partner, message number and code: never a patient.</summary>
/// <param name="installation">The installation.</param>
/// <param name="time">The clock.</param>
internal sealed class Spans(Guid installation, TimeProvider time)
{
    private static readonly ActivitySource Source = new(HubTraces.SourceName);

    /// <summary>Whether anybody wants to know.</summary>
    public static bool Wanted => Source.HasListeners();

    /// <summary>Records what has just ended.</summary>
    /// <param name="name">Name of the step.</param>
    /// <param name="kind">Whether it came from outside, went outside or stayed inside.</param>
    /// <param name="message">The message.</param>
    /// <param name="took">How long it took.</param>
    /// <param name="about">Whose, and how it ended.</param>
    public void Record(string name, ActivityKind kind, long message, TimeSpan took, in SpanTags about)
    {
        var end = time.GetUtcNow();
        using var span = Source.StartActivity(name, kind, ParentOf(message), startTime: end - took);
        if (span is null)
            return;
        span.SetTag("hub.tenant", about.Tenant).SetTag("hub.partner", about.Partner).SetTag("hub.message", message);
        if (about.Result is { } result)
            span.SetTag("hub.result", result);
        if (about.Code is { } code)
            span.SetTag("hub.code", code).SetStatus(ActivityStatusCode.Error, code);
        span.SetEndTime(end.UtcDateTime);
    }

    private ActivityContext ParentOf(long message)
    {
        Span<byte> input = stackalloc byte[24];
        installation.TryWriteBytes(input);
        BinaryPrimitives.WriteInt64BigEndian(input[16..], message);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(input, hash);
        return new ActivityContext(ActivityTraceId.CreateFromBytes(hash[..16]), ActivitySpanId.CreateFromBytes(hash[16..24]), ActivityTraceFlags.Recorded, isRemote: true);
    }
}

/// <summary>What a span says.</summary>
/// <param name="Tenant">Tenant.</param>
/// <param name="Partner">Partner.</param>
/// <param name="Result">How it ended; null when that says nothing.</param>
/// <param name="Code">Error code; null when it went well.</param>
internal readonly record struct SpanTags(string Tenant, string Partner, string? Result = null, string? Code = null);
