using System.Buffers.Binary;
using System.Diagnostics;
using System.Security.Cryptography;

namespace Hub.Delivery.Observability;

/// <summary>The trace of each message: intake, commit, map, send, receipt. Its id follows from the installation and the message's number, so that what happens days later or on another node belongs to the same trace, and nothing has to be
/// carried or stored for it. The span of the intake is the root; its id follows from the number, too, so that every later step knows its parent. Costs nothing while nobody listens. Tags name tenant, partner, message number and code: never a patient.</summary>
/// <param name="installation">The installation.</param>
/// <param name="time">The clock.</param>
internal sealed class Spans(Guid installation, TimeProvider time)
{
    private static readonly ActivitySource Source = new(HubTraces.SourceName);

    /// <summary>Whether anybody wants to know.</summary>
    public static bool Wanted => Source.HasListeners();

    /// <summary>Records that a message was taken in: the root of its trace.</summary>
    /// <param name="message">The message.</param>
    /// <param name="took">How long it took.</param>
    /// <param name="about">Whose, and how it ended.</param>
    public void Root(long message, TimeSpan took, in SpanTags about)
    {
        var root = RootOf(message);
        using var span = Orphan("intake", ActivityKind.Server, root, took, out var end);
        if (span is not null)
            SpanIdentity.Give(span, root.SpanId);
        Tell(span, message, about, end);
    }

    /// <summary>Records what has just ended.</summary>
    /// <param name="name">Name of the step.</param>
    /// <param name="kind">Whether it came from outside, went outside or stayed inside.</param>
    /// <param name="message">The message.</param>
    /// <param name="took">How long it took.</param>
    /// <param name="about">Whose, and how it ended.</param>
    public void Record(string name, ActivityKind kind, long message, TimeSpan took, in SpanTags about)
    {
        var root = RootOf(message);
        using var span = SpanIdentity.CanGive ? Begin(name, kind, root, took, out var end) : Orphan(name, kind, root, took, out end);
        Tell(span, message, about, end);
    }

    private Activity? Begin(string name, ActivityKind kind, ActivityContext parent, TimeSpan took, out DateTimeOffset end)
    {
        end = time.GetUtcNow();
        return Source.StartActivity(name, kind, parent, startTime: end - took);
    }

    // A span without a parent would take the request's that is being answered, which nobody is told of.
    private Activity? Orphan(string name, ActivityKind kind, ActivityContext trace, TimeSpan took, out DateTimeOffset end)
    {
        var around = Activity.Current;
        Activity.Current = null;
        try
        {
            return Begin(name, kind, new ActivityContext(trace.TraceId, default, ActivityTraceFlags.Recorded, isRemote: true), took, out end);
        }
        finally
        {
            Activity.Current = around;
        }
    }

    private static void Tell(Activity? span, long message, in SpanTags about, DateTimeOffset end)
    {
        if (span is null)
            return;
        span.SetTag("hub.tenant", about.Tenant).SetTag("hub.partner", about.Partner).SetTag("hub.message", message);
        if (about.Result is { } result)
            span.SetTag("hub.result", result);
        if (about.Code is { } code)
            span.SetTag("hub.code", code).SetStatus(ActivityStatusCode.Error, code);
        span.SetEndTime(end.UtcDateTime);
    }

    private ActivityContext RootOf(long message)
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
