using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;

namespace Hub.Simulators.Messaging;

/// <summary>What a real counterpart does not have: its ledger to look at, its faults to set, and letters to have written. Shows no patient.</summary>
internal sealed class CounterpartControls(Msh msh, Outbox outbox, LetterWriter writer)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public Task AnswerAsync(HttpContext http, string path) => (http.Request.Method, path) switch
    {
        ("GET", "/ledger") => WriteAsync(http, msh.Ledger.Report()),
        ("GET", "/faults") => WriteAsync(http, msh.Faults),
        ("POST", "/faults") => TakeAsync<MessagingFaults>(http, faults => Task.FromResult(Set(faults))),
        ("GET", "/found") => WriteAsync(http, msh.Ledger.Faults),
        ("GET", "/sent") => LinesAsync(http, msh.Ledger.Sent.Select(FormattableString (s) => $"{s.No}\t{s.Type}\t{s.MessageId}\t{s.Phase}\t{s.TimesSent}\t{s.Answer}\t{string.Join(' ', s.Codes)}")),
        ("GET", "/effects") => LinesAsync(http, msh.Ledger.Effects.Select(FormattableString (e) => $"{e.No}\t{e.Type}\t{e.MsgId}\t{e.Repeats}\t{e.Answer}\t{string.Join(' ', e.Codes)}")),
        ("POST", "/letters") => TakeAsync<LetterOrder>(http, SendAsync),
        _ => EndAsync(http, 404, ""),
    };

    private string Set(MessagingFaults faults)
    {
        msh.Faults = faults;
        return "";
    }

    private async Task<string> SendAsync(LetterOrder order)
    {
        if (msh.Peers.Values.FirstOrDefault(p => order.To is null || p.Party.ServiceHer == order.To) is not { } peer)
            throw new JsonException("to is not known here");
        var letter = order.Write(writer, peer.Party) ?? throw new JsonException("letter is not one of " + string.Join(", ", LetterOrder.Kinds));
        return await outbox.PutAsync(letter, peer) + "\n";
    }

    private static async Task TakeAsync<T>(HttpContext http, Func<T, Task<string>> take)
    {
        try
        {
            var value = await JsonSerializer.DeserializeAsync<T>(http.Request.Body, Json, http.RequestAborted) ?? throw new JsonException("null");
            await EndAsync(http, 200, await take(value));
        }
        catch (JsonException e)
        {
            await EndAsync(http, 400, e.Message + "\n");
        }
    }

    private static Task WriteAsync<T>(HttpContext http, T value)
    {
        http.Response.ContentType = "application/json";
        return http.Response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(value, Json)).AsTask();
    }

    private static Task LinesAsync(HttpContext http, IEnumerable<FormattableString> lines) =>
        EndAsync(http, 200, string.Concat(lines.Select(l => l.ToString(CultureInfo.InvariantCulture) + "\n")));

    private static Task EndAsync(HttpContext http, int status, string text)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/plain; charset=utf-8";
        return http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(text)).AsTask();
    }
}
