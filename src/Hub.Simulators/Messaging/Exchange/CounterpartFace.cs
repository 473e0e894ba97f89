using Hub.Ebxml.Messages;
using Hub.Ebxml.Mime;
using Hub.Ebxml.Transport;
using Microsoft.AspNetCore.Http;

namespace Hub.Simulators.Messaging;

/// <summary>The HTTP face: <c>POST /</c>, and <c>/_sim/</c> for people.</summary>
internal sealed class CounterpartFace(Msh msh, Inbox inbox, CounterpartControls controls)
{
    public async Task AnswerAsync(HttpContext http)
    {
        if (http.Request.Path.StartsWithSegments("/_sim", out var what))
        {
            await controls.AnswerAsync(http, what.Value ?? "");
            return;
        }
        var faults = msh.Faults;
        if (faults.Status > 0)
        {
            http.Response.StatusCode = faults.Status;
            return;
        }
        if (http.Request.Method != "POST" || http.Request.Path.Value != "/")
        {
            http.Response.StatusCode = 404;
            return;
        }
        var mime = await ReadAsync(http);
        if (msh.Dice.Hits(faults.CutRate))
            http.Abort();
        else if (msh.Dice.Hits(faults.SwallowRate))
            http.Response.StatusCode = 202;
        else
            await WriteAsync(http, await inbox.TakeAsync(Received(mime, Headers(http.Request.Headers)), mime, canAnswer: true));
    }

    /// <summary>Takes an answer that came on a connection of ours.</summary>
    public static Task TakeAnswerAsync(Inbox inbox, WireMessage answer)
    {
        var mime = new MimeMessage(answer.Header("Content-Type") ?? "text/xml", answer.Header("Content-Transfer-Encoding"), answer.Body);
        return inbox.TakeAsync(Received(mime, answer.Headers), mime, canAnswer: false);
    }

    private static ReceivedMessage Received(MimeMessage mime, IReadOnlyList<MimeHeader> headers) => IncomingMessage.Read(mime.Body, mime.ContentType, headers);

    private static async Task<MimeMessage> ReadAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        var encoding = http.Request.Headers["Content-Transfer-Encoding"].ToString();
        return new MimeMessage(http.Request.ContentType ?? "", encoding.Length == 0 ? null : encoding, body.ToArray());
    }

    // Of the headers of HTTP only those that a message has of its own.
    private static IReadOnlyList<MimeHeader> Headers(IHeaderDictionary headers) =>
        [.. headers.Where(h => h.Key is "SOAPAction" or "Content-Type" or "Content-Transfer-Encoding" or "MIME-Version").Select(h => new MimeHeader(h.Key, h.Value.ToString()))];

    private static async Task WriteAsync(HttpContext http, InboxAnswer answer)
    {
        if (answer.Status == 0)
        {
            http.Abort();
            return;
        }
        http.Response.StatusCode = answer.Status;
        if (answer.Body is not { } body)
            return;
        http.Response.ContentType = body.ContentType;
        http.Response.Headers["SOAPAction"] = MimeMessage.SoapAction;
        if (body.TransferEncoding is { } encoding)
            http.Response.Headers["Content-Transfer-Encoding"] = encoding;
        await http.Response.Body.WriteAsync(body.Body);
    }
}
