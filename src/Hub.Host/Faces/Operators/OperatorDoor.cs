using System.Text.Json;
using Hub.Core.Errors;
using Hub.Core.Storage;
using Hub.Host.Composition;
using Hub.Host.Security;

namespace Hub.Host.Faces.Operators;

/// <summary>Lets operators, administrators, viewers and vendors in as far as each may go, and writes what they look at in the audit log.</summary>
/// <param name="services">What the face uses.</param>
internal sealed class OperatorDoor(HubServices services)
{
    /// <summary>An address of the operators' API. A scoped caller that names another tenant or partner in the address is told that there is no such thing, whether there is or not;
    /// ids and bodies are the work's own matter. Errors of the work are answered as problems.</summary>
    /// <param name="need">What it asks of a role.</param>
    /// <param name="work">What the address does.</param>
    /// <returns>The request delegate.</returns>
    public RequestDelegate For(Need need, Func<HttpContext, Caller.Operator, Task<IReadOnlyList<HubError>>> work) => async context =>
    {
        // What one caller may see stays in no browser and no proxy.
        context.Response.Headers.CacheControl = "no-store";
        var caller = await OperatorCredentials.ReadAsync(context.Request, services);
        IReadOnlyList<HubError> errors = !caller.IsOk ? caller.Errors
            : caller.Value is not Caller.Operator person ? [AuthErrors.Foreign.At()]
            : !person.Role.May(need) ? [AuthErrors.NotOfRole.At()]
            : !IsWithin(context.Request, person.Scope) ? [OperatorErrors.NotFound.At()]
            : await work(context, person);
        if (errors.Count > 0)
            await Problem.WriteAsync(context.Response, errors);
    };

    /// <summary>An act with a reason: reads it, does it, answers with the rows as they are now.</summary>
    /// <param name="act">What is done; it is asked for a thing within the caller's reach only.</param>
    /// <param name="message">The message that the address is about; null when the address names none.</param>
    /// <param name="underWay">Looks, before the act, which deliveries are out already and not called back; null = it is not told.</param>
    /// <returns>The request delegate.</returns>
    public RequestDelegate Acting(
        Func<HttpContext, long?> message, Func<HttpContext, OperatorAct, Task<Result<IReadOnlyList<Core.Deliveries.DeliveryRow>>>> act, Func<Func<Core.Deliveries.DeliveryRow, bool>>? underWay = null) => For(Need.Act, async (context, person) =>
    {
        var reasoned = await ActAsync(context, person);
        if (!reasoned.IsOk)
            return reasoned.Errors;
        if (message(context) is not { } id || !await ReachesAsync(person, id, context.RequestAborted))
            return [OperatorErrors.NotFound.At()];
        // Looked at before: once it has acted, what was being sent may have come to its end.
        var isUnderWay = underWay?.Invoke() ?? (_ => false);
        var done = await act(context, reasoned.Value);
        return done.IsOk ? await AnswerAsync(context, done.Value, (json, rows) => OperatorViews.Rows(json, rows, isUnderWay)) : done.Errors;
    });

    /// <summary>Whether a message lies within a caller's reach. Of a vendor it must be its own traffic.</summary>
    /// <param name="person">Who.</param>
    /// <param name="messageId">The message.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>True when it does; for callers without bounds it is not looked up.</returns>
    public async Task<bool> ReachesAsync(Caller.Operator person, long messageId, CancellationToken cancel) =>
        person.Scope.Tenant is not { } tenant
        || (await services.Store.FindAsync(messageId, tenant, cancel) is { } view && OwnTraffic.Of(person.Scope, view) is not null);

    /// <summary>The tenant that a list is about: the caller's own, or the one that the address asks for; null = all.</summary>
    /// <param name="context">The request.</param>
    /// <param name="person">Who.</param>
    /// <returns>The tenant or null.</returns>
    public static string? Tenant(HttpContext context, Caller.Operator person) => person.Scope.Tenant ?? context.Request.Query["tenant"];

    /// <summary>Reads who acts and why.</summary>
    /// <param name="context">The request; its body gives the reason.</param>
    /// <param name="person">Who.</param>
    /// <returns>The act, or what is wrong with the body.</returns>
    public async Task<Result<OperatorAct>> ActAsync(HttpContext context, Caller.Operator person)
    {
        var body = await JsonBody.ReadAsync(context.Request, "reason");
        if (!body.IsOk)
            return Result<OperatorAct>.Failed(body.Errors);
        var errors = new List<HubError>();
        var reason = JsonBody.Required(body.Value, "reason", 500, errors);
        return errors.Count > 0 ? Result<OperatorAct>.Failed(errors) : new OperatorAct(person.Name, services.Time.GetUtcNow(), reason);
    }

    /// <summary>Records a view or search.</summary>
    /// <param name="context">The request.</param>
    /// <param name="person">Who.</param>
    /// <param name="action">What, by its stable name.</param>
    /// <param name="tenant">Whose, null for all within the caller's reach.</param>
    /// <param name="target">Which, without personal data.</param>
    /// <param name="reason">Why, where a reason is asked for.</param>
    /// <returns>When durable.</returns>
    public Task RecordAsync(HttpContext context, Caller.Operator person, string action, string? tenant, string? target, string? reason = null) =>
        services.Store.AppendAsync(new AuditEntry(services.Time.GetUtcNow(), person.Name, action, tenant ?? person.Scope.Tenant, target, reason), context.RequestAborted);

    /// <summary>Answers with JSON.</summary>
    /// <typeparam name="T">What is written.</typeparam>
    /// <param name="context">The request.</param>
    /// <param name="value">What is written.</param>
    /// <param name="write">Writes it.</param>
    /// <returns>No errors.</returns>
    public static async Task<IReadOnlyList<HubError>> AnswerAsync<T>(HttpContext context, T value, Action<Utf8JsonWriter, T> write)
    {
        await JsonAnswer.WriteAsync(context.Response, StatusCodes.Status200OK, MediaTypes.Json, value, write);
        return [];
    }

    private static bool IsWithin(HttpRequest request, Scope scope) =>
        IsWithin(request, "tenant", scope.Tenant) && IsWithin(request, "partner", scope.Partner);

    private static bool IsWithin(HttpRequest request, string name, string? own) =>
        own is null
        || ((request.RouteValues[name] is not string inPath || inPath == own) && request.Query[name].All(asked => asked is not { Length: > 0 } || asked == own));
}
