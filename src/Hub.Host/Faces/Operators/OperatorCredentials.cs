using Hub.Core.Errors;
using Hub.Host.Composition;
using Hub.Host.Security;

namespace Hub.Host.Faces.Operators;

/// <summary>Finds out who calls where tokens open something, too.</summary>
internal static class OperatorCredentials
{
    /// <summary>The caller of a request: who holds a key, or a token in force.</summary>
    /// <param name="request">The request.</param>
    /// <param name="services">What is known of keys and tokens.</param>
    /// <returns>The caller, or <see cref="AuthErrors.Missing"/> or <see cref="AuthErrors.Unknown"/>.</returns>
    public static async ValueTask<Result<Caller>> ReadAsync(HttpRequest request, HubServices services)
    {
        var caller = Credentials.Read(request, services.Keys);
        if (caller.IsOk || Credentials.Key(request).ToString() is not { Length: > 0 } token)
            return caller;
        return await services.IssuedTokens.FindAsync(token, request.HttpContext.RequestAborted) is { } holder ? holder : caller;
    }
}
