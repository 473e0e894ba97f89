using System.Buffers;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Hub.Simulators.Dignio;

/// <summary>Answers questions about patients: the events that answer them, newest first, as <c>{"events": [...], "more": false}</c>.</summary>
internal sealed class LookupFace(DignioRecords records)
{
    private int _asked;

    /// <summary>How often it was asked.</summary>
    public int Asked => Volatile.Read(ref _asked);

    /// <summary>How long an answer takes.</summary>
    public TimeSpan Latency { get; set; }

    /// <summary>What goes wrong.</summary>
    public LookupFault Fault { get; set; }

    public async Task AnswerAsync(HttpContext http, ReadOnlyMemory<byte> body)
    {
        Interlocked.Increment(ref _asked);
        var fault = Fault;
        if (fault == LookupFault.Silent)
            await Task.Delay(Timeout.Infinite, http.RequestAborted);
        if (Latency > TimeSpan.Zero)
            await Task.Delay(Latency, http.RequestAborted);
        if (fault is LookupFault.Unavailable or LookupFault.Unauthorized)
        {
            http.Response.StatusCode = fault == LookupFault.Unavailable ? 503 : 401;
            return;
        }

        if (DignioQuestion.Read(http.Request.Path.Value ?? "", body) is not { } question)
        {
            http.Response.StatusCode = 400;
            return;
        }

        if (records.Of(fault == LookupFault.OtherPatient ? Other(question.Patient) : question.Patient) is not { } held)
        {
            http.Response.StatusCode = 404;
            return;
        }

        var (events, more) = question.Choose(held);
        var text = Text(events, more, fault);
        if (fault == LookupFault.Truncated)
            text = text[..(text.Length / 2)];
        http.Response.ContentType = fault == LookupFault.Page ? "text/html" : "application/json";
        http.Response.ContentLength = text.Length;
        await http.Response.BodyWriter.WriteAsync(text, http.RequestAborted);
    }

    private string Other(string patient) => records.Patients.FirstOrDefault(p => p != patient) ?? patient;

    private static ReadOnlyMemory<byte> Text(IReadOnlyList<HeldEvent> events, bool more, LookupFault fault)
    {
        if (fault == LookupFault.Page)
            return "<html><body>Logg inn</body></html>"u8.ToArray();
        var text = new ArrayBufferWriter<byte>(1024);
        text.Write("{\"events\":["u8);
        for (var i = 0; i < events.Count; i++)
        {
            if (i > 0)
                text.Write(","u8);
            text.Write(fault == LookupFault.OneBadEvent && i == 0 ? "{\"eventId\":\"x\",\"type\":\"measurement\"}"u8 : events[i].Json.Span);
        }

        text.Write(Encoding.UTF8.GetBytes($"],\"more\":{(more ? "true" : "false")}}}"));
        return text.WrittenMemory;
    }
}
