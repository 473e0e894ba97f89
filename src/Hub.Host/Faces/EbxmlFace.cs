using Hub.Adapters.Ebxml.Receiving;
using Hub.Core.Errors;
using Hub.Host.Composition;

namespace Hub.Host.Faces;

/// <summary><c>POST /ebxml/{tenant}</c>: signed ebXML from the message network. There is no key: each message's signature is checked against the register.</summary>
internal static class EbxmlFace
{
    /// <summary>Largest body: 10 MB of message (HITS 1171), a third more for base64, and headers.</summary>
    public const int MaxBytes = 14 * 1024 * 1024;

    // Signatures cost; who sends nonsense must not take the processors from those who do not.
    private static readonly int AtOnce = Math.Max(4, Environment.ProcessorCount * 4);

    /// <summary>Adds the face.</summary>
    /// <param name="routes">Where to.</param>
    /// <param name="services">What it uses.</param>
    public static void Map(IEndpointRouteBuilder routes, HubServices services)
    {
        var running = 0;
        routes.MapPost("/ebxml/{tenant}", (RequestDelegate)(async context =>
        {
            try
            {
                if (Interlocked.Increment(ref running) > AtOnce)
                    await RefuseAsync(context.Response, IntakeErrors.Busy.At());
                else
                    await TakeAsync(context, services);
            }
            finally
            {
                Interlocked.Decrement(ref running);
            }

            services.Meter.Answered("ebxml", context.Response.StatusCode);
        })).WithMetadata(FaceDocs.Ebxml);
    }

    private static async Task TakeAsync(HttpContext context, HubServices services)
    {
        var body = await RequestBody.ReadBytesAsync(context.Request, MaxBytes);
        if (!body.IsOk)
        {
            await RefuseAsync(context.Response, body.Errors[0]);
            return;
        }

        var answer = await services.Desk.TakeAsync(
            (string)context.Request.RouteValues["tenant"]!, body.Value, context.Request.ContentType, onSameConnection: true, context.RequestAborted, context.Request.Headers["Content-Transfer-Encoding"]);
        await WriteAsync(context.Response, answer);
    }

    private static async Task WriteAsync(HttpResponse response, DeskAnswer answer)
    {
        if (answer.Reply is { } reply)
        {
            response.StatusCode = answer.Status == DeskStatus.Unanswerable ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK;
            response.ContentType = reply.ContentType;
            response.Headers["SOAPAction"] = "\"ebXML\"";
            response.ContentLength = reply.Body.Length;
            await response.Body.WriteAsync(reply.Body);
            return;
        }

        if (answer.Status is DeskStatus.Taken or DeskStatus.Refused)
            response.StatusCode = StatusCodes.Status202Accepted;
        else
            await RefuseAsync(response, answer.Error ?? IntakeErrors.StoreDown.At());
    }

    private static Task RefuseAsync(HttpResponse response, HubError error) => Problem.WriteAsync(response, error);
}
