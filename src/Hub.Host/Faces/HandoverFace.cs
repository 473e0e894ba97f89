using System.Text.Json;
using Hub.Adapters.Handovers;
using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Core.Registers;
using Hub.Core.Storage;
using Hub.Host.Composition;

namespace Hub.Host.Faces;

/// <summary>Handovers: <c>POST /handovers/{tenant}</c> proposes, <c>/{id}/answer</c> and <c>/{id}/withdraw</c> decide, <c>GET /{id}</c> and <c>/_search</c> look. The patient stands in the body, never in an address.</summary>
internal static class HandoverFace
{
    private const int MaxText = 8000;

    /// <summary>Adds the face.</summary>
    /// <param name="routes">Where to.</param>
    /// <param name="services">What it uses.</param>
    public static void Map(IEndpointRouteBuilder routes, HubServices services)
    {
        var group = routes.MapGroup("/handovers/{tenant}");
        group.MapPost("", (RequestDelegate)(c => ProposeAsync(c, services))).WithMetadata(HandoverDocs.Propose);
        group.MapPost("/{id}/answer", (RequestDelegate)(c => AnswerAsync(c, services))).WithMetadata(HandoverDocs.Answer);
        group.MapPost("/{id}/withdraw", (RequestDelegate)(c => WithdrawAsync(c, services))).WithMetadata(HandoverDocs.Withdraw);
        group.MapGet("/{id}", (RequestDelegate)(c => ViewAsync(c, services))).WithMetadata(HandoverDocs.View);
        group.MapPost("/_search", (RequestDelegate)(c => SearchAsync(c, services))).WithMetadata(HandoverDocs.Search);
    }

    private static async Task ProposeAsync(HttpContext context, HubServices services)
    {
        var door = await HandoverDoor.OpenAsync(context, services);
        var body = door.IsOk ? await JsonBody.ReadAsync(context.Request, "handoverId", "patient", "name", "to", "effectiveAt", "text", "author") : Result<JsonElement>.Failed(door.Errors);
        if (!body.IsOk)
        {
            await Problem.WriteAsync(context.Response, body.Errors);
            return;
        }

        var (caller, tenant, party, register) = door.Value;
        var errors = new List<HubError>();
        var id = JsonBody.Required(body.Value, "handoverId", 100, errors);
        var number = JsonBody.Required(body.Value, "patient", 32, errors);
        var patient = number.Length == 0 ? null : PatientText.Read(number, tenant, errors);
        var name = JsonBody.Optional(body.Value, "name", 200, errors);
        var to = JsonBody.Optional(body.Value, "to", 40, errors) ?? Responsibility.Self;
        var moment = Moment(body.Value, required: true, errors);
        var text = JsonBody.Required(body.Value, "text", MaxText, errors);
        var author = JsonBody.Optional(body.Value, "author", 200, errors);
        if (errors.Count > 0)
        {
            await Problem.WriteAsync(context.Response, errors);
            return;
        }

        var content = new CareHandover(id, new ClinicalTime(moment!.Value), [new NoteSection(null, null, text, [])])
        {
            Stage = HandoverStage.Proposed,
            Author = author is null ? null : new Party(PartyRole.Practitioner, null, author),
        };
        var proposal = new HandoverState(id, new Patient(patient!, name, []), party, to, HandoverStage.Proposed, content, services.Time.GetUtcNow());
        await AnswerWithAsync(context, await register.ProposeAsync(tenant, proposal, caller.Name, context.RequestAborted), StatusCodes.Status201Created);
    }

    private static async Task AnswerAsync(HttpContext context, HubServices services)
    {
        var door = await HandoverDoor.OpenAsync(context, services);
        var body = door.IsOk ? await JsonBody.ReadAsync(context.Request, "accepted", "reason", "effectiveAt", "author") : Result<JsonElement>.Failed(door.Errors);
        if (!body.IsOk)
        {
            await Problem.WriteAsync(context.Response, body.Errors);
            return;
        }

        var errors = new List<HubError>();
        if (!body.Value.TryGetProperty("accepted", out var accepted) || accepted.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
            errors.Add(IntakeErrors.Missing.At("$.accepted", "'accepted' must be true or false"));
        var reason = JsonBody.Optional(body.Value, "reason", 1000, errors);
        var moment = Moment(body.Value, required: false, errors);
        var author = JsonBody.Optional(body.Value, "author", 200, errors);
        if (errors.Count > 0)
        {
            await Problem.WriteAsync(context.Response, errors);
            return;
        }

        var (caller, tenant, party, register) = door.Value;
        var answer = new HandoverAnswer(accepted.GetBoolean(), reason, moment) { Author = author };
        await AnswerWithAsync(context, await register.AnswerAsync(tenant, Id(context), party, answer, caller.Name, context.RequestAborted), StatusCodes.Status200OK);
    }

    private static async Task WithdrawAsync(HttpContext context, HubServices services)
    {
        var door = await HandoverDoor.OpenAsync(context, services);
        var body = door.IsOk ? await JsonBody.ReadAsync(context.Request, "reason") : Result<JsonElement>.Failed(door.Errors);
        var errors = new List<HubError>(body.Errors);
        var reason = body.IsOk ? JsonBody.Optional(body.Value, "reason", 1000, errors) : null;
        if (errors.Count > 0)
        {
            await Problem.WriteAsync(context.Response, errors);
            return;
        }

        var (caller, tenant, party, register) = door.Value;
        await AnswerWithAsync(context, await register.WithdrawAsync(tenant, Id(context), party, reason, caller.Name, context.RequestAborted), StatusCodes.Status200OK);
    }

    private static async Task ViewAsync(HttpContext context, HubServices services)
    {
        var door = await HandoverDoor.OpenAsync(context, services, operators: true);
        if (!door.IsOk)
        {
            await Problem.WriteAsync(context.Response, door.Errors);
            return;
        }

        var (caller, tenant, party, register) = door.Value;
        var history = await register.HistoryAsync(tenant, Id(context), context.RequestAborted);
        if (history.Count == 0 || !HandoverDoor.MaySee(history[0].State, party))
        {
            await Problem.WriteAsync(context.Response, HandoverErrors.Unknown.At());
            return;
        }

        await services.Store.AppendAsync(new AuditEntry(services.Time.GetUtcNow(), caller.Name, "handover.view", tenant.Name, HandoverRegister.Key(Id(context)), null), context.RequestAborted);
        await JsonAnswer.WriteAsync(context.Response, StatusCodes.Status200OK, MediaTypes.Json, history, HandoverViews.History);
    }

    private static async Task SearchAsync(HttpContext context, HubServices services)
    {
        var door = await HandoverDoor.OpenAsync(context, services, operators: true);
        var body = door.IsOk ? await JsonBody.ReadAsync(context.Request, "patient", "state") : Result<JsonElement>.Failed(door.Errors);
        if (!body.IsOk)
        {
            await Problem.WriteAsync(context.Response, body.Errors);
            return;
        }

        var (caller, tenant, party, register) = door.Value;
        var errors = new List<HubError>();
        var patient = JsonBody.Optional(body.Value, "patient", 32, errors) is { } number ? PatientText.Read(number, tenant, errors) : null;
        var state = JsonBody.Optional(body.Value, "state", 20, errors);
        if (errors.Count > 0)
        {
            await Problem.WriteAsync(context.Response, errors);
            return;
        }

        var filter = new RecordFilter(tenant.Name, RecordKinds.Handover)
        {
            PatientKey = patient is null ? null : services.Vault.PatientKey(tenant.Name, patient),
            State = state,
            Party = party.Length == 0 ? null : party,
            Limit = 200,
        };
        var found = (await register.FindAsync(filter, context.RequestAborted)).Where(h => HandoverDoor.MaySee(h.State, party)).ToList();
        await services.Store.AppendAsync(new AuditEntry(services.Time.GetUtcNow(), caller.Name, "handover.search", tenant.Name, null, null), context.RequestAborted);
        await JsonAnswer.WriteAsync(context.Response, StatusCodes.Status200OK, MediaTypes.Json, found, HandoverViews.List);
    }

    private static Task AnswerWithAsync(HttpContext context, Result<HandoverState> result, int status) => result.IsOk
        ? JsonAnswer.WriteAsync(context.Response, status, MediaTypes.Json, result.Value, HandoverViews.One)
        : Problem.WriteAsync(context.Response, result.Errors);

    private static string Id(HttpContext context) => (string?)context.Request.RouteValues["id"] ?? "";

    internal static DateTimeOffset? Moment(JsonElement body, bool required, List<HubError> errors)
    {
        var text = required ? JsonBody.Required(body, "effectiveAt", 40, errors) : JsonBody.Optional(body, "effectiveAt", 40, errors);
        if (string.IsNullOrEmpty(text))
            return null;
        // Behind the time of day: the last part of a date begins with a minus too.
        var time = text.IndexOf('T', StringComparison.Ordinal);
        var hasOffset = time > 0 && (text.EndsWith('Z') || text.LastIndexOfAny(['+', '-']) > time);
        if (hasOffset && char.IsAsciiDigit(text[0]) && DateTimeOffset.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var moment))
            return moment;
        errors.Add(IntakeErrors.NoOffset.At("$.effectiveAt"));
        return null;
    }
}
