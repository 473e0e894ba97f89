using System.Text.Json;
using Hub.Core.Errors;
using Hub.Core.Storage;
using Hub.Host.Composition;
using Hub.Host.Security;

namespace Hub.Host.Faces;

/// <summary>Lets operators in, and writes what they look at in the audit log.</summary>
/// <param name="services">What the face uses.</param>
internal sealed class OperatorDoor(HubServices services)
{
    /// <summary>An address that only operators reach. Errors of the work are answered as problems.</summary>
    /// <param name="work">What the address does; null from it = already answered.</param>
    /// <returns>The request delegate.</returns>
    public RequestDelegate For(Func<HttpContext, Caller.Operator, Task<IReadOnlyList<HubError>>> work) => async context =>
    {
        var caller = Credentials.Read(context.Request, services.Keys);
        IReadOnlyList<HubError> errors = !caller.IsOk ? caller.Errors
            : caller.Value is Caller.Operator person ? await work(context, person)
            : [AuthErrors.Foreign.At()];
        if (errors.Count > 0)
            await Problem.WriteAsync(context.Response, errors);
    };

    /// <summary>An act with a reason: reads it, does it, answers with the rows as they are now.</summary>
    /// <param name="act">What is done.</param>
    /// <returns>The request delegate.</returns>
    public RequestDelegate Acting(Func<HttpContext, OperatorAct, Task<Result<IReadOnlyList<Core.Deliveries.DeliveryRow>>>> act) => For(async (context, person) =>
    {
        var reasoned = await ActAsync(context, person);
        if (!reasoned.IsOk)
            return reasoned.Errors;
        var done = await act(context, reasoned.Value);
        return done.IsOk ? await AnswerAsync(context, done.Value, OperatorViews.Rows) : done.Errors;
    });

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
    /// <param name="tenant">Whose, null for all.</param>
    /// <param name="target">Which, without personal data.</param>
    /// <returns>When durable.</returns>
    public Task RecordAsync(HttpContext context, Caller.Operator person, string action, string? tenant, string? target) =>
        services.Store.AppendAsync(new AuditEntry(services.Time.GetUtcNow(), person.Name, action, tenant, target, null), context.RequestAborted);

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
}
