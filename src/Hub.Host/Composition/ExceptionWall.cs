using Hub.Core.Errors;
using Hub.Core.Storage;
using Hub.Host.Errors;
using Hub.Host.Faces;

namespace Hub.Host.Composition;

/// <summary>The one place where exceptions of requests end: a lost dependency is 503, a defect is 500 without details.</summary>
internal static partial class ExceptionWall
{
    /// <summary>Puts the wall around everything that follows, and answers what no face answers.</summary>
    /// <param name="app">Where to.</param>
    /// <param name="logger">Where defects are logged.</param>
    public static void Use(IApplicationBuilder app, ILogger logger) => app.Use(next => async context =>
    {
        try
        {
            await next(context);
            if (!context.Response.HasStarted && context.Response.ContentLength is null && Unanswered(context) is { } error)
                await Problem.WriteAsync(context.Response, error);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller went away; what was committed stays.
            return;
        }
        catch (StoreUnavailableException e)
        {
            StoreDown(logger, e.GetType().Name);
            await AnswerAsync(context, IntakeErrors.StoreDown.At());
        }
        catch (BadHttpRequestException)
        {
            await AnswerAsync(context, HttpErrors.BrokenOff.At());
        }
#pragma warning disable CA1031 // A defect in one request must not take the others down; this is the place design.md names.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Defect(logger, e.GetType().FullName, context.TraceIdentifier, e.StackTrace);
            await AnswerAsync(context, InternalErrors.Defect.At());
        }
    });

    private static HubError? Unanswered(HttpContext context) => context.Response.StatusCode switch
    {
        StatusCodes.Status404NotFound => HttpErrors.NoSuchAddress.At(),
        StatusCodes.Status405MethodNotAllowed => HttpErrors.WrongMethod.At(),
        _ => null,
    };

    private static Task AnswerAsync(HttpContext context, HubError error) =>
        context.Response.HasStarted ? Task.CompletedTask : Problem.WriteAsync(context.Response, error);

    [LoggerMessage(1101, LogLevel.Warning, "The database does not answer ({Type})")]
    private static partial void StoreDown(ILogger logger, string type);

    // The exception's message is left out: it may repeat what was sent.
    [LoggerMessage(1102, LogLevel.Error, "Unexpected fault {Type} in request {TraceId}\n{Stack}")]
    private static partial void Defect(ILogger logger, string? type, string traceId, string? stack);
}
