using Hub.Core.Errors;
using Hub.Core.Jose;
using Hub.Host.Security.Tokens;

namespace Hub.Host.Faces;

/// <summary>The <c>WWW-Authenticate</c> header of a refused token: RFC 6750 section 3, RFC 9449 section 7.1, RFC 9470 section 3.</summary>
internal static class FhirChallenge
{
    /// <summary>Writes it.</summary>
    /// <param name="context">The request.</param>
    /// <param name="error">Why it is refused.</param>
    public static void Write(HttpContext context, HubError error)
    {
        var word = WordOf(error.Code);
        if (word is null && error.Code != TokenErrors.Missing.Code)
            return;
        var why = word is null ? "" : $" error=\"{word}\",";
        context.Response.Headers.WWWAuthenticate = new[] { $"DPoP{why} algs=\"{string.Join(' ', JwsAlgorithm.Names)}\"", word is null ? "Bearer" : $"Bearer error=\"{word}\"" };
    }

    private static string? WordOf(string code) =>
        code == TokenErrors.Invalid.Code || code == TokenErrors.Expired.Code || code == TokenErrors.WrongAudience.Code ? "invalid_token"
        : code == TokenErrors.BadProof.Code || code == TokenErrors.ReplayedProof.Code ? "invalid_dpop_proof"
        : code == TokenErrors.LevelTooLow.Code ? "insufficient_user_authentication"
        : code == TokenErrors.ScopeTooSmall.Code ? "insufficient_scope"
        : null;
}
