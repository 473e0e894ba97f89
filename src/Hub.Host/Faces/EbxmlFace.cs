using Hub.Adapters.Ebxml.Receiving;
using Hub.Core.Errors;
using Hub.Host.Composition;

namespace Hub.Host.Faces;

/// <summary><c>POST /ebxml/{tenant}</c>: signed ebXML from the message network. There is no key: each message's signature is checked against the register.</summary>
internal static partial class EbxmlFace
{
    // Most of the time of a message is spent waiting for its commit.
    private static readonly int AtOnce = Math.Max(16, Environment.ProcessorCount * 16);

    /// <summary>Adds the face.</summary>
    /// <param name="routes">Where to.</param>
    /// <param name="services">What it uses.</param>
    public static void Map(IEndpointRouteBuilder routes, HubServices services)
    {
        var gate = new EbxmlGate(AtOnce);
        routes.MapPost("/ebxml/{tenant}", (RequestDelegate)(async context =>
        {
            if (await gate.PassAsync(context, body => TakeAsync(context, services, body)) is { } error)
                await RefuseAsync(context.Response, error);
            services.Meter.Answered("ebxml", context.Response.StatusCode);
        })).WithMetadata(FaceDocs.Ebxml);
    }

    private static async Task TakeAsync(HttpContext context, HubServices services, ReadOnlyMemory<byte> body)
    {
        var answer = await services.Desk.TakeAsync(
            (string)context.Request.RouteValues["tenant"]!, body, context.Request.ContentType, onSameConnection: true, context.RequestAborted, context.Request.Headers["Content-Transfer-Encoding"]);
        if (answer is { Status: DeskStatus.Refused or DeskStatus.NotNow, Error: { } error })
            Refused(services.Logs.CreateLogger(typeof(EbxmlFace)), (string)context.Request.RouteValues["tenant"]!, error.Path, error.Code, error.Text);
        if (answer.Pong is { } pong)
            Answered(services.Logs.CreateLogger(typeof(EbxmlFace)), (string)context.Request.RouteValues["tenant"]!, pong.Partner, pong.MessageId);
        await WriteAsync(context.Response, answer);
    }

    [LoggerMessage(1318, LogLevel.Information, "{Tenant}/{Partner} answered the Ping {Ping} with a signed Pong")]
    private static partial void Answered(ILogger logger, string tenant, string partner, string ping);

    [LoggerMessage(1316, LogLevel.Warning, "A message to {Tenant} was not taken ({Partner} {Code}: {Text})")]
    private static partial void Refused(ILogger logger, string tenant, string? partner, string code, string text);

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
