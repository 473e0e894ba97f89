using Hub.Core.Errors;
using Hub.Core.Intake;
using Hub.Core.Tenants;
using Hub.Host.Composition;
using Hub.Host.Security;

namespace Hub.Host.Faces;

/// <summary>The way from a request to the intake that all partner faces share: who calls, how often, how much, in what encoding.</summary>
/// <param name="services">What the faces use.</param>
internal sealed class PartnerDoor(HubServices services)
{
    /// <summary>Lets a request in.</summary>
    /// <param name="context">The request.</param>
    /// <param name="isAddressed">Whether the address is the caller's own.</param>
    /// <param name="isReadable">Whether the face reads a media type from this partner.</param>
    /// <returns>What became of it; every refusal is an answer with errors.</returns>
    public async ValueTask<IntakeAnswer> EnterAsync(
        HttpContext context, Func<HttpContext, Caller.Partner, bool> isAddressed, Func<string, InboundConfig, bool> isReadable)
    {
        var caller = Credentials.Read(context.Request, services.Keys);
        if (!caller.IsOk)
            return Refused(caller.Errors[0]);

        // An unknown tenant answers as a foreign one: nobody learns by asking who else is here.
        if (caller.Value is not Caller.Partner { Config.Inbound: { } inbound } partner || !isAddressed(context, partner))
            return Refused(AuthErrors.Foreign.At());
        if (!partner.Gate.TryEnter(out var wait))
        {
            Problem.Hints(context.Response, StatusCodes.Status429TooManyRequests, wait);
            return Refused(IntakeErrors.TooFast.At());
        }

        var (mediaType, charset) = MediaTypes.Split(context.Request.ContentType);
        if (!isReadable(mediaType, inbound))
            return Refused(IntakeErrors.WrongMediaType.At());
        if (charset is not null && !charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase) && !charset.Equals("utf8", StringComparison.OrdinalIgnoreCase))
            return Refused(IntakeErrors.WrongCharset.At(detail: "The Content-Type names a charset other than UTF-8"));
        var body = await RequestBody.ReadAsync(context.Request, inbound.MaxBytes, inbound.Mode);
        if (!body.IsOk)
            return Refused(body.Errors[0]);
        return await services.Intake.AcceptAsync(
            new IntakeRequest(partner.Tenant.Name, partner.Config.Name, body.Value, mediaType), context.RequestAborted);
    }

    private static IntakeAnswer Refused(HubError error) => new([error], [], false);
}
