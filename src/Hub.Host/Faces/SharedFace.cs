using Hub.Core.Adapters;
using Hub.Core.Errors;
using Hub.Core.Intake;
using Hub.Core.Tenants;
using Hub.Host.Composition;
using Hub.Host.Errors;
using Hub.Host.Security;

namespace Hub.Host.Faces;

/// <summary><c>POST /connections/{connection}/fhir</c>: one vendor sends FHIR R4 batches and transactions for many tenants. Each entry goes to the tenant of the organisation it names, provided that this tenant has chosen the connection.</summary>
internal static class SharedFace
{
    /// <summary>Adds the face.</summary>
    /// <param name="routes">Where to.</param>
    /// <param name="services">What it uses.</param>
    public static void Map(IEndpointRouteBuilder routes, HubServices services)
    {
        routes.MapPost("/connections/{connection}/fhir", (RequestDelegate)(async context =>
        {
            await SharedAnswer.WriteAsync(context.Response, await TakeAsync(context, services));
            services.Meter.Answered("shared", context.Response.StatusCode);
        })).WithMetadata(SharedDocs.Bundle);
        routes.Map("/connections/{connection}/fhir/{**rest}", context => VkpAnswer.RefuseAsync(context.Response, HttpErrors.NotOffered.At(detail: "Send a batch or a transaction to the address itself")));
    }

    private static async ValueTask<SharedOutcome> TakeAsync(HttpContext context, HubServices services)
    {
        var caller = Credentials.Read(context.Request, services.Keys);
        if (!caller.IsOk)
            return SharedOutcome.Refused(caller.Errors);
        if (caller.Value is not Caller.Connection { Settings: { } settings } connection || (string?)context.Request.RouteValues["connection"] != settings.Name)
            return SharedOutcome.Refused(AuthErrors.Foreign.At());
        if (!connection.Gate.TryEnter(out var wait))
        {
            Problem.Hints(context.Response, StatusCodes.Status429TooManyRequests, wait);
            return SharedOutcome.Refused(IntakeErrors.TooFast.At());
        }

        var (mediaType, charset) = MediaTypes.Split(context.Request.ContentType);
        if (mediaType is not (MediaTypes.FhirJson or MediaTypes.Json))
            return SharedOutcome.Refused(IntakeErrors.WrongMediaType.At());
        if (charset is not null && !charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            return SharedOutcome.Refused(IntakeErrors.WrongCharset.At(detail: "The Content-Type names a charset other than UTF-8"));
        var body = await RequestBody.ReadAsync(context.Request, settings.MaxBytes, settings.Mode);
        if (!body.IsOk)
            return SharedOutcome.Refused(body.Errors);
        var split = ((ISharedAdapter)services.Adapters.Find(settings.Adapter)!).Split(body.Value, settings.Mode);
        if (split.Errors.Count > 0)
            return SharedOutcome.Refused(split.Errors);
        var answers = await Task.WhenAll(split.Parts.Select(part => DeliverAsync(part, settings.Name, mediaType, services, context.RequestAborted)));
        return new SharedOutcome([], split, answers);
    }

    // One answer for a tenant that is not here and for one that has not chosen the connection: nobody learns by trying who else is here.
    private static Task<IntakeAnswer> DeliverAsync(SharedPart part, string connection, string mediaType, HubServices services, CancellationToken cancel)
    {
        var partner = services.Snapshots.Current.TenantByOrgnr(part.Orgnr) is { } tenant ? PartnerOf(tenant, connection) : null;
        return partner is null
            ? Task.FromResult(new IntakeAnswer([AuthErrors.NotServed.At()], [], false))
            : services.Intake.AcceptAsync(new IntakeRequest(partner.Tenant, partner.Name, part.Body, mediaType), cancel);
    }

    private static PartnerConfig? PartnerOf(TenantConfig tenant, string connection) =>
        tenant.Partners.Values.FirstOrDefault(p => p.Inbound is { Auth: InboundAuth.Connection } inbound && inbound.Connection == connection);
}

/// <summary>What became of a shared message.</summary>
/// <param name="Errors">Errors of the message as a whole; nothing was taken in then.</param>
/// <param name="Split">How it was cut.</param>
/// <param name="Answers">The intake's answer for each part.</param>
internal sealed record SharedOutcome(IReadOnlyList<HubError> Errors, SharedSplit Split, IReadOnlyList<IntakeAnswer> Answers)
{
    public static SharedOutcome Refused(params IReadOnlyList<HubError> errors) => new(errors, SharedSplit.Refused(errors), []);
}
